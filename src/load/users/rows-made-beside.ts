import type { Queryable } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { type ObjectId, quote, quoteQualified } from '../../model/name.ts'
import { type GrownTable, grownTables } from '../harvest/grown-tables.ts'
import type { Harvested } from '../harvest/harvest.ts'
import type { Keys } from '../harvest/new-rows.ts'
import type { DbTable } from '../sql/read-columns.ts'

/** A table that triggers on users may write, and how many rows it has. */
export interface CountedTable extends GrownTable {
  readonly count: number
  /** Its columns that lead to users. */
  readonly leading: readonly string[]
}

/** Tables of the application, and their columns that lead to users (`$1`); none where no trigger looks at users. */
const TABLES = `
select c.oid::text as oid, (
  select coalesce(pg_catalog.json_agg(a.attname), '[]') from pg_catalog.pg_constraint f
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = f.conkey[1]
  where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = pg_catalog.to_regclass($1) and pg_catalog.cardinality(f.conkey) = 1
) as leading
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and c.relpersistence <> 't' and c.oid >= 16384 and n.nspname not in ('auth', 'storage')
  and exists (
    select from pg_catalog.pg_trigger g
    where g.tgrelid = pg_catalog.to_regclass($1) and not g.tgisinternal and g.tgenabled not in ('D', 'R')
  )`

/** Counts the tables that triggers on users may write, before users are made. */
export async function countBeside(tx: Queryable, users: DbTable): Promise<readonly CountedTable[]> {
  const tables = await tx.query<{ oid: string; leading: string[] }>(TABLES, [users.sql])
  const all = new Map(tables.map(({ oid }) => [oid, { inserted: 1, updated: 0 }]))
  const leading = new Map(tables.map((one) => [one.oid, one.leading]))
  const counted: CountedTable[] = []
  for (const table of tables.length === 0 ? [] : await grownTables(tx, new Map(), all, []))
    if (table.visible)
      counted.push({ ...table, leading: leading.get(table.oid) ?? [], count: await countOf(tx, table) })
  return counted
}

async function countOf(tx: Queryable, { schema, name }: GrownTable): Promise<number> {
  const [row] = await tx.query<{ n: number }>(`select count(*)::float8 as n from only ${quoteQualified(schema, name)}`)
  return row?.n ?? 0
}

/**
 * Rows that triggers made while Supabase Auth made these users: they carry the transaction that their user carries, for all of its steps are in one. A trigger
 * that catches exceptions writes in a transaction of its own below that one, with a later number: its rows are known by leading to the user. Rows that were only
 * changed carry it as well, so a table is believed only where it has grown by as many. `before`: as it was counted; null: some of the users were there already.
 * To be called before anything else changes the users.
 */
export async function rowsMadeBeside(
  tx: Queryable,
  users: DbTable,
  ids: readonly string[],
  before: readonly CountedTable[] | null,
): Promise<{ readonly made: readonly Harvested[]; readonly unsure: readonly ObjectId[] }> {
  const [by] = await tx.query<{ xids: string[] | null }>(
    `select pg_catalog.array_agg(distinct t.xmin::text) as xids from ${users.sql} t where t.id = any($1::pg_catalog.uuid[])`,
    [ids],
  )
  const made: Harvested[] = []
  const unsure: ObjectId[] = []
  if (by?.xids == null) return { made, unsure }
  for (const table of before ?? (await countBeside(tx, users))) {
    const keys = await keysBy(tx, table, by.xids, ids)
    if (keys.length === 0) continue
    const grown = before === null ? null : (await countOf(tx, table)) - table.count
    if (grown === keys.length) made.push({ table: table.id, columns: table.columns, exact: table.exact, keys })
    else if (grown !== 0) unsure.push(table.id)
  }
  return { made, unsure }
}

async function keysBy(
  tx: Queryable,
  table: CountedTable,
  xids: readonly string[],
  ids: readonly string[],
): Promise<Keys> {
  const texts = table.columns.map((column) => `t.${quote(column)}::text`).join(', ')
  const theirs = table.leading.map((column) => `t.${quote(column)} = any($2::pg_catalog.uuid[])`)
  const since = 'pg_catalog.age(t.xmin) <= (select max(pg_catalog.age(x)) from unnest($1::xid[]) x)'
  const later = theirs.length === 0 ? '' : ` or ((${theirs.join(' or ')}) and ${since})`
  const found = await tx.query<{ key: string[] }>(
    `select array[${texts}] as key from only ${quoteQualified(table.schema, table.name)} t where t.xmin = any($1::xid[])${later}`,
    theirs.length === 0 ? [xids] : [xids, ids],
  )
  return found.map(({ key }) => key)
}

/** Rows that might be ours stay when ours are removed. */
export const unsureFinding = (table: ObjectId): Finding =>
  finding(
    'trigger-rows-unsure',
    'warning',
    { table },
    `Triggers wrote rows of ${table} while Supabase Auth made users, and nobody can tell which of them are new; \`supa-seed cleanup\` will leave them.`,
    { next: 'Remove them by hand after a cleanup; or make users by SQL, where every row is told.' },
  )
