import type { Queryable } from '../../model/database.ts'
import { type ObjectId, objectId } from '../../model/name.ts'
import type { Counters } from './counters.ts'

/** A table that grew during a chunk. */
export interface GrownTable {
  readonly oid: string
  readonly id: ObjectId
  readonly schema: string
  readonly name: string
  /** Columns that identify a row: primary key, another key without NULLs, or all (`exact` false). */
  readonly columns: readonly string[]
  readonly exact: boolean
  readonly inserted: number
  /** True: rows were updated as well, so that not every row that carries our transaction is new. */
  readonly mixed: boolean
  /** The table of the plan that this one is, or is a partition of; null otherwise. */
  readonly target: ObjectId | null
  /** False: its rows cannot be seen (no privilege, or row-level security). */
  readonly visible: boolean
}

const TABLES = `
with targets as (
  select t.target, coalesce(p.relid::oid, pg_catalog.to_regclass(t.target)::oid) as oid, t.n
  from unnest($2::text[]) with ordinality as t(target, n)
  left join lateral pg_catalog.pg_partition_tree(pg_catalog.to_regclass(t.target)) p on true
)
select c.oid::text as oid, n.nspname::text as schema, c.relname::text as name,
  (select t.n::int4 from targets t where t.oid = c.oid limit 1) as target,
  pg_catalog.has_table_privilege(c.oid, 'SELECT') and not pg_catalog.row_security_active(c.oid) as visible,
  key.columns as key,
  (
    select pg_catalog.array_agg(a.attname::text order by a.attnum) from pg_catalog.pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  ) as columns
from unnest($1::text[]) as wanted(oid)
join pg_catalog.pg_class c on c.oid = wanted.oid::oid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join lateral (
  select (
    select pg_catalog.array_agg(a.attname::text order by k.n)
    from unnest(i.indkey::int2[]) with ordinality as k(attnum, n)
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
    where k.n <= i.indnkeyatts
  ) as columns
  from pg_catalog.pg_index i
  where i.indrelid = c.oid and i.indisunique and i.indisvalid and i.indpred is null and i.indexprs is null
    and not exists (
      select from unnest(i.indkey::int2[]) with ordinality as k(attnum, n)
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where k.n <= i.indnkeyatts and not a.attnotnull
    )
  order by i.indisprimary desc, i.indexrelid
  limit 1
) key on true
order by n.nspname, c.relname
`

/**
 * The tables that grew between two readings, with what is needed to find the new rows. `targets`: the tables that the chunk itself writes, as SQL
 * names them, with the number of rows sent; one of them is in the result only when it grew by more.
 */
export async function grownTables(
  tx: Queryable,
  before: Counters,
  after: Counters,
  targets: readonly { readonly id: ObjectId; readonly sql: string; readonly sent: number }[],
): Promise<GrownTable[]> {
  const grown = [...after].filter(([oid, now]) => now.inserted > (before.get(oid)?.inserted ?? 0)).map(([oid]) => oid)
  if (grown.length === 0) return []
  const rows = await tx.query<Row>(TABLES, [grown, targets.map(({ sql }) => sql)])
  const more = (oid: string, what: 'inserted' | 'updated') =>
    (after.get(oid)?.[what] ?? 0) - (before.get(oid)?.[what] ?? 0)
  const sums = targets.map(() => 0)
  for (const { oid, target } of rows)
    if (target !== null) sums[target - 1] = (sums[target - 1] ?? 0) + more(oid, 'inserted')
  return rows
    .filter(({ target }) => target === null || (sums[target - 1] ?? 0) > (targets[target - 1]?.sent ?? 0))
    .map((row) => ({
      oid: row.oid,
      id: objectId(row.schema, row.name),
      schema: row.schema,
      name: row.name,
      columns: row.key ?? row.columns,
      exact: row.key !== null,
      inserted: more(row.oid, 'inserted'),
      mixed: more(row.oid, 'updated') > 0,
      target: row.target === null ? null : (targets[row.target - 1]?.id ?? null),
      visible: row.visible,
    }))
}

type Row = {
  oid: string
  schema: string
  name: string
  target: number | null
  visible: boolean
  key: string[] | null
  columns: string[]
}
