/** One row per column of the relations. */
export type ColumnRow = {
  readonly relation: string
  readonly name: string
  readonly position: number
  readonly type: string
  /** `atttypmod`; -1 without. */
  readonly modifier: number
  /** What `format_type` makes of type and modifier. */
  readonly printedType: string
  readonly notNull: boolean
  readonly default: string | null
  readonly identity: 'always' | 'by default' | null
  readonly generated: 'stored' | 'virtual' | null
  readonly sequence: string | null
  /** Only where it is not the type's own. */
  readonly collationSchema: string | null
  readonly collationName: string | null
  readonly nondeterministic: boolean
  readonly comment: string | null
  readonly insertable: boolean
  readonly updatable: boolean
}

/**
 * The sequence behind a column: of its identity, else the one that its default reads, else one that it owns (a default
 * that says `nextval('name'::text)` leaves no dependency).
 */
export const COLUMNS = `
with behind as (
  select distinct on (found.relation, found.attnum) found.relation, found.attnum, found.sequence
  from (
    select
      d.refobjid as relation, d.refobjsubid as attnum, s.oid as sequence, s.relname as name,
      case d.deptype when 'i' then 1 else 3 end as rank
    from pg_catalog.pg_class s
    join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = s.oid
    where s.relkind = 'S' and d.deptype in ('a', 'i')
      and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjsubid > 0
    union all
    select f.adrelid, f.adnum, s.oid, s.relname, 2
    from pg_catalog.pg_class s
    join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = s.oid
    join pg_catalog.pg_attrdef f on f.oid = d.objid
    where s.relkind = 'S' and d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
  ) found
  order by found.relation, found.attnum, found.rank, found.name, found.sequence
)
select
  a.attrelid::text as relation,
  a.attname::text as name,
  a.attnum::int4 as position,
  a.atttypid::text as type,
  a.atttypmod::int4 as modifier,
  pg_catalog.format_type(a.atttypid, a.atttypmod)::text as "printedType",
  a.attnotnull as "notNull",
  pg_catalog.pg_get_expr(f.adbin, f.adrelid)::text as default,
  case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
  case a.attgenerated when 's' then 'stored' when 'v' then 'virtual' end as generated,
  b.sequence::text as sequence,
  case when l.oid <> t.typcollation then ln.nspname::text end as "collationSchema",
  case when l.oid <> t.typcollation then l.collname::text end as "collationName",
  not coalesce(l.collisdeterministic, true) as nondeterministic,
  comment.description::text as comment,
  coalesce(pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'INSERT'), false) as insertable,
  coalesce(pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'UPDATE'), false) as updatable
from pg_catalog.pg_attribute a
join pg_catalog.pg_class c on c.oid = a.attrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_type t on t.oid = a.atttypid
left join pg_catalog.pg_attrdef f on f.adrelid = a.attrelid and f.adnum = a.attnum
left join behind b on b.relation = a.attrelid and b.attnum = a.attnum
left join pg_catalog.pg_collation l on l.oid = a.attcollation
left join pg_catalog.pg_namespace ln on ln.oid = l.collnamespace
left join pg_catalog.pg_description comment
  on comment.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
  and comment.objoid = a.attrelid and comment.objsubid = a.attnum
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and c.relkind in ('r', 'p', 'v', 'm', 'f')
  and a.attnum > 0 and not a.attisdropped
`
