import type { ObjectId } from '../../model/name.ts'
import { usersName } from '../../plan/fixtures/users-name.ts'
import { resolveName } from '../../plan/resolve-name.ts'
import type { Rows } from '../../values/rows/rows.ts'
import type { Prepared } from '../planning/prepare.ts'
import type { Session } from '../session.ts'
import { knownPassword, ownPasswords } from '../sign-ins.ts'
import type { Manifest } from './manifest.ts'
import { type GivenRow, readAdopted, readGiven } from './read-given.ts'

const USERS = 'auth.users'

/**
 * The rows that are given as the database holds them: keys, what is said of them, what they lead to, and what the database works out. Passwords only on this
 * machine. In an order that does not hang on the database.
 */
export async function gatherHandles(session: Session, prepared: Prepared, rows: Rows): Promise<Manifest> {
  const { plan } = prepared
  const passwords = { common: await knownPassword(session, prepared), own: await ownPasswords(session, prepared) }
  const names = tableNames(session)
  const ids = new Set([...names.keys(), ...plan.tables.filter(({ fixtures }) => fixtures).map(({ id }) => id)])
  const handles = await session.db.transaction(
    async (tx) => {
      const tables: [string, Record<string, GivenRow>][] = []
      for (const id of ids) {
        const relation = session.catalog.relations.find((one) => one.id === id)
        // Second factors and their like are written for users: nobody asks for them by name.
        if (relation === undefined || (relation.schema === 'auth' && id !== USERS)) continue
        const own = plan.tables.some((one) => one.id === id) ? await readGiven(tx, relation, rows.table(id)) : {}
        const said = Object.entries(session.config.fixtures[names.get(id) ?? ''] ?? {}) as [string, GivenRow][]
        const others = await readAdopted(
          tx,
          relation,
          said.filter(([handle]) => !Object.hasOwn(own, handle)),
        )
        const all = { ...own, ...others }
        tables.push([
          names.get(id) ?? (id === USERS ? 'users' : id),
          id === USERS ? signedIn(all, own, passwords) : all,
        ])
      }
      return tables
    },
    { readOnly: true },
  )
  const full = handles.filter(([, table]) => Object.keys(table).length > 0)
  return {
    version: 1,
    seed: plan.seed,
    handles: sorted(full.map(([name, table]) => [name, sorted(Object.entries(table))])),
  }
}

/** How the configuration calls tables. */
function tableNames({ catalog, config }: Session): Map<ObjectId, string> {
  const tables = catalog.relations.filter(({ kind }) => kind === 'table' || kind === 'partitioned')
  return new Map(
    Object.keys(config.fixtures).map((name) => [
      resolveName(name === 'users' ? usersName(tables) : name, tables, `fixtures.${name}`).id,
      name,
    ]),
  )
}

/** Nobody knows the passwords of others, and who has not signed up yet has none. */
const signedIn = (
  users: Readonly<Record<string, GivenRow>>,
  own: Readonly<Record<string, GivenRow>>,
  passwords: { readonly common: string | null; readonly own: ReadonlyMap<string, string> },
): Record<string, GivenRow> =>
  Object.fromEntries(
    Object.entries(users).map(([handle, user]) => {
      const password = passwords.own.get(handle) ?? passwords.common
      return [
        handle,
        password === null || !Object.hasOwn(own, handle) || user.email === null ? user : { ...user, password },
      ]
    }),
  )

const sorted = <Entry>(entries: readonly (readonly [string, Entry])[]): Record<string, Entry> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
