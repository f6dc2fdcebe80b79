/** One row per check of a relation or of a domain. */
export type CheckRow = {
  /** Oid of the relation, or null for a domain's. */
  readonly relation: string | null
  /** Oid of the domain, or null for a relation's. */
  readonly domain: string | null
  readonly name: string
  readonly expression: string
  readonly columns: readonly string[]
  readonly validated: boolean
}

/** NOT NULL has rows of its own in pg_constraint since 18 (relations) and 17 (domains): contype 'n', not a check. */
export const CHECKS = `
select
  case when k.contypid = 0 then k.conrelid::text end as relation,
  case when k.contypid <> 0 then k.contypid::text end as domain,
  k.conname::text as name,
  pg_catalog.pg_get_expr(k.conbin, k.conrelid)::text as expression,
  coalesce((
    select pg_catalog.json_agg(a.attname::text order by p.place)
    from pg_catalog.unnest(k.conkey) with ordinality p (attnum, place)
    join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.attnum
  ), '[]') as columns,
  k.convalidated as validated
from pg_catalog.pg_constraint k
join pg_catalog.pg_namespace n on n.oid = k.connamespace
where n.nspname !~ '^pg_'
  and k.contype = 'c'
  and (k.contypid <> 0 or n.nspname <> 'information_schema')
`
