import type { Queryable } from '../../model/database.ts'
import type { Link } from '../../model/link.ts'
import { idToSql, type ObjectId, quote, quoteQualified } from '../../model/name.ts'
import type { Plan, TablePlan } from '../../model/plan.ts'
import type { SignedIn } from '../../model/signed-in.ts'
import { ask } from './ask.ts'

/** Links of a chain at most, chains that are tried, and users. */
const DEEP = 3
const MANY = 12
const USERS = 4

/**
 * Whom the rows of a table might be written as where their triggers ask for somebody who is signed in, likeliest first: the back end; users whom the row
 * names, then those whom rows above it name; administrators and the like; any one user. What the role may not look at is left out.
 */
export async function possibleWriters(
  tx: Queryable,
  plan: Plan,
  table: TablePlan,
  users: Users | null,
): Promise<readonly SignedIn[]> {
  if (users === null || users.users === table.id) return []
  const some = await ask(tx, () => someUsers(tx, users), null)
  if (some?.length === 0) return []
  const trusted = await trustedUsers(tx, plan, users)
  const first = { by: 'first', ...users } as const
  return [{ by: 'role', role: 'service_role' }, ...chainsFrom(plan, table, users), ...trusted, first, ...(some ?? [])]
}

/** Table of the users who can sign in, and its key. */
export interface Users {
  readonly users: ObjectId
  readonly key: string
}

/** Flags and roles of those who may do more than others, and tables that are asked for them. */
const FLAG = /^(is_)?(super_?)?(admin|staff|superuser|owner|moderator)$/i
const ROLE = /^((user|member|account|app|global|system)_)?(role|rol|user_type)$/i
const TRUSTED = `('admin', 'super_admin', 'superadmin', 'administrator', 'owner', 'service', 'staff', 'manager', 'moderator')`
const ASKED = 6

/** Users who are administrators and the like, where a table says so of them. */
async function trustedUsers(tx: Queryable, plan: Plan, users: Users): Promise<readonly SignedIn[]> {
  const conditions = plan.tables.flatMap((table) => {
    const user = table.links.find((link) => namesUser(plan, users, link))?.columns[0]
    if (user === undefined) return []
    const from = `from ${quoteQualified(table.schema, table.name)} where ${quote(user)} is not null and`
    return table.columns.flatMap(({ name, encoding }) => {
      const said =
        encoding.kind === 'boolean' && FLAG.test(name)
          ? quote(name)
          : ROLE.test(name) && encoding.kind !== 'array'
            ? `lower(${quote(name)}::text) in ${TRUSTED}`
            : null
      return said === null ? [] : [`select ${quote(user)}::text as id ${from} ${said}`]
    })
  })
  const ids = new Set<string>()
  for (const condition of conditions.slice(0, ASKED)) {
    const found = await ask(tx, () => tx.query<{ id: string }>(`${condition} order by 1 limit 2`), [])
    for (const { id } of found) ids.add(id)
  }
  return [...ids].map((id) => ({ by: 'user', id }))
}

function chainsFrom(plan: Plan, table: TablePlan, users: Users): readonly SignedIn[] {
  const found: SignedIn[] = []
  const queue: { at: TablePlan; links: readonly string[] }[] = [{ at: table, links: [] }]
  for (let place = 0; place < queue.length && found.length < MANY; place++) {
    const { at, links } = queue[place] as { at: TablePlan; links: readonly string[] }
    for (const link of at.links) {
      const [column] = link.columns
      if (column !== undefined && namesUser(plan, users, link)) found.push({ by: 'column', links, column })
      const above = link.parent.pool === null ? plan.tables.find(({ id }) => id === link.parent.table) : undefined
      if (above !== undefined && above !== at && links.length < DEEP && above.id !== users.users)
        queue.push({ at: above, links: [...links, link.name] })
    }
  }
  return found
}

/** The column of a link holds the id of a user: it leads to one, or to a row that has the id of one for its key (a profile). */
function namesUser(plan: Plan, users: Users, { columns, parent }: Link, depth = 0): boolean {
  const [key] = parent.columns
  if (columns.length !== 1 || key === undefined || depth > DEEP) return false
  if (parent.table === users.users) return key === users.key
  const above = plan.tables.find(({ id }) => id === parent.table)
  const same = above?.links.filter((link) => link.columns.includes(key)) ?? []
  return same.some((link) => namesUser(plan, users, link, depth + 1))
}

async function someUsers(tx: Queryable, { users, key }: Users): Promise<readonly SignedIn[]> {
  const found = await tx.query<{ id: string }>(
    `select ${quote(key)}::text as id from ${idToSql(users)} order by ${quote(key)} limit ${USERS}`,
  )
  return found.map(({ id }) => ({ by: 'user', id }))
}
