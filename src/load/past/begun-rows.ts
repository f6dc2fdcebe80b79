import type { ObjectId } from '../../model/name.ts'
import type { TablePlan } from '../../model/plan.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import type { PlannedRun } from './build-history.ts'
import { Cover } from './cover.ts'
import type { MadeRows, OwnRows } from './history.ts'

/**
 * Rows that a run which has not ended may have made beyond what its chunks tell: users through the Auth admin API, what it writes beside them (known by its user,
 * for it has keys of its own), and the rows that triggers make of them. Each is committed by itself.
 */
export function begunRows(runs: readonly PlannedRun[], own: readonly OwnRows[]): MadeRows[] {
  const covers = new Map<ObjectId, Cover>()
  const cover = (table: ObjectId): Cover => {
    const known = covers.get(table) ?? new Cover()
    covers.set(table, known)
    return known
  }
  for (const { table, from, to } of own) cover(table).add(from, to)
  return runs.toReversed().flatMap(({ record, plan, rows }) => {
    if (record.finished) return []
    const byApi = new Set(plan.tables.flatMap(({ id, writer }) => (writer.kind === 'admin-api' ? [id] : [])))
    return plan.tables.flatMap((table): MadeRows[] => {
      const { id, present, writer, made } = table
      const maker = writer.kind === 'update' ? writer.of : made?.of
      if (record.cleaned.has(id) || !(byApi.has(id) || (maker !== undefined && byApi.has(maker)))) return []
      const columns = linkToUsers(table, byApi) ?? table.key.columns
      const keys = cover(id)
        .add(present, table.rows)
        .flatMap((range) => rows.table(id).split(range.from, range.to))
        .filter((range) => byApi.has(id) || range.made)
        .flatMap(({ from, to }) => keysOf(rows.table(id), from, to, columns))
      return keys.length === 0
        ? []
        : [{ table: id, by: maker === undefined ? [] : [maker], columns, exact: true, keys }]
    })
  })
}

const linkToUsers = ({ id, links }: TablePlan, byApi: ReadonlySet<ObjectId>): readonly string[] | undefined =>
  byApi.has(id) ? links.find(({ parent }) => byApi.has(parent.table))?.columns : undefined

const keysOf = (table: TableRows, from: number, to: number, columns: readonly string[]): (string | null)[][] =>
  Array.from({ length: to - from }, (_, i) => table.texts(from + i, columns))
