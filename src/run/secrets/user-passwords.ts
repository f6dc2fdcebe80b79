import type { AuthStudy } from '../../model/study.ts'
import { DEFAULT_PASSWORD_COST } from '../../plan/people/default-password.ts'
import type { Scope, ScopeTable } from '../../plan/scope.ts'
import { hashPassword } from '../../sources/hash-password.ts'
import type { Timed } from '../planning/scope-at.ts'

type Users = Pick<AuthStudy, 'users' | 'password'> | null
type WantedAt = (now: number) => Timed

/**
 * What is wanted, with a hash in place of each password that a user who is given has of their own, and those passwords by handle. `times`: each `now` that a
 * plan may be made for.
 */
export async function withUserPasswords(
  wantedAt: WantedAt,
  auth: Users,
  times: readonly [number, ...number[]],
): Promise<{ readonly wantedAt: WantedAt; readonly passwords: ReadonlyMap<string, string> }> {
  const passwords = passwordsIn(wantedAt(times[0]).scope, auth)
  if (auth === null || passwords.size === 0) return { wantedAt, passwords }
  const hashes = new Map<string, string>()
  for (const now of times) {
    const { scope, config } = wantedAt(now)
    for (const password of passwordsIn(scope, auth).values())
      hashes.set(
        password,
        await hashPassword(password, config.seed, config.users?.passwordCost ?? DEFAULT_PASSWORD_COST),
      )
  }
  const known = new Map<number, Timed>()
  const hashedAt: WantedAt = (now) => {
    const timed = wantedAt(now)
    const hashed = known.get(now) ?? { ...timed, scope: withHashes(timed.scope, auth, hashes) }
    known.set(now, hashed)
    return hashed
  }
  return { wantedAt: hashedAt, passwords }
}

const passwordsIn = ({ tables }: Scope, auth: Users): ReadonlyMap<string, string> =>
  new Map(
    tables
      .filter(({ relation }) => relation.id === auth?.users)
      .flatMap(({ fixtures }) =>
        fixtures.flatMap(({ handle, password }) => (password === undefined ? [] : [[handle, password] as const])),
      ),
  )

function withHashes(scope: Scope, auth: NonNullable<Users>, hashes: ReadonlyMap<string, string>): Scope {
  const hashed = (table: ScopeTable): ScopeTable => ({
    ...table,
    fixtures: table.fixtures.map(({ password, ...fixture }) => {
      const hash = password === undefined ? undefined : hashes.get(password)
      return hash === undefined ? fixture : { ...fixture, values: { ...fixture.values, [auth.password]: hash } }
    }),
  })
  return { ...scope, tables: scope.tables.map((table) => (table.relation.id === auth.users ? hashed(table) : table)) }
}
