/** One row per sequence. */
export type SequenceRow = {
  readonly oid: string
  readonly schema: string
  readonly name: string
  /** Oid of the table and name of the column that own it. */
  readonly ownerTable: string | null
  readonly ownerColumn: string | null
  readonly type: string
  readonly start: string
  readonly minimum: string
  readonly maximum: string
  readonly increment: string
  readonly cycle: boolean
  readonly usage: boolean
  readonly last: string | null
}

/** `pg_sequence_last_value` refuses a role without privilege before 17, and an unlogged sequence on a standby. */
export const SEQUENCES = `
select
  c.oid::text as oid,
  n.nspname::text as schema,
  c.relname::text as name,
  d.refobjid::text as "ownerTable",
  a.attname::text as "ownerColumn",
  pg_catalog.format_type(s.seqtypid, null)::text as type,
  s.seqstart::text as start,
  s.seqmin::text as minimum,
  s.seqmax::text as maximum,
  s.seqincrement::text as increment,
  s.seqcycle as cycle,
  coalesce(pg_catalog.has_sequence_privilege(c.oid, 'USAGE, UPDATE'), false) as usage,
  case
    when pg_catalog.has_sequence_privilege(c.oid, 'SELECT, USAGE')
      and (c.relpersistence = 'p' or not pg_catalog.pg_is_in_recovery())
    then pg_catalog.pg_sequence_last_value(c.oid)::text
  end as last
from pg_catalog.pg_sequence s
join pg_catalog.pg_class c on c.oid = s.seqrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_depend d
  on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid
  and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjsubid > 0 and d.deptype in ('a', 'i')
left join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
`
