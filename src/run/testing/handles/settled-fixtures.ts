import { settleCall } from '../../../config/settle-call.ts'
import { tableKey } from '../../../config/table-key.ts'
import type { Config } from '../../../model/config.ts'
import { emailOfHandle } from '../../../model/email-of-handle.ts'
import type { FixtureRow } from '../../../model/fixture-row.ts'
import type { ObjectId } from '../../../model/name.ts'
import type { Value } from '../../../model/value.ts'
import { plainValue } from '../../../plan/fixtures/unfold/plain-value.ts'
import { DEFAULT_PASSWORD } from '../../../plan/people/default-password.ts'

/** A row that is given, as far as a configuration tells without a database. */
export interface GivenRow {
  /** As the configuration names the table. */
  readonly table: string
  /** As a catalog does. */
  readonly id: ObjectId
  readonly handle: string
  readonly values: Readonly<Record<string, Value>>
  /** What the others do not say. */
  readonly user: { readonly email: string | null; readonly password: string | null } | null
}

/** All rows that a configuration gives, in the order in which it names them. */
export interface GivenRows {
  readonly config: Config
  readonly rows: readonly GivenRow[]
}

/** Of a configuration that a program hands in. @throws SeedError `config-invalid` */
export const settledFixtures = (
  input: unknown,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): GivenRows => givenRows(settleCall({ input, env, today: Date.now(), root: cwd }))

/** Of a configuration that is settled. */
export function givenRows(config: Config): GivenRows {
  const rows = Object.entries(config.fixtures).flatMap(([table, given]) =>
    Object.entries(given).map(([handle, row]): GivenRow => {
      const values = knownOf(row)
      const id = table === 'users' ? 'auth.users' : tableKey(table)
      return { table, id, handle, values, user: id === 'auth.users' ? userOf(config, handle, values) : null }
    }),
  )
  return { config, rows }
}

/** What is written as it stands: functions and sequences are worked out where the database is. */
const knownOf = (row: FixtureRow): GivenRow['values'] =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, said]) => {
      const isKnown = !name.startsWith('$') && !isCounted(said) && plainValue(said) !== undefined
      return isKnown ? [[name, said as Value]] : []
    }),
  )

const isCounted = (said: unknown): boolean =>
  typeof said === 'object' && said !== null && Object.hasOwn(said, '$sequence')

function userOf(config: Config, handle: string, said: GivenRow['values']): GivenRow['user'] {
  if (said.is_anonymous === true) return { email: null, password: null }
  const { email = emailOfHandle(handle, config.users?.emailDomain ?? undefined) } = said
  return {
    email: typeof email === 'string' ? email.toLowerCase() : null,
    password: typeof said.password === 'string' ? said.password : (config.password ?? DEFAULT_PASSWORD),
  }
}
