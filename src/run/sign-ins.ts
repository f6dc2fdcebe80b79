import type { SignIn } from '../model/report.ts'
import { DEFAULT_PASSWORD } from '../plan/people/default-password.ts'
import { STANDARD_ROLES } from '../study/frameworks/standard-users.ts'
import type { Rows } from '../values/rows.ts'
import type { Prepared } from './prepare.ts'
import type { Session } from './session.ts'

const MOST = 50

/** Users of ours who can sign in, with their password; none for databases elsewhere, nor where the rows have another password than is known now. */
export async function signInsOf({ config, db }: Session, { plan, study }: Prepared, rows: Rows): Promise<SignIn[]> {
  const { auth } = study
  const table = auth === null ? undefined : plan.tables.find(({ id }) => id === auth.users)
  if (auth === null || table === undefined || !db.address.local) return []
  const { hashPassword } = await import('../sources/hash-password.ts')
  const password = config.password ?? DEFAULT_PASSWORD
  const recipe = table.columns.find(({ name }) => name === auth.password)?.recipe
  if (recipe?.kind !== 'constant' || recipe.value !== (await hashPassword(password, plan.seed))) return []
  const users = rows.table(table.id)
  return Array.from({ length: Math.min(MOST, table.rows) }, (_, row) => {
    const email = String(users.value(row, auth.email) ?? '')
    return { email, password, role: Object.hasOwn(STANDARD_ROLES, email) ? (STANDARD_ROLES[email] ?? null) : null }
  })
}
