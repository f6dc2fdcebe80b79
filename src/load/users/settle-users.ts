import { DatabaseError, type Queryable } from '../../model/database.ts'
import { quote } from '../../model/name.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import { interrupted } from '../chunk/interrupted.ts'
import { RowError } from '../chunk/row-error.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { columnsHere, comparable, sameValue, unnest, written } from '../sql/sheet.ts'
import { insertSql } from '../write/insert-rows.ts'
import { type Range, type Slice, slices } from '../write/slices.ts'

/**
 * Gives rows that Supabase Auth has made what its admin API cannot say (the past, other providers, nobody's password): columns in which no row differs are not
 * named, so that triggers on them stay silent. Rows that are not there are written: those that the API takes no users for, and identities of a version that
 * makes none. `by`: the columns by which Supabase Auth's rows are found: the key, or what tells identities apart.
 * Returns how many rows are there in the end. @throws RowError
 */
export async function settleUsers(
  tx: Queryable,
  into: DbTable,
  table: TableRows,
  range: Range,
  { by, add, signal }: { by: readonly string[]; add: (row: number) => boolean; signal: AbortSignal | undefined },
): Promise<number> {
  const names = table.written.map(({ name }) => name)
  let count = 0
  for (const slice of slices(table, [range], names)) {
    if (signal?.aborted) throw interrupted()
    try {
      count += await settle(tx, into, names, slice, by)
      const numbers = Array.from({ length: slice.to - slice.from }, (_, i) => i)
      const added = numbers.filter((i) => add(slice.from + i))
      const sheet = slice.sheet.map((column) => added.map((i) => column[i] ?? null))
      if (added.length > 0) count += await tx.execute(addSql(into, names, by), sheet)
    } catch (error) {
      throw error instanceof DatabaseError ? new RowError(table.plan.id, slice.from, slice.to, error) : error
    }
  }
  return count
}

/** Returns how many rows of the slice were there. */
async function settle(
  tx: Queryable,
  into: DbTable,
  names: readonly string[],
  { sheet }: Slice,
  by: readonly string[],
): Promise<number> {
  const columns = columnsHere(into, names)
  const source = `${into.sql} t join ${unnest('u', names.length)} on ${isMeant(into, names, by)}`
  const differs = columns.map((column, i) => {
    const here = comparable(`t.${quote(column.name)}`, column)
    const wanted = comparable(`u.c${i + 1}::${column.type}`, column)
    return `pg_catalog.bool_or(${here} is distinct from ${wanted})`
  })
  const [found] = await tx.query<{ n: number; differs: (boolean | null)[] }>(
    `select pg_catalog.count(*)::int4 as n, pg_catalog.to_json(array[${differs.join(', ')}]) as differs from ${source}`,
    sheet,
  )
  const set = columns.flatMap((column, i) =>
    found?.differs[i] === true && !by.includes(column.name)
      ? [`${quote(column.name)} = ${written('u', i, column)}`]
      : [],
  )
  if (set.length > 0)
    await tx.execute(
      `update ${into.sql} t set ${set.join(', ')} from ${unnest('u', names.length)} where ${isMeant(into, names, by)}`,
      sheet,
    )
  return found?.n ?? 0
}

const addSql = (into: DbTable, names: readonly string[], by: readonly string[]): string =>
  insertSql(into, names, 1, `not exists (select from ${into.sql} t where ${isMeant(into, names, by)})`)

/** The row `t` is the one that the sheet's row `u` speaks of. */
function isMeant(into: DbTable, names: readonly string[], by: readonly string[]): string {
  return columnsHere(into, by)
    .map((column) => {
      const wanted = `u.c${names.indexOf(column.name) + 1}::${column.type}`
      return sameValue(`t.${quote(column.name)}`, wanted, column)
    })
    .join(' and ')
}
