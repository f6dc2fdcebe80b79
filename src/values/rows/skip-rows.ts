import type { Assets } from '../../model/assets/assets.ts'
import type { RowSpan } from '../../model/lesson.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Plan, TablePlan } from '../../model/plan.ts'
import { isIn, joinSpans, spansOf } from '../../model/row-spans.ts'
import { compileRows } from './rows.ts'

/**
 * A plan that never writes these rows, nor any that cannot be without them. `required`: a row must have a parent by this link. Numbers, layout and values
 * of all other rows stay as they are; only links to rows that are skipped lead nowhere. `from`: rows that are there stay, or went with their parents.
 */
export function skipRows(
  plan: Plan,
  rows: ReadonlyMap<ObjectId, readonly RowSpan[]>,
  required: (table: ObjectId, columns: readonly string[]) => boolean,
  assets?: Assets,
  from: 'present' | 'first' = 'present',
): Plan {
  let current: Plan = {
    ...plan,
    tables: plan.tables.map((table) => withSkipped(table, rows.get(table.id) ?? [], table.present)),
  }
  if (current.tables.every(({ skipped }) => skipped === undefined)) return plan
  // Rows of a cycle, or of one table, may need one another.
  for (let changed = true; changed; ) {
    changed = false
    for (const { id } of plan.tables) {
      const orphans = orphansOf(current, id, required, assets, from)
      if (orphans.length === 0) continue
      changed = true
      current = {
        ...current,
        tables: current.tables.map((table) => (table.id === id ? withSkipped(table, orphans, 0) : table)),
      }
    }
  }
  return current
}

/** Rows that must have a parent and have none left. */
function orphansOf(
  plan: Plan,
  id: ObjectId,
  required: (table: ObjectId, columns: readonly string[]) => boolean,
  assets: Assets | undefined,
  from: 'present' | 'first',
): RowSpan[] {
  const table = plan.tables.find((one) => one.id === id)
  const links = (table?.links ?? []).filter(
    ({ parent, choose, columns }) =>
      parent.pool === null &&
      choose.kind !== 'none' &&
      choose.kind !== 'implied' &&
      plan.tables.some((one) => one.id === parent.table && one.skipped !== undefined) &&
      required(id, columns),
  )
  if (table === undefined || links.length === 0) return []
  const rows = compileRows(plan, assets).table(id)
  const orphans: number[] = []
  for (let row = from === 'present' ? table.present : 0; row < table.rows; row++) {
    if (table.skipped !== undefined && isIn(table.skipped, row)) continue
    if (links.some(({ name }) => rows.parentRow(row, name) === null)) orphans.push(row)
  }
  return spansOf(orphans)
}

function withSkipped(table: TablePlan, more: readonly RowSpan[], first: number): TablePlan {
  const fresh = more
    .map(({ from, to }) => ({ from: Math.max(from, first), to: Math.min(to, table.rows) }))
    .filter(({ from, to }) => from < to)
  if (fresh.length === 0) return table
  return { ...table, skipped: joinSpans([...(table.skipped ?? []), ...fresh]) }
}
