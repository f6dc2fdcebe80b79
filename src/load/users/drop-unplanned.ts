import type { Queryable } from '../../model/database.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import type { DbTable } from '../sql/read-columns.ts'
import type { Range } from '../write/slices.ts'

/** What tells identities apart, whoever writes them: two columns under one unique key. */
export const IDENTITY = ['provider_id', 'provider'] as const
/** What the admin API writes beside every user with an address. */
const EMAIL = 'email'

/** Removes the e-mail identities that the admin API has written of users who have none in the plan: those of other providers. `user`: the column that leads to them. */
export async function dropUnplanned(
  tx: Queryable,
  into: DbTable,
  identities: TableRows,
  { from, to }: Range,
  user: { readonly column: string; readonly link: string },
): Promise<void> {
  const without: string[] = []
  for (let row = from; row < to; row++) {
    const parent = identities.parentRow(row, user.link)
    const [id = null] = identities.texts(row, [user.column])
    if (parent === null || id === null || hasEmail(identities, parent)) continue
    without.push(id)
  }
  if (without.length === 0) return
  await tx.execute(
    `delete from ${into.sql} t where t.provider = $1 and t.provider_id = any($2::text[]) and t.user_id::text = t.provider_id`,
    [EMAIL, without],
  )
}

const hasEmail = (identities: TableRows, user: number): boolean =>
  identities
    .owned(user, user + 1)
    .some(({ from, to }) =>
      Array.from({ length: to - from }, (_, i) => identities.texts(from + i, ['provider'])[0]).includes(EMAIL),
    )
