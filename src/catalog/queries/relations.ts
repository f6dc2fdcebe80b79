import type { RelationKind } from '../../model/catalog.ts'
import { privileges } from './privileges.ts'

/** One row per table, partitioned table, view, materialized view and foreign table. Oids are text. */
export type RelationRow = {
  readonly oid: string
  readonly schema: string
  readonly name: string
  readonly kind: RelationKind
  readonly owner: string
  readonly comment: string | null
  readonly persistence: 'permanent' | 'unlogged' | 'temporary'
  readonly extension: string | null
  readonly rowEstimate: number
  readonly partitionParent: string | null
  readonly partitionBound: string | null
  readonly partitionStrategy: 'range' | 'list' | 'hash' | null
  readonly partitionColumns: readonly (string | null)[] | null
  readonly partitionDefinition: string | null
  /** Oids of the parents by INHERITS, in their order. */
  readonly inherits: readonly string[]
  readonly rowSecurityEnabled: boolean
  readonly rowSecurityForced: boolean
  readonly rowSecurityActive: boolean
  readonly maySelect: boolean
  readonly mayInsert: boolean
  readonly mayUpdate: boolean
  readonly mayDelete: boolean
  readonly mayTruncate: boolean
  readonly privileges: readonly string[]
  /** Of columns: `authenticated UPDATE (title)`. */
  readonly columnPrivileges: readonly string[]
  readonly definition: string | null
  /** Oids of the relations that a view reads. */
  readonly reads: readonly string[]
  readonly populated: boolean
  /** Expressions and predicates of its indexes that are not unique. */
  readonly indexed: readonly string[]
  readonly otherIndexes: readonly string[]
}

/** Privileges are asked by oid: asked by name, a table in a schema without USAGE is an error. */
export const RELATIONS = `
select
  c.oid::text as oid,
  n.nspname::text as schema,
  c.relname::text as name,
  case c.relkind
    when 'r' then 'table' when 'p' then 'partitioned' when 'v' then 'view' when 'm' then 'materialized' else 'foreign'
  end as kind,
  pg_catalog.pg_get_userbyid(c.relowner)::text as owner,
  comment.description::text as comment,
  case c.relpersistence when 'p' then 'permanent' when 'u' then 'unlogged' else 'temporary' end as persistence,
  e.extname::text as extension,
  c.reltuples::float8 as "rowEstimate",
  case when c.relispartition then (
    select i.inhparent::text from pg_catalog.pg_inherits i where i.inhrelid = c.oid
  ) end as "partitionParent",
  pg_catalog.pg_get_expr(c.relpartbound, c.oid)::text as "partitionBound",
  case p.partstrat when 'r' then 'range' when 'l' then 'list' when 'h' then 'hash' end as "partitionStrategy",
  (
    select pg_catalog.json_agg(a.attname::text order by k.place)
    from pg_catalog.unnest(p.partattrs::int2[]) with ordinality k (attnum, place)
    left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum and k.attnum <> 0
  ) as "partitionColumns",
  case when p.partrelid is not null then pg_catalog.pg_get_partkeydef(c.oid)::text end as "partitionDefinition",
  coalesce((
    select pg_catalog.json_agg(i.inhparent::text order by i.inhseqno)
    from pg_catalog.pg_inherits i
    where i.inhrelid = c.oid and not c.relispartition
  ), '[]') as inherits,
  c.relrowsecurity as "rowSecurityEnabled",
  c.relforcerowsecurity as "rowSecurityForced",
  case when c.relrowsecurity then coalesce(pg_catalog.row_security_active(c.oid), false) else false end as "rowSecurityActive",
  coalesce(pg_catalog.has_table_privilege(c.oid, 'SELECT'), false) as "maySelect",
  coalesce(pg_catalog.has_table_privilege(c.oid, 'INSERT'), false) as "mayInsert",
  coalesce(pg_catalog.has_table_privilege(c.oid, 'UPDATE'), false) as "mayUpdate",
  coalesce(pg_catalog.has_table_privilege(c.oid, 'DELETE'), false) as "mayDelete",
  coalesce(pg_catalog.has_table_privilege(c.oid, 'TRUNCATE'), false) as "mayTruncate",
  ${privileges("coalesce(c.relacl, pg_catalog.acldefault('r', c.relowner))", 'c.relowner')} as privileges,
  (
    select coalesce(pg_catalog.json_agg(one.privilege || ' (' || a.attname || ')'), '[]')
    from pg_catalog.pg_attribute a
    cross join lateral pg_catalog.json_array_elements_text(${privileges('a.attacl', 'c.relowner')}) one (privilege)
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attacl is not null
  ) as "columnPrivileges",
  case when c.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(c.oid)::text end as definition,
  coalesce((
    select pg_catalog.json_agg(distinct d.refobjid::text)
    from pg_catalog.pg_rewrite w
    join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = w.oid
    where w.ev_class = c.oid and w.rulename = '_RETURN' and c.relkind in ('v', 'm')
      and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid <> c.oid
  ), '[]') as reads,
  c.relispopulated as populated,
  coalesce((
    select pg_catalog.json_agg(distinct one.text)
    from pg_catalog.pg_index i
    cross join lateral (
      select pg_catalog.pg_get_indexdef(i.indexrelid, k.place::int, false)
      from pg_catalog.unnest(i.indkey::int2[]) with ordinality k (attnum, place)
      where k.attnum = 0 and k.place <= i.indnkeyatts
      union all select pg_catalog.pg_get_expr(i.indpred, i.indrelid)
    ) one (text)
    where i.indrelid = c.oid and i.indisready and not i.indisunique and not i.indisexclusion and one.text is not null
  ), '[]') as indexed,
  coalesce((
    select pg_catalog.json_agg(x.relname::text)
    from pg_catalog.pg_index i
    join pg_catalog.pg_class x on x.oid = i.indexrelid
    where i.indrelid = c.oid and not i.indisunique and not i.indisexclusion
  ), '[]') as "otherIndexes"
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_partitioned_table p on p.partrelid = c.oid
left join pg_catalog.pg_description comment
  on comment.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and comment.objoid = c.oid and comment.objsubid = 0
left join pg_catalog.pg_depend x
  on x.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and x.objid = c.oid and x.objsubid = 0 and x.deptype = 'e'
left join pg_catalog.pg_extension e on e.oid = x.refobjid
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and c.relkind in ('r', 'p', 'v', 'm', 'f')
`
