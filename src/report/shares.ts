import type { Link } from '../model/link.ts'
import type { ObjectId } from '../model/name.ts'
import type { Plan, TablePlan } from '../model/plan.ts'
import type { Share } from '../model/reports/report.ts'
import { histogramOf } from './histogram-of.ts'

/** What is asked of the compiled rows; `Rows` of the values room has it. */
export interface CountedRows {
  table(id: ObjectId): {
    /** Rows that a parent owns, those that are given not counted. */
    childCount(parent: number): number
    parentRow(row: number, link: string): number | null
  }
}

/** How the rows of each of these tables are shared out among their parents. O(parents) for each. */
export function sharesOf(plan: Plan, rows: CountedRows, tables: ReadonlySet<ObjectId>): readonly Share[] {
  const plans = new Map(plan.tables.map((table) => [table.id, table]))
  return plan.tables.flatMap((table) => {
    const owner = table.links.find(({ name }) => name === table.owner)
    if (owner?.choose.kind !== 'blocks' || table.rows === 0 || !tables.has(table.id)) return []
    const counts = childCounts(table, owner, rows, plans.get(owner.parent.table))
    return counts.length === 0 ? [] : [shareOf(table, owner, counts)]
  })
}

/** Rows of every parent that may own some. */
function childCounts(table: TablePlan, owner: Link, rows: CountedRows, parent: TablePlan | undefined): Uint32Array {
  const spread = owner.choose.kind === 'blocks' ? owner.choose.spread : null
  const compiled = rows.table(table.id)
  const counts = new Uint32Array(spread?.generations.at(-1)?.parents ?? 0)
  for (let p = 0; p < counts.length; p++) counts[p] = compiled.childCount(p)
  for (const { row } of table.fixtures ?? []) {
    const at = compiled.parentRow(row, owner.name)
    if (at !== null && at < counts.length) counts[at] = (counts[at] as number) + 1
  }
  const made = spread?.only === 'written' && owner.parent.pool === null ? parent?.made?.ranges : undefined
  return made === undefined ? counts : counts.filter((_, row) => !made.some(({ from, to }) => from <= row && row < to))
}

function shareOf(table: TablePlan, owner: Link, counts: Uint32Array): Share {
  let min = Number.POSITIVE_INFINITY
  let max = 0
  let rows = 0
  for (const count of counts) {
    if (count < min) min = count
    if (count > max) max = count
    rows += count
  }
  return {
    table: table.id,
    parent: owner.parent.table,
    columns: owner.columns,
    rows,
    parents: counts.length,
    min,
    max,
    mean: rows / counts.length,
    histogram: histogramOf(counts, min, max),
  }
}
