import type { ReferentialAction } from '../../model/catalog.ts'

/** One row per foreign key. */
export type ForeignKeyRow = {
  readonly relation: string
  readonly name: string
  readonly columns: readonly string[]
  readonly parent: string
  readonly parentColumns: readonly string[]
  readonly match: 'simple' | 'full'
  readonly onDelete: ReferentialAction
  readonly onUpdate: ReferentialAction
  readonly deferrable: boolean
  readonly deferred: boolean
  readonly validated: boolean
  readonly enforced: boolean
}

/**
 * A partition has its own copy of its parent's foreign key, which is listed. A key *to* a partitioned table has, besides,
 * one copy per partition of that table on the same relation; those are the server's own and left out. NOT ENFORCED came with
 * version 18; the server enforces a key by triggers, which can be disabled.
 */
export const FOREIGN_KEYS = `
select
  f.conrelid::text as relation,
  f.conname::text as name,
  own.names as columns,
  f.confrelid::text as parent,
  other.names as "parentColumns",
  case f.confmatchtype when 'f' then 'full' else 'simple' end as match,
  case f.confdeltype
    when 'r' then 'restrict' when 'c' then 'cascade' when 'n' then 'set null' when 'd' then 'set default' else 'no action'
  end as "onDelete",
  case f.confupdtype
    when 'r' then 'restrict' when 'c' then 'cascade' when 'n' then 'set null' when 'd' then 'set default' else 'no action'
  end as "onUpdate",
  f.condeferrable as deferrable,
  f.condeferred as deferred,
  f.convalidated as validated,
  coalesce((pg_catalog.to_jsonb(f) ->> 'conenforced')::bool, true) and not exists (
    select from pg_catalog.pg_trigger t where t.tgconstraint = f.oid and t.tgenabled not in ('O', 'A')
  ) as enforced
from pg_catalog.pg_constraint f
join pg_catalog.pg_class c on c.oid = f.conrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_constraint origin on origin.oid = f.conparentid
cross join lateral (
  select pg_catalog.json_agg(a.attname::text order by k.place) as names
  from pg_catalog.unnest(f.conkey) with ordinality k (attnum, place)
  join pg_catalog.pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum
) own
cross join lateral (
  select pg_catalog.json_agg(a.attname::text order by k.place) as names
  from pg_catalog.unnest(f.confkey) with ordinality k (attnum, place)
  join pg_catalog.pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum
) other
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and f.contype = 'f'
  and origin.conrelid is distinct from f.conrelid
`
