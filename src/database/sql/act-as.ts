import { type Address, DatabaseError, type Queryable } from '../../model/database.ts'
import { quote } from '../../model/name.ts'
import { nearest } from '../../model/nearest.ts'
import { SeedError } from '../../model/seed-error.ts'

/** Whom a transaction acts as. */
export interface Actor {
  readonly role: string
  /** E-mail address or id; null for a role without a user. */
  readonly user: string | null
}

/** Roles of Supabase that are nobody in particular. */
const ROLES = ['anon', 'authenticated', 'service_role']

/** Users among whom one with a similar address is looked for. */
const CANDIDATES = 1000

/**
 * Lets the rest of a transaction act as `anon`, `service_role`, or a user of `auth.users` (by e-mail address or id), as Supabase's REST API does: by
 * the role, and by `request.jwt.claims`, which `auth.uid()` and the policies read.
 * @throws SeedError `unknown-user`, `unknown-role`, `no-auth-users`, `role-refused`
 */
export async function actAs(tx: Queryable, who: string, address: Address): Promise<Actor> {
  const name = who.trim()
  const user = ROLES.includes(name) ? null : await findUser(tx, name).catch((error) => explain(error, address))
  const role = user === null ? name : user.role || 'authenticated'
  await tx.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify(claimsOf(role, user))])
  await setRole(tx, role, address)
  return { role, user: user === null ? null : (user.email ?? user.id) }
}

/** A row of `auth.users`, which may lack columns where it is not Supabase's own. */
interface User {
  readonly id: string
  readonly email?: string | null
  readonly phone?: string | null
  readonly role?: string | null
  readonly raw_app_meta_data?: unknown
  readonly raw_user_meta_data?: unknown
  readonly is_anonymous?: boolean | null
}

function claimsOf(role: string, user: User | null): Record<string, unknown> {
  if (user === null) return { role }
  return {
    sub: user.id,
    role,
    aud: 'authenticated',
    email: user.email ?? '',
    phone: user.phone ?? '',
    aal: 'aal1',
    app_metadata: user.raw_app_meta_data ?? {},
    user_metadata: user.raw_user_meta_data ?? {},
    is_anonymous: user.is_anonymous ?? false,
  }
}

async function findUser(tx: Queryable, name: string): Promise<User> {
  const [there] = await tx.query<{ found: boolean }>(`select to_regclass('auth.users') is not null as found`)
  if (!there?.found) {
    throw new SeedError({
      code: 'no-auth-users',
      message: 'This database has no auth.users, so nobody can be acted as.',
      expected: 'a Supabase database',
      next: 'Use a Supabase database, or --embedded, which is shaped like one.',
    })
  }
  const [found] = await tx.query<{ user: User }>(
    `select to_jsonb(u) as user from auth.users u where u.id::text = lower($1) or lower(u.email::text) = lower($1)
     order by u.email::text = $1 desc nulls last, u.id limit 1`,
    [name],
  )
  if (found) return found.user
  const others = await tx.query<{ email: string }>(
    `select email::text as email from auth.users where email is not null order by id limit ${CANDIDATES}`,
  )
  const near = nearest(
    name,
    others.map(({ email }) => email),
  )
  throw new SeedError({
    code: 'unknown-user',
    message: `There is no user ${name} in auth.users.`,
    expected: 'the e-mail address or id of a user, anon or service_role',
    ...(others.length === 0 ? { found: 'no users at all' } : {}),
    next:
      near === null ? `See who there is: supa-seed sql "select id, email from auth.users"` : `Did you mean ${near}?`,
  })
}

async function setRole(tx: Queryable, role: string, address: Address): Promise<void> {
  const [found] = await tx.query<{ found: boolean }>(
    'select exists (select from pg_catalog.pg_roles where rolname = $1) as found',
    [role],
  )
  if (!found?.found) {
    throw new SeedError({
      code: 'unknown-role',
      message: `There is no role ${role} on this server.`,
      expected: 'the roles of Supabase',
      next: 'Use a Supabase database, or --embedded, which is shaped like one.',
    })
  }
  await tx.execute(`set local role ${quote(role)}`).catch((error) => explain(error, address, role))
}

/** A connection that may not read users, or not turn into one. */
function explain(error: unknown, { user }: Address, role?: string): never {
  if (!(error instanceof DatabaseError) || error.code !== '42501') throw error
  throw new SeedError({
    code: 'role-refused',
    message: `The role ${user} may not ${role === undefined ? 'look into auth.users' : `act as ${role}`}.`,
    next: 'Connect as postgres.',
    cause: error,
  })
}
