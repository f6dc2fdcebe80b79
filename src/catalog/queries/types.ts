import type { TypeInfo } from '../../model/catalog.ts'

/** One row per type that a column uses, and per type that those are made of. */
export type TypeRow = {
  readonly oid: string
  readonly schema: string
  readonly name: string
  /** A type of pg_catalog has the same name. */
  readonly shadowed: boolean
  readonly kind: TypeInfo['kind']
  readonly category: string
  readonly extension: string | null
  readonly labels: readonly string[]
  /** Oid of the element, subtype, range or base type. */
  readonly of: string | null
  /** Domain: the modifier of its base type; -1 without. */
  readonly modifier: number
  /** What `format_type` prints for the type itself. */
  readonly printed: string
  /** Domain: what `format_type` prints for its base type and modifier. */
  readonly printedBase: string | null
  readonly notNull: boolean
  readonly default: string | null
  readonly attributes: readonly {
    readonly name: string
    readonly type: string
    readonly modifier: number
    readonly printedType: string
  }[]
  readonly comment: string | null
}

/** An array is what another type names as its array; int2vector and oidvector have elements, but are written otherwise. */
export const TYPES = `
with recursive used (oid) as (
  select a.atttypid
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class c on c.oid = a.attrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and c.relkind in ('r', 'p', 'v', 'm', 'f')
    and a.attnum > 0 and not a.attisdropped
  union
  select part.oid
  from used u
  join pg_catalog.pg_type t on t.oid = u.oid
  cross join lateral (
    select e.oid from pg_catalog.pg_type e where e.oid = t.typelem and e.typarray = t.oid
    union all
    select t.typbasetype where t.typtype = 'd'
    union all
    select r.rngsubtype from pg_catalog.pg_range r where r.rngtypid = t.oid
    union all
    select r.rngtypid from pg_catalog.pg_range r where r.rngmultitypid = t.oid
    union all
    select a.atttypid
    from pg_catalog.pg_attribute a
    where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
  ) part
)
select
  t.oid::text as oid,
  n.nspname::text as schema,
  t.typname::text as name,
  n.nspname <> 'pg_catalog' and exists (
    select from pg_catalog.pg_type b
    where b.typname = t.typname and b.typnamespace = 'pg_catalog'::pg_catalog.regnamespace
  ) as shadowed,
  case t.typtype
    when 'e' then 'enum' when 'd' then 'domain' when 'c' then 'composite'
    when 'r' then 'range' when 'm' then 'multirange' when 'p' then 'pseudo'
    else case when e.oid is null then 'base' else 'array' end
  end as kind,
  t.typcategory::text as category,
  (
    select x.extname::text
    from pg_catalog.pg_depend d
    join pg_catalog.pg_extension x on x.oid = d.refobjid
    where d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.objid = coalesce(e.oid, t.oid) and d.deptype = 'e'
  ) as extension,
  coalesce((
    select pg_catalog.json_agg(l.enumlabel::text order by l.enumsortorder)
    from pg_catalog.pg_enum l where l.enumtypid = t.oid
  ), '[]') as labels,
  coalesce(
    e.oid,
    nullif(t.typbasetype, 0),
    (select r.rngsubtype from pg_catalog.pg_range r where r.rngtypid = t.oid),
    (select r.rngtypid from pg_catalog.pg_range r where r.rngmultitypid = t.oid)
  )::text as of,
  t.typtypmod::int4 as modifier,
  pg_catalog.format_type(t.oid, null)::text as printed,
  case when t.typtype = 'd' then pg_catalog.format_type(t.typbasetype, t.typtypmod)::text end as "printedBase",
  t.typnotnull as "notNull",
  pg_catalog.pg_get_expr(t.typdefaultbin, 0)::text as default,
  coalesce((
    select pg_catalog.json_agg(pg_catalog.json_build_object(
      'name', a.attname::text,
      'type', a.atttypid::text,
      'modifier', a.atttypmod::int4,
      'printedType', pg_catalog.format_type(a.atttypid, a.atttypmod)::text
    ) order by a.attnum)
    from pg_catalog.pg_attribute a
    where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
  ), '[]') as attributes,
  case when n.nspname <> 'pg_catalog' then comment.description::text end as comment
from (select distinct u.oid from used u) u
join pg_catalog.pg_type t on t.oid = u.oid
join pg_catalog.pg_namespace n on n.oid = t.typnamespace
left join pg_catalog.pg_type e on e.oid = t.typelem and e.typarray = t.oid
left join pg_catalog.pg_description comment
  on comment.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass and comment.objoid = t.oid and comment.objsubid = 0
`
