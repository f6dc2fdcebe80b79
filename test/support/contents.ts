import { quote, quoteQualified } from '../../src/model/name.ts'
import type { TestDatabase } from './database.ts'

export interface ContentsOptions {
  /** Keys drawn from sequences (and what refers to them) count from the table's smallest, for runs that may have left a gap before them. */
  readonly rebased?: boolean
  /** Columns that the database invents, as `table.column`. */
  readonly without?: readonly string[]
}

interface ColumnRow extends Record<string, unknown> {
  readonly schema: string
  readonly table: string
  readonly column: string
  readonly zoned: boolean
  /** The serial column that it is or refers to, as `[schema, table, column]`. */
  readonly serial: readonly string[] | null
}

const COLUMNS = `
with serials as (
  select a.attrelid, a.attnum, array[n.nspname, c.relname, a.attname]::text[] as name
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    and pg_get_serial_sequence(quote_ident(n.nspname) || '.' || quote_ident(c.relname), a.attname) is not null
), referring as (
  select k.conrelid as attrelid, k.conkey[i] as attnum, s.name
  from pg_constraint k
  cross join lateral generate_subscripts(k.conkey, 1) as i
  join serials s on s.attrelid = k.confrelid and s.attnum = k.confkey[i]
  where k.contype = 'f'
), named as (select * from serials union select * from referring)
select n.nspname::text as schema, c.relname::text as table, a.attname::text as column, a.atttypid = 'timestamptz'::regtype as zoned,
  (select to_json(d.name) from named d where d.attrelid = a.attrelid and d.attnum = a.attnum order by d.name limit 1) as serial
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid
where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and a.attnum > 0 and not a.attisdropped
order by 1, 2, a.attname collate "C"`

/**
 * What is in every table, as one line each: rows and a digest over them, whatever their order. Two databases are equal when these are.
 */
export async function contents(
  database: Pick<TestDatabase, 'raw'>,
  options: ContentsOptions = {},
): Promise<Record<string, string>> {
  const sums = [...(await rowTexts(database, options))].map(
    ([table, { from, row }]) =>
      `select ${literal(table)} as table, count(*) || ' rows ' || coalesce(md5(string_agg(md5(r.text), '' order by md5(r.text))), '') as digest
       from (select ${row} as text from ${from} t) r`,
  )
  const found = await database.raw<{ table: string; digest: string }>(sums.join(' union all '))
  return Object.fromEntries(found.map(({ table, digest }) => [table, digest]))
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The rows of one table as texts, sorted; to show what differs. */
export async function rowsOf(
  database: Pick<TestDatabase, 'raw'>,
  table: string,
  options: ContentsOptions = {},
): Promise<string[]> {
  const found = (await rowTexts(database, options)).get(table)
  if (found === undefined) throw new Error(`no table ${table}`)
  const rows = await database.raw<{ text: string }>(
    `select r.text from (select ${found.row} as text from ${found.from} t) r order by r.text collate "C"`,
  )
  return rows.map(({ text }) => text)
}

/** Per table the SQL of its name and of a row as one text, columns in the order of their names. */
async function rowTexts(
  database: Pick<TestDatabase, 'raw'>,
  { rebased = false, without = [] }: ContentsOptions,
): Promise<Map<string, { from: string; row: string }>> {
  const tables = new Map<string, { from: string; parts: string[] }>()
  for (const one of await database.raw<ColumnRow>(COLUMNS)) {
    const { schema, table, column, serial } = one
    const id = schema === 'public' ? table : `${schema}.${table}`
    const entry = tables.get(id) ?? { from: quoteQualified(schema, table), parts: [] }
    tables.set(id, entry)
    if (without.includes(`${id}.${column}`)) continue
    entry.parts.push(`coalesce(${rebased && serial !== null ? counted(column, serial) : text(one)}, 'NULL')`)
  }
  return new Map([...tables].map(([id, { from, parts }]) => [id, { from, row: `concat_ws('|', ${parts.join(', ')})` }]))
}

/** Instants as UTC, whatever the session's time zone is. */
const text = ({ column, zoned }: ColumnRow): string =>
  zoned ? `timezone('UTC', t.${quote(column)})::text` : `t.${quote(column)}::text`

function counted(column: string, [schema = '', table = '', serial = '']: readonly string[]): string {
  return `(t.${quote(column)} - (select min(s.${quote(serial)}) from ${quoteQualified(schema, table)} s))::text`
}
