import type { ObjectId } from '../../model/name.ts'
import type { Report, TableReport } from '../../model/reports/report.ts'
import type { Reference } from './graph/links.ts'

/** Where the rows of a table are from, as the page colours it. */
export type Origin = 'written' | 'assets' | 'trigger' | 'existing'

export const describeOrigin: Readonly<Record<Origin, string>> = {
  written: 'written by supa-seed',
  assets: 'from your own content',
  trigger: 'made by a trigger',
  existing: 'was there before',
}

/** A table of the map. */
export interface MapTable {
  readonly table: ObjectId
  /** Rows that are there now. */
  readonly rows: number
  readonly origin: Origin
  /** It refers to itself. */
  readonly itself: boolean
  /** Numbers of the tables it refers to, and of those that refer to it; not itself. */
  readonly parents: readonly number[]
  readonly children: readonly number[]
}

/** The tables that hold rows, those that others filled first and then in the order of the plan; with the references between them. */
export interface TableMap {
  readonly tables: readonly MapTable[]
  readonly references: readonly Reference[]
}

/** What the map of a report shows. */
export function mapOf({ tables, graph }: Pick<Report, 'tables' | 'graph'>): TableMap {
  const filled = tables.filter((table) => table.planned > 0 || rowsOf(table) > 0)
  const order = [
    ...filled.filter((one) => originOf(one) === 'existing'),
    ...filled.filter((one) => originOf(one) !== 'existing'),
  ]
  const numbers = new Map(order.map(({ table }, at) => [table, at]))
  const references = graph.flatMap(({ from, to }): Reference[] => {
    const [child, parent] = [numbers.get(from), numbers.get(to)]
    return child === undefined || parent === undefined ? [] : [{ child, parent }]
  })
  return {
    tables: order.map((table, at) => ({
      table: table.table,
      rows: rowsOf(table),
      origin: originOf(table),
      itself: references.some(({ child, parent }) => child === at && parent === at),
      parents: [
        ...new Set(references.filter(({ child, parent }) => child === at && parent !== at).map(({ parent }) => parent)),
      ],
      children: [
        ...new Set(references.filter(({ child, parent }) => parent === at && child !== at).map(({ child }) => child)),
      ],
    })),
    references,
  }
}

/** `existing` was counted before the run. */
export const rowsOf = ({ inserted, existing }: TableReport): number => inserted + existing

export function originOf({ source, planned, inserted }: TableReport): Origin {
  if (source === 'trigger' || source === 'assets') return source
  return planned === 0 && inserted === 0 ? 'existing' : 'written'
}
