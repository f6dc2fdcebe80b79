import type { Database } from '../../model/database.ts'
import { idToSql, type ObjectId, quote } from '../../model/name.ts'
import type { TokenUser } from './users.ts'

/** Columns of a table that says in which role a user belongs to something. */
export interface RoleTable {
  readonly table: ObjectId
  readonly user: string
  readonly role: string
}

/** Users of one role and persona who are looked over the shoulder, and of all. */
const ALIKE_AT_MOST = 20
const AT_MOST = 100

/**
 * The first of each kind: who has the same role in their metadata, the same persona and the same roles in memberships. In the given order, with what they
 * are.
 */
export async function chooseUsers(
  db: Database,
  users: readonly TokenUser[],
  tables: readonly RoleTable[],
): Promise<readonly TokenUser[]> {
  const member = await memberRoles(db, users, tables)
  const taken = new Map<string, number>()
  const chosen = users.flatMap((user): TokenUser[] => {
    const roles = [...(user.role === null ? [] : [user.role]), ...(member.get(user.id) ?? [])]
    const kind = JSON.stringify([roles, user.persona, user.claims.aal])
    const before = taken.get(kind) ?? 0
    taken.set(kind, before + 1)
    return before < ALIKE_AT_MOST ? [{ ...user, role: roles[0] ?? null }] : []
  })
  return chosen.slice(0, AT_MOST)
}

/** By user id, sorted. */
async function memberRoles(
  db: Database,
  users: readonly TokenUser[],
  tables: readonly RoleTable[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const roles = new Map<string, string[]>()
  for (const { table, user, role } of tables) {
    const rows = await db.transaction(
      (tx) =>
        tx.query<{ id: string; role: string }>(
          `select distinct m.${quote(user)}::text as id, m.${quote(role)}::text as role from ${idToSql(table)} m
           where m.${quote(user)} = any ($1::uuid[]) and m.${quote(role)} is not null order by 1, 2`,
          [[...new Set(users.map(({ id }) => id))]],
        ),
      { readOnly: true },
    )
    for (const row of rows) roles.set(row.id, [...(roles.get(row.id) ?? []), row.role])
  }
  return roles
}
