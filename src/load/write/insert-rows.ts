import { DatabaseError, type Queryable } from '../../model/database.ts'
import { quote } from '../../model/name.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import type { Sent } from '../chunk/chunk.ts'
import { interrupted } from '../chunk/interrupted.ts'
import { RowError } from '../chunk/row-error.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { columnsHere, unnest, written } from '../sql/sheet.ts'
import { type Range, slices } from './slices.ts'

/**
 * `insert into … select … from unnest(…)`: one parameter for each column, whatever the number of rows. Values of identity columns are taken as given.
 * `first`: number of the first parameter; `where`: a condition on the sheet `u`. */
export function insertSql(into: DbTable, names: readonly string[], first = 1, where = ''): string {
  const columns = columnsHere(into, names)
  const list = columns.map(({ name }) => quote(name)).join(', ')
  const values = columns.map((column, i) => written('u', i, column)).join(', ')
  const source = unnest('u', names.length, first)
  return `insert into ${into.sql} (${list}) overriding system value select ${values} from ${source}${where && ` where ${where}`}`
}

/** The end of `insertSql` where a trigger may have made a row already: then its other columns are set. Empty elsewhere. */
export function orSet(into: DbTable, { plan: { writer } }: TableRows, names: readonly string[]): string {
  const key = writer.kind === 'insert' ? writer.over : undefined
  if (key === undefined) return ''
  const others = names.filter((name) => !key.includes(name))
  const set = columnsHere(into, others.length === 0 ? key : others).map(({ name }) => quote(name))
  return ` on conflict (${key.map(quote).join(', ')}) do update set ${set.map((name) => `${name} = excluded.${name}`).join(', ')}`
}

/**
 * Writes rows with INSERT, a slice in each statement, and returns the sum of the command tags; a row that a trigger has made already (`Writer.over`) is
 * set. Throws RowError.
 */
export async function insertRows(
  tx: Queryable,
  into: DbTable,
  table: TableRows,
  range: Range,
  signal: AbortSignal | undefined,
  sent: Sent,
): Promise<number> {
  const names = table.written.map(({ name }) => name)
  if (names.length === 0)
    return tx.execute(`insert into ${into.sql} select from generate_series(1, $1::int8)`, [range.to - range.from])
  const sql = `${insertSql(into, names)}${orSet(into, table, names)}`
  let count = 0
  for (const slice of slices(table, [range], names)) {
    if (signal?.aborted) throw interrupted()
    try {
      count += await tx.execute(sql, slice.sheet)
    } catch (error) {
      throw error instanceof DatabaseError ? new RowError(table.plan.id, slice.from, slice.to, error) : error
    }
    sent(table.plan.id, slice.to - slice.from)
  }
  return count
}
