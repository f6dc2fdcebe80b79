import type { Queryable } from '../../model/database.ts'
import { idToSql, type ObjectId, objectId, quoteQualified } from '../../model/name.ts'

/** A foreign key as SQL that looks for rows without a parent must know it. */
export interface SqlForeignKey {
  readonly name: string
  readonly table: ObjectId
  readonly parent: ObjectId
  /** The parent's name, quoted. */
  readonly parentSql: string
  readonly full: boolean
  /** Pairs in the order of the key; `operator` compares the parent's value with the child's: `operator(pg_catalog.=)`. */
  readonly pairs: readonly { readonly child: string; readonly parent: string; readonly operator: string }[]
  /** Columns of the child's primary key; none without one. */
  readonly key: readonly string[]
  /** Why nobody can tell, or null: the role cannot see all rows of both tables, or the key is over periods. */
  readonly blind: 'privilege' | 'row security' | 'periods' | null
}

// The server compares with the operators that it wrote down itself, whatever the search path. WITH PERIOD came with version 18.
const FOREIGN_KEYS = `
select w.n::int4 as n, f.conname::text as name, pn.nspname::text as "parentSchema", p.relname::text as "parentName",
  f.confmatchtype = 'f' as full,
  (
    select pg_catalog.json_agg(pg_catalog.json_build_object(
      'child', ca.attname, 'parent', pa.attname, 'operator', pg_catalog.format('operator(%I.%s)', o.nspname, op.oprname)
    ) order by k.place)
    from unnest(f.conkey, f.confkey, f.conpfeqop) with ordinality k (child, parent, operator, place)
    join pg_catalog.pg_attribute ca on ca.attrelid = f.conrelid and ca.attnum = k.child
    join pg_catalog.pg_attribute pa on pa.attrelid = f.confrelid and pa.attnum = k.parent
    join pg_catalog.pg_operator op on op.oid = k.operator
    join pg_catalog.pg_namespace o on o.oid = op.oprnamespace
  ) as pairs,
  coalesce((
    select pg_catalog.json_agg(a.attname::text order by k.place)
    from pg_catalog.pg_constraint pk
    cross join lateral pg_catalog.unnest(pk.conkey) with ordinality k (attnum, place)
    join pg_catalog.pg_attribute a on a.attrelid = pk.conrelid and a.attnum = k.attnum
    where pk.conrelid = f.conrelid and pk.contype = 'p'
  ), '[]') as key,
  case
    when coalesce((pg_catalog.to_jsonb(f) ->> 'conperiod')::bool, false) then 'periods'
    when not pg_catalog.has_table_privilege(f.conrelid, 'SELECT') or not pg_catalog.has_table_privilege(f.confrelid, 'SELECT')
      or not pg_catalog.has_schema_privilege(p.relnamespace, 'USAGE') then 'privilege'
    when pg_catalog.row_security_active(f.conrelid) or pg_catalog.row_security_active(f.confrelid) then 'row security'
  end as blind
from pg_catalog.unnest($1::text[]) with ordinality as w(rel, n)
join pg_catalog.pg_constraint f on f.conrelid = pg_catalog.to_regclass(w.rel) and f.contype = 'f'
join pg_catalog.pg_class p on p.oid = f.confrelid
join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
left join pg_catalog.pg_constraint origin on origin.oid = f.conparentid
where origin.conrelid is distinct from f.conrelid
order by w.n, f.conname collate "C"
`

interface Row extends Pick<SqlForeignKey, 'name' | 'full' | 'pairs' | 'key' | 'blind'> {
  readonly [column: string]: unknown
  readonly n: number
  readonly parentSchema: string
  readonly parentName: string
}

/** The foreign keys of tables, those included that are not valid, not enforced or deferred. */
export async function readForeignKeys(tx: Queryable, tables: readonly ObjectId[]): Promise<readonly SqlForeignKey[]> {
  const rows = await tx.query<Row>(FOREIGN_KEYS, [tables.map(idToSql)])
  return rows.map(({ n, name, parentSchema, parentName, full, pairs, key, blind }) => ({
    name,
    table: tables[n - 1] ?? '',
    parent: objectId(parentSchema, parentName),
    parentSql: quoteQualified(parentSchema, parentName),
    full,
    pairs,
    key,
    blind,
  }))
}
