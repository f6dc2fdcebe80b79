import type { Trigger } from '../../model/catalog.ts'

/** One row per user trigger. */
export type TriggerRow = {
  readonly relation: string
  readonly name: string
  readonly timing: Trigger['timing']
  readonly events: Trigger['events']
  readonly level: Trigger['level']
  readonly function: string
  readonly constraint: boolean
  readonly enabled: Trigger['enabled']
  readonly definition: string
}

/** The bits of tgtype: 1 row, 2 before, 4 insert, 8 delete, 16 update, 32 truncate, 64 instead. */
export const TRIGGERS = `
select
  t.tgrelid::text as relation,
  t.tgname::text as name,
  case when t.tgtype & 64 <> 0 then 'instead of' when t.tgtype & 2 <> 0 then 'before' else 'after' end as timing,
  pg_catalog.to_json(pg_catalog.array_remove(array[
    case when t.tgtype & 4 <> 0 then 'insert' end,
    case when t.tgtype & 16 <> 0 then 'update' end,
    case when t.tgtype & 8 <> 0 then 'delete' end,
    case when t.tgtype & 32 <> 0 then 'truncate' end
  ], null)) as events,
  case when t.tgtype & 1 <> 0 then 'row' else 'statement' end as level,
  t.tgfoid::oid::text as function,
  t.tgconstraint <> 0 as constraint,
  t.tgenabled::text as enabled,
  pg_catalog.pg_get_triggerdef(t.oid, false)::text as definition
from pg_catalog.pg_trigger t
join pg_catalog.pg_class c on c.oid = t.tgrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not t.tgisinternal
`
