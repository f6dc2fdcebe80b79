import { privileges } from './privileges.ts'

/** One row per schema. */
export type SchemaRow = {
  readonly name: string
  readonly owner: string
  readonly usage: boolean
  readonly extension: string | null
  readonly privileges: readonly string[]
}

export const SCHEMAS = `
select
  n.nspname::text as name,
  pg_catalog.pg_get_userbyid(n.nspowner)::text as owner,
  coalesce(pg_catalog.has_schema_privilege(n.oid, 'USAGE'), false) as usage,
  e.extname::text as extension,
  ${privileges("coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))", 'n.nspowner')} as privileges
from pg_catalog.pg_namespace n
left join pg_catalog.pg_depend d
  on d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass and d.objid = n.oid and d.deptype = 'e'
left join pg_catalog.pg_extension e on e.oid = d.refobjid
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
`
