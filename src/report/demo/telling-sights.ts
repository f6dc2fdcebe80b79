import type { VisibleRows } from '../../model/reports/report.ts'
import { printable } from '../printable.ts'
import { displayWidth } from '../width.ts'

const GAP = 2

/**
 * What these users see of the tables where that differs most, as many as fit side by side in `width` columns: one small table that shows row-level
 * security at work.
 */
export function tellingSights(
  visible: readonly VisibleRows[],
  users: readonly string[],
  width: number,
): readonly VisibleRows[] {
  const shown = visible.filter(({ user }) => users.includes(user))
  const seen = new Map<string, Set<number>>()
  for (const { table, rows } of shown) {
    const numbers = seen.get(table) ?? new Set()
    if (rows !== null) numbers.add(rows)
    seen.set(table, numbers)
  }
  const different = [...seen].filter(([, numbers]) => numbers.size > 1).sort(([, a], [, b]) => b.size - a.size)
  let left = width - GAP - Math.max(0, ...users.map((user) => displayWidth(printable(user))))
  const fitting = new Set<string>()
  for (const [table] of different) {
    const needed = GAP + displayWidth(printable(table))
    if (needed > left) continue
    left -= needed
    fitting.add(table)
  }
  return shown.filter(({ table }) => fitting.has(table))
}
