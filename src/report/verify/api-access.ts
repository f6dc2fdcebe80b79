import { type Database, DatabaseError } from '../../model/database.ts'
import { idToSql, type ObjectId, quote, splitObjectId } from '../../model/name.ts'
import type { Viewer } from './ask-as.ts'

export type ApiRole = Viewer['role']

/** The privilege that a role lacks to read a table, before any policy: USAGE of its schema, or SELECT. Null: none. */
export type Missing = 'schema' | 'table' | null

export type Access = ReadonlyMap<ApiRole, ReadonlyMap<ObjectId, Missing>>

const ROLES: readonly ApiRole[] = ['authenticated', 'anon']

/** The roles of the API that are there and that the current role may become; `why` tells what is amiss with the others. */
export async function apiRoles(db: Database): Promise<{ roles: readonly ApiRole[]; why: string | null }> {
  const found = await db.transaction(
    (tx) =>
      tx.query<{ name: ApiRole }>(
        `select rolname::text as name from pg_catalog.pg_roles where rolname = any ($1::text[])`,
        [ROLES],
      ),
    { readOnly: true },
  )
  const roles: ApiRole[] = []
  for (const role of ROLES.filter((one) => found.some(({ name }) => name === one))) {
    try {
      await db.transaction((tx) => tx.execute(`set local role ${role}`), { readOnly: true })
      roles.push(role)
    } catch (error) {
      // insufficient_privilege
      if (!(error instanceof DatabaseError) || error.code !== '42501') throw error
    }
  }
  if (roles.includes('authenticated')) return { roles, why: null }
  const there = found.some(({ name }) => name === 'authenticated')
  return {
    roles,
    why: there ? 'the current role may not SET ROLE authenticated' : 'there is no role authenticated',
  }
}

/** A column's privilege is enough: then its rows can be counted. */
const ACCESS = `
select w.n::int4 as n, r.role,
  case
    when not pg_catalog.has_schema_privilege(r.role::pg_catalog.name, c.relnamespace, 'USAGE') then 'schema'
    when not pg_catalog.has_any_column_privilege(r.role::pg_catalog.name, c.oid, 'SELECT') then 'table'
  end as missing
from pg_catalog.unnest($1::text[]) with ordinality as w(rel, n)
join pg_catalog.pg_class c on c.oid = pg_catalog.to_regclass(w.rel)
cross join pg_catalog.unnest($2::text[]) as r(role)
`

/** What privileges let the roles of the API read. Tables that are gone are not in it. */
export async function readAccess(
  db: Database,
  roles: readonly ApiRole[],
  tables: readonly ObjectId[],
): Promise<Access> {
  const access = new Map(roles.map((role) => [role, new Map<ObjectId, Missing>()]))
  const rows = await db.transaction(
    (tx) => tx.query<{ n: number; role: ApiRole; missing: Missing }>(ACCESS, [tables.map(idToSql), roles]),
    { readOnly: true },
  )
  for (const { n, role, missing } of rows) access.get(role)?.set(tables[n - 1] ?? '', missing)
  return access
}

/** The statement that would let a role in. */
export const grantStatement = (role: ApiRole, table: ObjectId, missing: Exclude<Missing, null>): string =>
  missing === 'schema'
    ? `grant usage on schema ${quote(splitObjectId(table).schema)} to ${role};`
    : `grant select on ${idToSql(table)} to ${role};`
