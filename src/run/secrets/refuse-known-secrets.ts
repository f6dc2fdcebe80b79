import { FACTORS } from '../../model/given/factor-secret.ts'
import type { TablePlan } from '../../model/plan.ts'
import { countIn } from '../../model/row-spans.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Value } from '../../model/value.ts'
import { DEFAULT_PASSWORD } from '../../plan/people/default-password.ts'
import { isHashOf } from '../../sources/hash-password.ts'
import { TOTP_SECRET } from '../../study/frameworks/standard-users.ts'
import type { Prepared } from '../planning/prepare.ts'
import type { Session } from '../session.ts'
import { factorRows } from './factor-rows.ts'
import { passwordOf } from './password-of.ts'

type Planned = Pick<Prepared, 'plan' | 'study' | 'secrets' | 'passwords'>

/**
 * Everybody can read the default password and the kit's secret of its second factor, and work out what is drawn from the seed. On this machine that is their
 * use; elsewhere nobody gets an account with them. `mayMakeSecret`: a secret that is missing will be made and shown.
 * @throws SeedError `default-password`, `default-secret` where new users of a database that is not on this machine would have one.
 */
export async function refuseKnownSecrets(
  session: Pick<Session, 'config' | 'db'>,
  prepared: Planned,
  mayMakeSecret = false,
): Promise<void> {
  const { config, db } = session
  if (db.address.local) return
  if (await hasDefaultPassword(session, prepared)) throw defaultPassword(db.address.host)
  if ([...(prepared.secrets?.values() ?? [])].includes(TOTP_SECRET)) throw knownSecret(db.address.host)
  if (config.factorSecret === TOTP_SECRET && factorRows(prepared.plan) !== null) throw noSecret(db.address.host)
  if (!mayMakeSecret && config.factorSecret === null && needsSecret(prepared)) throw noSecret(db.address.host)
}

/** Are there second factors that are not there yet, and whose secret nobody gives? */
function needsSecret({ plan, secrets }: Planned): boolean {
  const factors = factorRows(plan)
  if (factors === null || secrets === null) return false
  const { rows, present } = factors.table
  return Array.from({ length: rows - present }, (_, i) => factors.handles.get(present + i)).some(
    (handle) => handle === undefined || !secrets.has(handle),
  )
}

/** Would users that are not there yet get the default password? */
export async function hasDefaultPassword(
  { config, db }: Pick<Session, 'config' | 'db'>,
  { plan, study, passwords }: Planned,
): Promise<boolean> {
  const { auth } = study
  const users = auth === null ? undefined : plan.tables.find(({ id }) => id === auth.users)
  if (auth === null || users === undefined || db.address.local || newRows(users) <= 0) return false
  if ([...passwords.values()].includes(DEFAULT_PASSWORD)) return true
  if ((config.password ?? DEFAULT_PASSWORD) !== DEFAULT_PASSWORD) return false
  const { recipe } = users.columns.find(({ name }) => name === auth.password) ?? {}
  if (!(await isHashOf(passwordOf(recipe), DEFAULT_PASSWORD, plan.seed))) return false
  return newValues(users, auth.password).length < newRows(users)
}

const newRows = ({ rows, present, skipped }: TablePlan): number => rows - present - countIn(skipped, present)

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

const MAKE =
  'Set the variable SUPA_SEED_TOTP_SECRET (in CI from a secret) to a secret of your own, in base32. On a terminal, without --yes and --json, seed makes one and shows it once.'

const noSecret = (host: string): SeedError =>
  new SeedError({
    code: 'default-secret',
    message: `Second factors of users of ${host} would have secrets that everybody can work out.`,
    place: { table: FACTORS, column: 'secret' },
    expected: 'a secret of your own, since the database is not on this machine',
    next: MAKE,
  })

const knownSecret = (host: string): SeedError =>
  new SeedError({
    code: 'default-secret',
    message: `The second factor of a user of ${host} would have the secret of MakerKit's test user, which everybody can read.`,
    place: { table: FACTORS, column: 'secret' },
    expected: 'a secret of your own, since the database is not on this machine',
    next: `Leave it out of the fixtures there. ${MAKE}`,
  })
