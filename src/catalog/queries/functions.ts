import type { FunctionInfo } from '../../model/catalog.ts'

/** One row per function, procedure, aggregate and window function that matters. */
export type FunctionRow = {
  readonly oid: string
  readonly schema: string
  readonly name: string
  /** The types of its input arguments: `integer, text`; tells overloads apart. */
  readonly signature: string
  readonly language: string
  readonly returns: string
  readonly arguments: string
  readonly body: string
  readonly volatility: FunctionInfo['volatility']
  readonly securityDefiner: boolean
  readonly extension: string | null
}

/**
 * All functions of the user, since the bodies of some call others; of extensions and of Postgres itself only those that
 * a trigger runs, and of extensions also those that a default, check, generated column or policy calls. `pg_get_functiondef`
 * refuses aggregates, but those have no SQL body.
 */
export const FUNCTIONS = `
select
  p.oid::text as oid,
  n.nspname::text as schema,
  p.proname::text as name,
  pg_catalog.oidvectortypes(p.proargtypes)::text as signature,
  l.lanname::text as language,
  coalesce(pg_catalog.pg_get_function_result(p.oid), '')::text as returns,
  pg_catalog.pg_get_function_arguments(p.oid)::text as arguments,
  case when p.prosqlbody is null then p.prosrc else pg_catalog.pg_get_functiondef(p.oid) end::text as body,
  case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end as volatility,
  p.prosecdef as "securityDefiner",
  e.extname::text as extension
from pg_catalog.pg_proc p
join pg_catalog.pg_namespace n on n.oid = p.pronamespace
join pg_catalog.pg_language l on l.oid = p.prolang
left join pg_catalog.pg_depend x
  on x.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and x.objid = p.oid and x.deptype = 'e'
left join pg_catalog.pg_extension e on e.oid = x.refobjid
where (n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and e.oid is null)
  or p.oid in (
    select t.tgfoid
    from pg_catalog.pg_trigger t
    join pg_catalog.pg_class c on c.oid = t.tgrelid
    join pg_catalog.pg_namespace cn on cn.oid = c.relnamespace
    where not t.tgisinternal and cn.nspname !~ '^pg_' and cn.nspname <> 'information_schema'
  )
  or e.oid is not null and p.oid in (
    select d.refobjid
    from pg_catalog.pg_depend d
    where d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
      and d.classid in (
        'pg_catalog.pg_attrdef'::pg_catalog.regclass,
        'pg_catalog.pg_constraint'::pg_catalog.regclass,
        'pg_catalog.pg_policy'::pg_catalog.regclass
      )
  )
`
