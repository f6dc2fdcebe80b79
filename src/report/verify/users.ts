import type { Catalog } from '../../model/catalog.ts'
import type { Queryable, QueryRow } from '../../model/database.ts'
import { type OwnUser, USERS } from './own-user.ts'

/** A user as an access token tells of them. */
export interface TokenUser {
  readonly id: string
  /** E-mail address, else the telephone number, else the id. */
  readonly label: string
  readonly claims: Readonly<Record<string, unknown>>
  /** What the metadata call the user: `super-admin`, `editor`; null where they name no role. */
  readonly role: string | null
  readonly persona: string | null
}

/** The role of whoever may see everything, in kits that demand a second factor for it. */
const SUPER_ADMIN = 'super-admin'

/**
 * The claims of users as GoTrue writes them, in the given order; users that are not there are left out. Whoever has a second factor that is verified has
 * used it (`aal2`): kits let such users see nothing before. A super-admin without one comes twice, the second time as if they had.
 */
export async function readUsers(
  tx: Queryable,
  catalog: Pick<Catalog, 'relations'>,
  users: readonly OwnUser[],
): Promise<readonly TokenUser[]> {
  const columns = (id: string): ReadonlySet<string> =>
    new Set(catalog.relations.find((one) => one.id === id)?.columns.map(({ name }) => name))
  const has = columns(USERS)
  const factors = columns('auth.mfa_factors')
  const text = (name: string): string => (has.has(name) ? `u.${name}::text` : 'null::text')
  const json = (name: string): string => (has.has(name) ? `coalesce(u.${name}::jsonb, '{}')` : `'{}'::jsonb`)
  const second =
    factors.has('user_id') && factors.has('status')
      ? `exists (select from auth.mfa_factors f where f.user_id = u.id and f.status::text = 'verified')`
      : 'false'
  const rows = await tx.query<UserRow & { second: boolean }>(
    `select u.id::text as id, ${text('email')} as email, ${text('phone')} as phone, ${json('raw_app_meta_data')} as app,
       ${json('raw_user_meta_data')} as own, ${text('is_anonymous')} as anonymous, ${second} as second
     from unnest($1::uuid[]) with ordinality as w(id, n) join auth.users u on u.id = w.id order by w.n`,
    [users.map(({ id }) => id)],
  )
  return rows.flatMap((row) => {
    const user = tokenUser(row, row.second)
    return user.role === SUPER_ADMIN && !row.second
      ? [user, { ...tokenUser(row, true), label: `${user.label} (aal2)` }]
      : [user]
  })
}

interface UserRow extends QueryRow {
  readonly id: string
  readonly email: string | null
  readonly phone: string | null
  readonly app: unknown
  readonly own: unknown
  readonly anonymous: string | null
}

function tokenUser({ id, email, phone, app, own, anonymous }: UserRow, second: boolean): TokenUser {
  return {
    id,
    label: email || phone || id,
    role: textIn(app, 'role') ?? textIn(own, 'role'),
    persona: textIn(app, 'persona') ?? textIn(own, 'persona'),
    claims: {
      sub: id,
      aud: 'authenticated',
      role: 'authenticated',
      email: email ?? '',
      phone: phone ?? '',
      aal: second ? 'aal2' : 'aal1',
      amr: [{ method: anonymous === 'true' ? 'anonymous' : 'password' }, ...(second ? [{ method: 'totp' }] : [])],
      is_anonymous: anonymous === 'true',
      app_metadata: app,
      user_metadata: own,
    },
  }
}

function textIn(document: unknown, key: string): string | null {
  const value = typeof document === 'object' && document !== null ? (document as Record<string, unknown>)[key] : null
  return typeof value === 'string' ? value : null
}
