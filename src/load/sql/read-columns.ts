import type { Queryable } from '../../model/database.ts'
import { idToSql, type ObjectId } from '../../model/name.ts'

/** A column as the database has it now, as far as SQL that names it must know. */
export interface DbColumn {
  readonly name: string
  /** Its type with its limits, qualified: `character varying(40)`, `public.mood`. For comparing. */
  readonly type: string
  /** Its type without limits, so that a cast cuts nothing off: `character varying`, `bpchar`. For writing. */
  readonly cast: string
  /** Schema of the operator `=` that its indexes use; null: compare as text (json, point, arrays, composites). */
  readonly equality: string | null
}

/** A table as the database has it now. */
export interface DbTable {
  readonly id: ObjectId
  /** Schema and name, quoted. */
  readonly sql: string
  /** May the current role read its rows? */
  readonly readable: boolean
  /** Does row-level security hide rows from the current role? */
  readonly hidden: boolean
  readonly columns: ReadonlyMap<string, DbColumn>
}

// Equality goes by a type that has a default B-tree or hash operator class: `=` of box, circle and path compares sizes. Domains stand
// for their base; varchar, cidr and the like borrow the operator of the type that they are binary coercible to.
const COLUMNS = `
with recursive wanted as (
  select w.n, pg_catalog.to_regclass(w.rel) as rel
  from unnest($1::text[]) with ordinality as w(rel, n)
), cols as (
  select w.n, a.attnum, a.attname, a.atttypid, a.atttypmod
  from wanted w
  join pg_catalog.pg_attribute a on a.attrelid = w.rel and a.attnum > 0 and not a.attisdropped
), bases as (
  select t.oid as type, t.oid, t.typtype, t.typbasetype
  from pg_catalog.pg_type t where t.oid in (select atttypid from cols)
  union all
  select b.type, t.oid, t.typtype, t.typbasetype
  from bases b join pg_catalog.pg_type t on t.oid = b.typbasetype where b.typtype = 'd'
), candidates as (
  select b.type, b.oid, 0 as rank from bases b where b.typtype <> 'd'
  union all
  select b.type, c.casttarget, 1 from bases b
  join pg_catalog.pg_cast c on c.castsource = b.oid and c.castmethod = 'b' and c.castcontext = 'i'
  where b.typtype <> 'd'
), equalities as (
  select distinct on (c.type) c.type, n.nspname
  from candidates c
  join pg_catalog.pg_operator o on o.oprname = '=' and o.oprleft = c.oid and o.oprright = c.oid
  join pg_catalog.pg_namespace n on n.oid = o.oprnamespace
  where exists (
    select from pg_catalog.pg_opclass k join pg_catalog.pg_am m on m.oid = k.opcmethod
    where k.opcintype = c.oid and k.opcdefault and m.amname in ('btree', 'hash')
  )
  order by c.type, c.rank, n.nspname <> 'pg_catalog'
)
select w.n::int4 as n, w.rel is not null as there,
  coalesce(pg_catalog.has_table_privilege(w.rel, 'SELECT'), false) as readable,
  coalesce(pg_catalog.row_security_active(w.rel), false) as hidden,
  (
    select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'name', c.attname,
      'type', pg_catalog.format_type(c.atttypid, c.atttypmod),
      'cast', pg_catalog.format_type(c.atttypid, -1),
      'equality', coalesce(
        e.nspname,
        (select 'pg_catalog' from bases b where b.type = c.atttypid and b.typtype in ('e', 'r', 'm') limit 1)
      )
    ) order by c.attnum), '[]')
    from cols c left join equalities e on e.type = c.atttypid where c.n = w.n
  ) as columns
from wanted w
order by w.n
`

/**
 * Looks up tables; those that are not there are not in the result. Inside one of our transactions only: the names of types come out qualified, since
 * the search path is empty there.
 */
export async function readTables(tx: Queryable, ids: readonly ObjectId[]): Promise<ReadonlyMap<ObjectId, DbTable>> {
  const found = new Map<ObjectId, DbTable>()
  if (ids.length === 0) return found
  const rows = await tx.query<{ n: number; there: boolean; readable: boolean; hidden: boolean; columns: DbColumn[] }>(
    COLUMNS,
    [ids.map(idToSql)],
  )
  for (const { n, there, readable, hidden, columns } of rows) {
    const id = ids[n - 1]
    if (!there || id === undefined) continue
    const byName = new Map(columns.map((column) => [column.name, column]))
    found.set(id, { id, sql: idToSql(id), readable, hidden, columns: byName })
  }
  return found
}
