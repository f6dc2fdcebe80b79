import { SeedError } from '../model/seed-error.ts'
import { DEFAULT_PASSWORD } from '../plan/people/default-password.ts'
import { hashPassword } from '../sources/hash-password.ts'
import type { Prepared } from './prepare.ts'
import type { Session } from './session.ts'

/**
 * Everybody can read the default password. On this machine that is its use; elsewhere nobody gets an account with it.
 * @throws SeedError `default-password` where new users of a database that is not on this machine would have it.
 */
export async function refuseDefaultPassword(
  { config, db }: Pick<Session, 'config' | 'db'>,
  { plan, study }: Pick<Prepared, 'plan' | 'study'>,
): Promise<void> {
  const { auth } = study
  const users = auth === null ? undefined : plan.tables.find(({ id }) => id === auth.users)
  if (auth === null || users === undefined || db.address.local || users.rows <= users.present) return
  if ((config.users?.password ?? DEFAULT_PASSWORD) !== DEFAULT_PASSWORD) return
  const { recipe, fixed = [] } = users.columns.find(({ name }) => name === auth.password) ?? {}
  if (recipe?.kind !== 'constant' || recipe.value !== (await hashPassword(DEFAULT_PASSWORD, plan.seed))) return
  if (fixed.filter(([row]) => row >= users.present).length >= users.rows - users.present) return
  throw new SeedError({
    code: 'default-password',
    message: `Users of ${db.address.host} would sign in with the default password, which everybody can read.`,
    place: { path: 'users.password' },
    expected: 'a password of your own, since the database is not on this machine',
    next: 'Set it from the environment, in supa-seed.config.ts: users: { password: process.env.SEED_PASSWORD }',
  })
}
