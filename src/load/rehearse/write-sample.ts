import type { Database, Queryable } from '../../model/database.ts'
import { quote } from '../../model/name.ts'
import { spansOf } from '../../model/row-spans.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import { sheetOfRows } from '../find/matched-rows.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { insertSql, orSet } from '../write/insert-rows.ts'
import { updateSql } from '../write/update-rows.ts'
import type { EachRow } from './one-by-one.ts'
import { Dropped } from './refused.ts'

/** Rows in one statement. */
const SLICE = 1000
export const SWALLOWED = 'a trigger or a rule drops the row without an error'

/** Writes some rows of a table as its step would. @throws DatabaseError, and Dropped where fewer arrive. */
export async function writeSample(
  tx: Queryable,
  db: Pick<Database, 'capabilities'>,
  kind: 'copy' | 'insert',
  into: DbTable,
  table: TableRows,
  rows: readonly number[],
): Promise<void> {
  const count = kind === 'copy' ? await copy(tx, db, into, table, rows) : await insert(tx, into, table, rows)
  if (count !== rows.length) throw new Dropped(SWALLOWED)
}

async function copy(
  tx: Queryable,
  { capabilities }: Pick<Database, 'capabilities'>,
  into: DbTable,
  table: TableRows,
  rows: readonly number[],
): Promise<number> {
  if (table.written.length === 0) return insert(tx, into, table, rows)
  const columns = table.written.map(({ name }) => quote(name)).join(', ')
  const sql = `copy ${into.sql} (${columns}) from stdin`
  const lines = spansOf(rows).map(({ from, to }) => table.copyLines(from, to))
  let count = 0
  // Where a COPY is taken as a whole, it must not become too large.
  if (capabilities.copyLimit !== null && rows.length * table.plan.rowBytes > capabilities.copyLimit)
    for (const one of lines) count += await tx.copyIn(sql, one)
  else count = await tx.copyIn(sql, chained(lines))
  return count
}

function* chained(parts: readonly Iterable<Uint8Array>[]): Generator<Uint8Array> {
  for (const part of parts) yield* part
}

/** The same, row by row. */
export function eachOfSample(into: DbTable, table: TableRows, rows: readonly number[]): EachRow | null {
  const names = table.written.map(({ name }) => name)
  if (names.length === 0) return null
  const sql = `${insertSql(into, names)}${orSet(into, table, names)}`
  return { sql, rows: rows.map((row) => table.texts(row, names, 'written')), dropped: SWALLOWED }
}

async function insert(tx: Queryable, into: DbTable, table: TableRows, rows: readonly number[]): Promise<number> {
  const names = table.written.map(({ name }) => name)
  if (names.length === 0)
    return tx.execute(`insert into ${into.sql} select from generate_series(1, $1::int8)`, [rows.length])
  const sql = `${insertSql(into, names)}${orSet(into, table, names)}`
  let count = 0
  for (const some of cut(rows)) count += await tx.execute(sql, sheetOfRows(table, some, names, 'written'))
  return count
}

/** Sets columns of rows by key. @throws DatabaseError, and Dropped where rows are not found. */
export async function updateSample(
  tx: Queryable,
  into: DbTable,
  table: TableRows,
  rows: readonly number[],
  names: readonly string[],
  as: 'written' | 'final',
): Promise<void> {
  if (names.length === 0) return
  const sql = updateSql(into, table, names)
  let count = 0
  for (const some of cut(rows))
    count += await tx.execute(sql, sheetOfRows(table, some, [...table.plan.key.columns, ...names], as))
  if (count < rows.length) throw new Dropped(notFound(table))
}

/** The same, row by row. */
export function eachOfUpdate(
  into: DbTable,
  table: TableRows,
  rows: readonly number[],
  names: readonly string[],
  as: 'written' | 'final',
): EachRow | null {
  if (names.length === 0) return null
  const all = [...table.plan.key.columns, ...names]
  return {
    sql: updateSql(into, table, names),
    rows: rows.map((row) => table.texts(row, all, as)),
    dropped: notFound(table),
  }
}

function notFound({ plan: { writer, made } }: TableRows): string {
  const by = writer.kind === 'update' ? writer : made
  return by ? `the trigger ${by.trigger} of ${by.of} does not make the row` : 'the row is not found by its key'
}

const cut = (rows: readonly number[]): (readonly number[])[] =>
  Array.from({ length: Math.ceil(rows.length / SLICE) }, (_, i) => rows.slice(i * SLICE, (i + 1) * SLICE))
