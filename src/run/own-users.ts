import type { History } from '../load/past/history.ts'
import type { Config } from '../model/config.ts'
import { type OwnUser, USERS } from '../report/verify/own-user.ts'
import type { TableRows } from '../values/rows/rows.ts'
import { givenInInstance } from './testing/handles/given-in-instance.ts'
import { givenRows } from './testing/handles/settled-fixtures.ts'

/** Our rows of auth.users, by id; of those that a fixture gives, its handle, and what they sign in with where that is said. */
export function ownUsers(config: Config, own: History['own']): readonly OwnUser[] {
  const said = passwordsSaid(config)
  return own
    .filter(({ table }) => table === USERS)
    .flatMap(({ rows, from, to }) => {
      const handles = new Map(rows.plan.fixtures?.map(({ row, handle }) => [row, handle]))
      const hashed = new Set(
        rows.plan.columns.find(({ name }) => name === 'encrypted_password')?.fixed?.map(([row]) => row),
      )
      return Array.from({ length: to - from }, (_, i): readonly OwnUser[] => {
        const [id] = rows.texts(from + i, ['id'])
        const handle = handles.get(from + i) ?? null
        const ownPassword = handle !== null && hashed.has(from + i)
        const password = ownPassword ? said.get(handle) : undefined
        return id == null
          ? []
          : [
              {
                ...{ id, handle, ownPassword, apart: isApart(rows, from + i) },
                ...(password === undefined ? {} : { password }),
              },
            ]
      }).flat()
    })
}

/** What the configuration says in so many words, by handle, in all instances. */
function passwordsSaid(config: Config): ReadonlyMap<string, string> {
  const given = givenRows(config)
  const own = new Set(
    given.rows.flatMap(({ id, handle, values }) =>
      id === USERS && typeof values.password === 'string' ? [handle] : [],
    ),
  )
  return new Map(
    Array.from({ length: config.instances }, (_, i) => givenInInstance(given, i + 1).rows)
      .flat()
      .flatMap(({ name, handle, id, user }) =>
        id === USERS && own.has(name ?? handle) && typeof user?.password === 'string' ? [[handle, user.password]] : [],
      ),
  )
}

/** Does the plan itself keep the user from signing in with a password? */
function isApart(rows: TableRows, row: number): boolean {
  const text = (name: string): string | null | undefined =>
    rows.plan.columns.some((column) => column.name === name && column.recipe.kind !== 'leave')
      ? rows.texts(row, [name])[0]
      : undefined
  const confirmed = text('email_confirmed_at') !== null || (text('phone_confirmed_at') ?? null) !== null
  const password = text('encrypted_password')
  if (!confirmed || password === null || password === '') return true
  return (text('banned_until') ?? null) !== null
}
