import { FACTORS } from '../model/given/factor-secret.ts'
import type { SignIn } from '../model/reports/report.ts'
import { isIn } from '../model/row-spans.ts'
import type { Value } from '../model/value.ts'
import { DEFAULT_PASSWORD } from '../plan/people/default-password.ts'
import { standardRole } from '../study/frameworks/standard-role.ts'
import type { Rows } from '../values/rows/rows.ts'
import type { Prepared } from './planning/prepare.ts'
import { passwordOf } from './secrets/password-of.ts'
import type { Session } from './session.ts'

const MOST = 50

/** What users of ours sign in with; null for databases elsewhere, and where the rows have another password than is known now. */
export async function knownPassword(
  { config, db }: Pick<Session, 'config' | 'db'>,
  { plan, study: { auth } }: Pick<Prepared, 'plan' | 'study'>,
): Promise<string | null> {
  const table = plan.tables.find(({ id }) => id === auth?.users)
  if (auth === null || table === undefined || !db.address.local) return null
  const { isHashOf } = await import('../sources/hash-password.ts')
  const password = config.password ?? DEFAULT_PASSWORD
  const recipe = table.columns.find(({ name }) => name === auth.password)?.recipe
  return (await isHashOf(passwordOf(recipe), password, plan.seed)) ? password : null
}

/** What users of ours who are given sign in with, where it is a password of their own that the rows still have; by handle, on this machine only. */
export async function ownPasswords(
  { db }: Pick<Session, 'db'>,
  { plan, study: { auth }, passwords }: Pick<Prepared, 'plan' | 'study' | 'passwords'>,
): Promise<ReadonlyMap<string, string>> {
  const table = plan.tables.find(({ id }) => id === auth?.users)
  const found = new Map<string, string>()
  if (auth === null || table === undefined || !db.address.local || passwords.size === 0) return found
  const { isHashOf } = await import('../sources/hash-password.ts')
  const hashes = new Map(table.columns.find(({ name }) => name === auth.password)?.fixed)
  for (const { row, handle } of table.fixtures ?? []) {
    const password = passwords.get(handle)
    if (password !== undefined && (await isHashOf(hashes.get(row), password, plan.seed))) found.set(handle, password)
  }
  return found
}

/** Users of ours who can sign in, with their password; none for databases elsewhere, nor where the rows have another password than is known now. */
export async function signInsOf(session: Session, prepared: Prepared, rows: Rows): Promise<SignIn[]> {
  const { plan, study } = prepared
  const { auth } = study
  const table = auth === null ? undefined : plan.tables.find(({ id }) => id === auth.users)
  if (auth === null || table === undefined) return []
  const common = await knownPassword(session, prepared)
  const own = await ownPasswords(session, prepared)
  const handles = new Map(table.fixtures?.map(({ row, handle }) => [row, handle]))
  const hashes = new Map(table.columns.find(({ name }) => name === auth.password)?.fixed)
  const passwordAt = (row: number): string | null =>
    own.get(handles.get(row) ?? '') ?? (hashes.has(row) && handles.has(row) ? null : common)
  if (common === null && own.size === 0) return []
  const users = rows.table(table.id)
  const read = (row: number, name: string): Value =>
    table.columns.some((column) => column.name === name) ? users.value(row, name) : null
  const mayEnter = (row: number): boolean =>
    ![null, ''].includes(read(row, auth.password) as string | null) &&
    read(row, 'banned_until') === null &&
    read(row, 'is_anonymous') !== true &&
    (read(row, 'email_confirmed_at') !== null ||
      read(row, 'phone_confirmed_at') !== null ||
      !table.columns.some(({ name }) => name === 'email_confirmed_at'))
  const secretOf = factorSecrets(plan, rows)
  const found: SignIn[] = []
  for (let row = 0; row < table.rows && found.length < MOST; row++) {
    // Nobody knows the passwords of others.
    const password = passwordAt(row)
    if (password === null || isIn(table.skipped ?? [], row) || !mayEnter(row)) continue
    const email = String(users.value(row, auth.email) ?? '')
    const phone = email === '' ? String(read(row, 'phone') ?? '') : ''
    const totp = secretOf.get(String(users.value(row, 'id')))
    found.push({
      ...(totp === undefined ? {} : { totp }),
      email,
      ...(phone === '' ? {} : { phone }),
      password,
      role: standardRole(study.framework, email) ?? roleOf(read(row, 'raw_app_meta_data')),
    })
  }
  return found
}

/** Secrets of second factors, by user. */
function factorSecrets(plan: Prepared['plan'], rows: Rows): ReadonlyMap<string, string> {
  const table = plan.tables.find(({ id }) => id === FACTORS)
  if (table === undefined || !table.columns.some(({ name }) => name === 'secret')) return new Map()
  const factors = rows.table(table.id)
  return new Map(
    Array.from({ length: table.rows }, (_, row) => [
      String(factors.value(row, 'user_id')),
      String(factors.value(row, 'secret') ?? ''),
    ]),
  )
}

/** The role that the app metadata names. */
function roleOf(metadata: Value): string | null {
  const role = typeof metadata === 'object' && metadata !== null && 'role' in metadata ? metadata.role : null
  return typeof role === 'string' ? role : null
}
