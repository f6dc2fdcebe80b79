import type { Pool } from '../model/link.ts'

type RowsByText = ReadonlyMap<string, number>

const known = new WeakMap<Pool, Map<string, RowsByText>>()

/** Numbers of the rows of a pool by their texts in a column; the first of several. Made once for each pool and column. */
export function poolRows(pool: Pool, column: string): RowsByText {
  const columns = known.get(pool) ?? new Map<string, RowsByText>()
  known.set(pool, columns)
  const there = columns.get(column)
  if (there !== undefined) return there
  const at = pool.columns.indexOf(column)
  const rows = new Map<string, number>()
  for (const [number, texts] of pool.rows.entries()) {
    const text = texts[at] ?? null
    if (text !== null && !rows.has(text)) rows.set(text, number)
  }
  columns.set(column, rows)
  return rows
}
