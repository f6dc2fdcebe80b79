import type { Queryable } from '../../model/database.ts'
import type { OwnRows } from '../past/history.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { type Range, slices } from '../write/slices.ts'
import { updateSql } from '../write/update-rows.ts'

/** Sets columns of rows that differ from the plan back to it, and returns the numbers of those rows. */
export async function setBack(
  tx: Queryable,
  into: DbTable,
  { rows }: OwnRows,
  ranges: readonly Range[],
  names: readonly string[],
): Promise<number[]> {
  if (names.length === 0) return []
  const sql = updateSql(into, rows, names, true)
  const changed: number[] = []
  for (const slice of slices(rows, ranges, [...rows.plan.key.columns, ...names], 'final')) {
    const found = await tx.query<{ n: number }>(sql, [...slice.sheet])
    // The rows of a slice follow one another.
    for (const { n } of found) changed.push(slice.from + n - 1)
  }
  return changed
}
