import { DatabaseError, type Queryable } from '../../model/database.ts'
import { quote } from '../../model/name.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import type { Sent } from '../chunk/chunk.ts'
import { interrupted } from '../chunk/interrupted.ts'
import { RowError } from '../chunk/row-error.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { columnsHere, comparable, type Sheet, sameRow, unnest, unnestNumbered, written } from '../sql/sheet.ts'
import { type Range, slices } from './slices.ts'

/**
 * `update … from unnest(…)`: the first parameters are the key, the others the columns to set. `changed`: only rows that differ in
 * one of them, and their places in the sheet, from 1, come back as `n`.
 */
export function updateSql(into: DbTable, table: TableRows, names: readonly string[], changed = false): string {
  const { key } = table.plan
  const keys = columnsHere(into, key.columns)
  const columns = columnsHere(into, names)
  const value = (i: number) => `u.c${keys.length + i + 1}`
  const set = columns.map((column, i) => `${quote(column.name)} = ${written('u', keys.length + i, column)}`).join(', ')
  const there = columns.map((column) => comparable(`t.${quote(column.name)}`, column)).join(', ')
  const wanted = columns.map((column, i) => comparable(`${value(i)}::${column.type}`, column)).join(', ')
  const different = changed ? ` and row(${there}) is distinct from row(${wanted})` : ''
  const width = keys.length + names.length
  const source = changed ? unnestNumbered('u', width) : unnest('u', width)
  const back = changed ? ' returning u.n::int4 as n' : ''
  return `update ${into.sql} t set ${set} from ${source} where ${sameRow('t', 'u', keys, key.exact)}${different}${back}`
}

/** `select` of how many rows of a sheet are there, by key: where there is nothing to set. */
function countSql(into: DbTable, table: TableRows): string {
  const { key } = table.plan
  const keys = columnsHere(into, key.columns)
  return `select count(*)::int4 as n from ${into.sql} t, ${unnest('u', keys.length)} where ${sameRow('t', 'u', keys, key.exact)}`
}

/**
 * Sets columns of rows that are there, found by key, and returns how many were found. Rows whose columns are all NULL `as` they should be are passed over
 * with `skipNulls` and count as found. Throws RowError.
 */
export async function updateRows(
  tx: Queryable,
  into: DbTable,
  table: TableRows,
  range: Range,
  names: readonly string[],
  options: { readonly as: 'written' | 'final'; readonly skipNulls: boolean; readonly signal: AbortSignal | undefined },
  sent: Sent,
): Promise<number> {
  const width = table.plan.key.columns.length
  const sql = names.length === 0 ? countSql(into, table) : updateSql(into, table, names)
  const run = async (sheet: Sheet): Promise<number> =>
    names.length === 0 ? ((await tx.query<{ n: number }>(sql, sheet))[0]?.n ?? 0) : tx.execute(sql, sheet)
  let count = 0
  for (const slice of slices(table, [range], [...table.plan.key.columns, ...names], options.as)) {
    if (options.signal?.aborted) throw interrupted()
    const rows = slice.to - slice.from
    const kept = Array.from({ length: rows }, (_, i) => i).filter(
      (i) => !options.skipNulls || slice.sheet.slice(width).some((column) => column[i] !== null),
    )
    const sheet = kept.length === rows ? slice.sheet : slice.sheet.map((column) => kept.map((i) => column[i] ?? null))
    try {
      count += rows - kept.length + (kept.length > 0 ? await run(sheet) : 0)
    } catch (error) {
      throw error instanceof DatabaseError ? new RowError(table.plan.id, slice.from, slice.to, error) : error
    }
    sent(table.plan.id, rows)
  }
  return count
}
