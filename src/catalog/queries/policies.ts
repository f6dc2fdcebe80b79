import type { Policy } from '../../model/catalog.ts'

/** One row per row-level security policy. */
export type PolicyRow = {
  readonly relation: string
  readonly name: string
  readonly command: Policy['command']
  readonly permissive: boolean
  readonly roles: readonly string[]
  readonly using: string | null
  readonly check: string | null
}

/** Role 0 is PUBLIC. */
export const POLICIES = `
select
  p.polrelid::text as relation,
  p.polname::text as name,
  case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
    as command,
  p.polpermissive as permissive,
  (
    select pg_catalog.json_agg(case when k.role = 0 then 'public' else pg_catalog.pg_get_userbyid(k.role)::text end)
    from pg_catalog.unnest(p.polroles) k (role)
  ) as roles,
  pg_catalog.pg_get_expr(p.polqual, p.polrelid)::text as using,
  pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)::text as check
from pg_catalog.pg_policy p
join pg_catalog.pg_class c on c.oid = p.polrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
`
