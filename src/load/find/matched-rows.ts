import type { Queryable } from '../../model/database.ts'
import { quote } from '../../model/name.ts'
import type { As, TableRows } from '../../values/rows/rows.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { columnsHere, rowText, sameRow, sheetText, unnestNumbered } from '../sql/sheet.ts'

/** Texts of some rows, as the database should hold them. */
export function sheetOfRows(
  rows: TableRows,
  numbers: readonly number[],
  columns: readonly string[],
  as: As = 'final',
): (string | null)[][] {
  const sheet = columns.map((): (string | null)[] => [])
  for (const row of numbers) for (const [i, text] of rows.texts(row, columns, as).entries()) sheet[i]?.push(text)
  return sheet
}

/** Which of these rows are there, by all of the given columns? `exact`: the columns are a key. */
export async function matchedRows(
  tx: Queryable,
  table: DbTable,
  rows: TableRows,
  numbers: readonly number[],
  names: readonly string[],
  exact: boolean,
): Promise<Set<number>> {
  const columns = columnsHere(table, names)
  const found = await tx.query<{ n: number }>(
    `select u.n::int4 as n from ${unnestNumbered('u', columns.length)}
     where exists (select from ${table.sql} t where ${sameRow('t', 'u', columns, exact)})`,
    sheetOfRows(rows, numbers, names),
  )
  return new Set(found.flatMap(({ n }) => numbers[n - 1] ?? []))
}

/** The values of `wanted` in the rows that have the given key; null for rows that are not there. */
export async function valuesByKey(
  tx: Queryable,
  table: DbTable,
  rows: TableRows,
  numbers: readonly number[],
  wanted: string,
): Promise<(string | null)[]> {
  const { key } = rows.plan
  const columns = columnsHere(table, key.columns)
  const found = await tx.query<{ n: number; value: string | null }>(
    `select u.n::int4 as n, t.${quote(wanted)}::text as value
     from ${unnestNumbered('u', columns.length)} join ${table.sql} t on ${sameRow('t', 'u', columns, key.exact)}`,
    sheetOfRows(rows, numbers, key.columns),
  )
  const values = new Map(found.map(({ n, value }) => [n, value]))
  return numbers.map((_, i) => values.get(i + 1) ?? null)
}

/**
 * The numbers in `serial` of rows that are recognised by other columns; rows that are the same in these get theirs in order. Null for rows that are
 * not there.
 */
export async function serialsByContent(
  tx: Queryable,
  table: DbTable,
  rows: TableRows,
  numbers: readonly number[],
  names: readonly string[],
  serial: string,
): Promise<(number | null)[]> {
  const columns = columnsHere(table, names)
  const text = sheetText('u', columns)
  const found = await tx.query<{ n: number; value: string }>(
    `select w.n::int4 as n, c.value
     from (select u.n, ${text} as text, row_number() over (partition by ${text} order by u.n) as k from ${unnestNumbered('u', columns.length)}) w
     join (
       select t.${quote(serial)}::text as value, ${rowText('t', columns)} as text,
         row_number() over (partition by ${rowText('t', columns)} order by t.${quote(serial)}) as k
       from ${table.sql} t
     ) c on c.text = w.text and c.k = w.k`,
    sheetOfRows(rows, numbers, names),
  )
  const values = new Map(found.map(({ n, value }) => [n, Number(value)]))
  return numbers.map((_, i) => values.get(i + 1) ?? null)
}
