import type { Queryable } from '../model/database.ts'
import { idToSql, type ObjectId, quote } from '../model/name.ts'
import type { Plan } from '../model/plan.ts'
import { isIn } from '../model/row-spans.ts'
import type { Rows } from '../values/rows.ts'

/** Table of the users who can sign in, and its key. */
export interface Users {
  readonly users: ObjectId
  readonly key: string
}

/**
 * Lets the rest of a transaction act as the first user (of ours, else of all that are there), as far as `auth.uid()`, `auth.jwt()` and `auth.role()` tell; the
 * database's role stays. False: there is no user.
 */
export async function signIn(tx: Queryable, plan: Plan, rows: Rows, who: Users): Promise<boolean> {
  const id = firstOfOurs(plan, rows, who)
  if (id === null) return signInAsAnyone(tx, who)
  await actAs(tx, id)
  return true
}

/** As the first of all users that are there. */
export async function signInAsAnyone(tx: Queryable, { users, key }: Users): Promise<boolean> {
  const [row] = await tx.query<{ id: string }>(
    `select ${quote(key)}::text as id from ${idToSql(users)} order by ${quote(key)} limit 1`,
  )
  if (row === undefined) return false
  await actAs(tx, row.id)
  return true
}

function actAs(tx: Queryable, id: string): Promise<void> {
  const claims = { sub: id, role: 'authenticated', aud: 'authenticated' }
  return setClaims(tx, JSON.stringify(claims), id)
}

/** Nobody is signed in any more. */
export const signOut = (tx: Queryable): Promise<void> => setClaims(tx, '', '')

/** Older functions read the setting of a single claim. */
async function setClaims(tx: Queryable, claims: string, sub: string): Promise<void> {
  await tx.query(
    `select pg_catalog.set_config('request.jwt.claims', $1, true), pg_catalog.set_config('request.jwt.claim.sub', $2, true)`,
    [claims, sub],
  )
}

function firstOfOurs(plan: Plan, rows: Rows, { users, key }: Users): string | null {
  const table = plan.tables.find(({ id }) => id === users)
  if (table === undefined) return null
  for (let row = 0; row < table.rows; row++)
    if (!isIn(table.skipped ?? [], row)) return rows.table(users).texts(row, [key], 'final')[0] ?? null
  return null
}
