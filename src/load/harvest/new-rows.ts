import type { Queryable } from '../../model/database.ts'
import { quote, quoteQualified } from '../../model/name.ts'
import { readTables } from '../sql/read-columns.ts'
import { columnsOf, type Sheet, sameRow, unnest } from '../sql/sheet.ts'
import type { GrownTable } from './grown-tables.ts'

/** Keys as text, in the order of the table's key columns. */
export type Keys = readonly (readonly (string | null)[])[]

/**
 * The keys of the rows of a table that carry the current transaction, subtransactions (exception blocks) included. Under REPEATABLE READ no row of a later
 * transaction is visible, and all of ours have our number or a later one; `age` counts across the wrap-around, and is at most ours for them alone.
 * Rows of our own that only were updated are among them: see `mixed`. `except`: keys of the chunk's own rows, left out.
 */
export async function newRows(tx: Queryable, table: GrownTable, except: Sheet | null): Promise<Keys> {
  const texts = table.columns.map((name) => `t.${quote(name)}::text`).join(', ')
  const ours = 'pg_catalog.age(t.xmin) <= pg_catalog.age(pg_catalog.pg_current_xact_id()::xid)'
  const select = `select array[${texts}] as key from only ${quoteQualified(table.schema, table.name)} t where ${ours}`
  if (!except) return (await tx.query<{ key: string[] }>(select)).map(({ key }) => key)
  const own = await ownCondition(tx, table)
  if (own === null) return []
  const rows = await tx.query<{ key: string[] }>(
    `${select} and not exists (select from ${unnest('k', table.columns.length)} where ${own})`,
    [...except],
  )
  return rows.map(({ key }) => key)
}

/** Which of these keys are there? */
export async function existingKeys(tx: Queryable, table: GrownTable, keys: Keys): Promise<Keys> {
  const own = await ownCondition(tx, table)
  if (own === null || keys.length === 0) return []
  const texts = table.columns.map((_, i) => `k.c${i + 1}`).join(', ')
  const rows = await tx.query<{ key: string[] }>(
    `select array[${texts}] as key from ${unnest('k', table.columns.length)}
     where exists (select from only ${quoteQualified(table.schema, table.name)} t where ${own})`,
    table.columns.map((_, i) => keys.map((key) => key[i] ?? null)),
  )
  return rows.map(({ key }) => key)
}

async function ownCondition(tx: Queryable, table: GrownTable): Promise<string | null> {
  const found = (await readTables(tx, [table.id])).get(table.id)
  const columns = found && columnsOf(found, table.columns)
  return columns ? sameRow('t', 'k', columns, table.exact) : null
}
