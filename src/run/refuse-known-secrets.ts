import type { TablePlan } from '../model/plan.ts'
import { SeedError } from '../model/seed-error.ts'
import type { Value } from '../model/value.ts'
import { DEFAULT_PASSWORD } from '../plan/people/default-password.ts'
import { isHashOf } from '../sources/hash-password.ts'
import { TOTP_SECRET } from '../study/frameworks/standard-users.ts'
import { passwordOf } from './password-of.ts'
import type { Prepared } from './prepare.ts'
import type { Session } from './session.ts'

type Planned = Pick<Prepared, 'plan' | 'study'>

/**
 * Everybody can read the default password and the kit's secret of its second factor. On this machine that is their use; elsewhere nobody gets an account with them.
 * @throws SeedError `default-password`, `default-secret` where new users of a database that is not on this machine would have one.
 */
export async function refuseKnownSecrets(session: Pick<Session, 'config' | 'db'>, prepared: Planned): Promise<void> {
  const { db } = session
  if (db.address.local) return
  if (await hasDefaultPassword(session, prepared)) throw defaultPassword(db.address.host)
  const factors = prepared.plan.tables.find(({ id }) => id === 'auth.mfa_factors')
  if (factors !== undefined && newValues(factors, 'secret').includes(TOTP_SECRET)) throw defaultSecret(db.address.host)
}

/** Would users that are not there yet get the default password? */
export async function hasDefaultPassword(
  { config, db }: Pick<Session, 'config' | 'db'>,
  { plan, study }: Planned,
): Promise<boolean> {
  const { auth } = study
  const users = auth === null ? undefined : plan.tables.find(({ id }) => id === auth.users)
  if (auth === null || users === undefined || db.address.local || users.rows <= users.present) return false
  if ((config.password ?? DEFAULT_PASSWORD) !== DEFAULT_PASSWORD) return false
  const { recipe } = users.columns.find(({ name }) => name === auth.password) ?? {}
  if (!(await isHashOf(passwordOf(recipe), DEFAULT_PASSWORD, plan.seed))) return false
  return newValues(users, auth.password).length < users.rows - users.present
}

/** What is given for a column in rows that are not there yet. */
const newValues = ({ columns, present }: TablePlan, column: string): readonly Value[] =>
  (columns.find(({ name }) => name === column)?.fixed ?? []).filter(([row]) => row >= present).map(([, value]) => value)

const defaultPassword = (host: string): SeedError =>
  new SeedError({
    code: 'default-password',
    message: `Users of ${host} would sign in with the default password, which everybody can read.`,
    place: { path: 'users.password' },
    expected: 'a password of your own, since the database is not on this machine',
    next: 'Set the variable SUPA_SEED_PASSWORD (in CI from a secret). On a terminal, without --yes and --json, seed makes one and shows it once.',
  })

const defaultSecret = (host: string): SeedError =>
  new SeedError({
    code: 'default-secret',
    message: `The second factor of a test user of ${host} would have the secret of the kit, which everybody can read.`,
    place: { table: 'auth.mfa_factors', column: 'secret' },
    expected: 'a secret of your own, since the database is not on this machine',
    next: `Leave standardTestUsers out there, or give the factor in the configuration: fixtures: { 'auth.mfa_factors': { 'super-admin-phone': { user_id: { $ref: 'super-admin' }, friendly_name: 'iPhone', factor_type: 'totp', status: 'verified', secret: process.env.SEED_TOTP_SECRET } } }`,
  })
