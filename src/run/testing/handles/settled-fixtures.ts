import { settleCall } from '../../../config/settle-call.ts'
import { tableKey } from '../../../config/table-key.ts'
import type { Config } from '../../../model/config.ts'
import { emailOfHandle } from '../../../model/given/email-of-handle.ts'
import type { FixtureRow } from '../../../model/given/fixture-row.ts'
import type { ObjectId } from '../../../model/name.ts'
import type { Value } from '../../../model/value.ts'
import { copiesOf } from '../../../plan/fixtures/unfold/copies-of.ts'
import { isNested } from '../../../plan/fixtures/unfold/is-nested.ts'
import { plainValue } from '../../../plan/fixtures/unfold/plain-value.ts'
import { Problems } from '../../../plan/fixtures/unfold/problems.ts'
import { withTraits } from '../../../plan/fixtures/unfold/with-traits.ts'
import { DEFAULT_PASSWORD } from '../../../plan/people/default-password.ts'

/** A row that is given, as far as a configuration tells without a database. */
export interface GivenRow {
  /** As the configuration names the table. */
  readonly table: string
  /** As a catalog does. */
  readonly id: ObjectId
  readonly handle: string
  /** What it is asked for by; absent: its handle. */
  readonly name?: string
  /** Columns of which only the database knows what a further instance has there. */
  readonly unsure?: ReadonlySet<string>
  /** All instances share it. */
  readonly shared?: true
  readonly values: Readonly<Record<string, Value>>
  /** What the others do not say. */
  readonly user: { readonly email: string | null; readonly password?: string | null } | null
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

/** Of a configuration that is settled. Of nested rows those that have a handle and stand under the name of their table. */
export function givenRows(config: Config): GivenRows {
  const rows: GivenRow[] = []
  const add = (table: string, handle: string, row: FixtureRow): void => {
    const id = table === 'users' ? 'auth.users' : tableKey(table)
    const { said: all, shared } = withTraits(row, traitsOf(config, table, id), { path: '' }, new Problems())
    const said = Object.fromEntries(all)
    const ofAll = shared || isSharedTable(config, table) ? { shared: true as const } : {}
    for (const copy of copiesOf(row, handle, { path: '' }, new Problems())) {
      const values = knownOf(said)
      const user = id === 'auth.users' ? userOf(config, copy.handle, values, said) : null
      rows.push({ table, id, handle: copy.handle, ...ofAll, values, user })
    }
    for (const [name, value] of Object.entries(said))
      for (const one of Array.isArray(value) ? value : [])
        if (isNested(one) && typeof one.$handle === 'string') add(name.split('.')[0] ?? name, one.$handle, one)
  }
  for (const [table, given] of Object.entries(config.fixtures))
    for (const [handle, row] of Object.entries(given)) add(table, handle, row)
  return { config, rows }
}

const traitsOf = ({ traits }: Config, ...names: string[]): Readonly<Record<string, FixtureRow>> => {
  const name = names.find((one) => Object.hasOwn(traits, one))
  return name === undefined ? {} : (traits[name] ?? {})
}

const ENCRYPTED = 'encrypted_password'

const isSharedTable = ({ sharedFixtures }: Config, table: string): boolean =>
  sharedFixtures.some((name) => tableKey(name) === tableKey(table))

/** What is written as it stands: functions and sequences are worked out where the database is. */
const knownOf = (row: FixtureRow): GivenRow['values'] =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, said]) => {
      const isKnown = !name.startsWith('$') && !isCounted(said) && !holdsRows(said) && plainValue(said) !== undefined
      return isKnown ? [[name, said as Value]] : []
    }),
  )

const holdsRows = (said: unknown): boolean =>
  [said].flat().some((one) => isNested(one) && typeof one.$handle === 'string')

const isCounted = (said: unknown): boolean =>
  typeof said === 'object' && said !== null && Object.hasOwn(said, '$sequence')

/** `row`: what is said, functions and all. Without `password`: it is worked out, or only a hash of it is said. */
function userOf(config: Config, handle: string, said: GivenRow['values'], row: FixtureRow): GivenRow['user'] {
  if (said.is_anonymous === true) return { email: null, password: null }
  const { email = emailOfHandle(handle, config.users?.emailDomain ?? undefined) } = said
  const { password = config.password ?? DEFAULT_PASSWORD } = said
  const isKnown = (Object.hasOwn(said, 'password') || row.password === undefined) && !Object.hasOwn(row, ENCRYPTED)
  return {
    email: typeof email === 'string' ? email.toLowerCase() : null,
    ...(isKnown && typeof password === 'string' ? { password } : {}),
  }
}
