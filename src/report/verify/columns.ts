import type { Queryable } from '../../model/database.ts'
import { idToSql, type ObjectId, quote } from '../../model/name.ts'

/** A column as SQL that compares it must know it. */
export interface SqlColumn {
  readonly name: string
  /** Its type with its limits, qualified: `character varying(40)`, `public.mood`. */
  readonly type: string
  /** Has its type an operator `=` that is found with an empty search path? Else it is compared as text. */
  readonly plain: boolean
}

const COLUMNS = `
select w.n::int4 as n, a.attname::text as name,
  pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
  coalesce(b.typnamespace, t.typnamespace) = 'pg_catalog'::pg_catalog.regnamespace or coalesce(b.typtype, t.typtype) = 'e' as plain
from pg_catalog.unnest($1::text[]) with ordinality as w(rel, n)
join pg_catalog.pg_attribute a on a.attrelid = pg_catalog.to_regclass(w.rel) and a.attnum > 0 and not a.attisdropped
join pg_catalog.pg_type t on t.oid = a.atttypid
left join pg_catalog.pg_type b on b.oid = t.typbasetype and t.typtype = 'd'
`

/** The columns of tables by name; tables that are not there have none. Inside our transactions only: with an empty search path types come out qualified. */
export async function readColumns(
  tx: Queryable,
  tables: readonly ObjectId[],
): Promise<ReadonlyMap<ObjectId, ReadonlyMap<string, SqlColumn>>> {
  const found = new Map(tables.map((id) => [id, new Map<string, SqlColumn>()]))
  const rows = await tx.query<{ n: number; name: string; type: string; plain: boolean }>(COLUMNS, [tables.map(idToSql)])
  for (const { n, ...column } of rows) found.get(tables[n - 1] ?? '')?.set(column.name, column)
  return found
}

/** Of these names those that the table has, in that order; null when one is missing. */
export function columnsOf(
  columns: ReadonlyMap<string, SqlColumn> | undefined,
  names: readonly string[],
): readonly SqlColumn[] | null {
  const found = names.map((name) => columns?.get(name))
  return found.every((column) => column !== undefined) ? found : null
}

/** `unnest($1::text[], …) with ordinality as k(c1, …, n)`: rows whose columns are parameters, the first of them number `first`. */
export function sheet(width: number, first = 1): string {
  const numbers = Array.from({ length: width }, (_, i) => i)
  const arrays = numbers.map((i) => `$${first + i}::text[]`)
  return `unnest(${arrays.join(', ')}) with ordinality as k(${[...numbers.map((i) => `c${i + 1}`), 'n'].join(', ')})`
}

/** Is row `t` the row `k` of the sheet? Its first columns are the key. */
export const sameKey = (key: readonly SqlColumn[]): string =>
  key
    .map(({ name, type, plain }, i) =>
      plain ? `t.${quote(name)} = k.c${i + 1}::${type}` : `t.${quote(name)}::text = k.c${i + 1}::${type}::text`,
    )
    .join(' and ')

/** Rows as columns: one array of texts for each column, as `sheet` takes them. */
export const transposed = (width: number, rows: readonly (readonly (string | null)[])[]): (string | null)[][] =>
  Array.from({ length: width }, (_, i) => rows.map((row) => row[i] ?? null))
