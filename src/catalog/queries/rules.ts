/** One row per rewrite rule, those of views left out. */
export type RuleRow = {
  readonly relation: string
  readonly name: string
  readonly event: 'select' | 'update' | 'insert' | 'delete'
  readonly instead: boolean
  readonly definition: string
}

/** Rules that do not fire in an ordinary session (disabled, replica only) are left out. */
export const RULES = `
select
  r.ev_class::text as relation,
  r.rulename::text as name,
  case r.ev_type when '1' then 'select' when '2' then 'update' when '3' then 'insert' else 'delete' end as event,
  r.is_instead as instead,
  pg_catalog.pg_get_ruledef(r.oid)::text as definition
from pg_catalog.pg_rewrite r
join pg_catalog.pg_class c on c.oid = r.ev_class
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and r.rulename <> '_RETURN'
  and r.ev_enabled in ('O', 'A')
`
