import type { Queryable } from '../model/database.ts'
import { idToSql, quote } from '../model/name.ts'
import type { Plan } from '../model/plan.ts'
import { isIn } from '../model/row-spans.ts'
import type { SignedIn } from '../model/signed-in.ts'
import type { Rows, TableRows } from '../values/rows/rows.ts'

type First = Extract<SignedIn, { by: 'first' }>
type ByColumn = Extract<SignedIn, { by: 'column' }>

/** Lets the rest of a transaction act as one and the same. Rows `by: 'column'` have one each: see `asNamed`. False: there is no user. */
export async function signIn(tx: Queryable, plan: Plan, rows: Rows, who: SignedIn): Promise<boolean> {
  if (who.by !== 'first') return signInForAll(tx, who)
  const id = firstOfOurs(plan, rows, who)
  if (id === null) return signInForAll(tx, who)
  await actAs(tx, id)
  return true
}

/** The same where no rows are at hand: the first user of all that are there. */
export async function signInForAll(tx: Queryable, who: SignedIn): Promise<boolean> {
  if (who.by === 'column') return true
  if (who.by === 'role') {
    await setClaims(tx, { role: who.role })
    return true
  }
  const id = who.by === 'user' ? who.id : await anyone(tx, who)
  if (id === null) return false
  await actAs(tx, id)
  return true
}

/** Writes rows, in order, as those whom they name; rows in a row of the same one go in together. The last one stays signed in. */
export async function asNamed(
  tx: Queryable,
  rows: Rows,
  table: TableRows,
  who: ByColumn,
  numbers: readonly number[],
  write: (numbers: readonly number[]) => Promise<void>,
): Promise<void> {
  const userOf = (row: number): string | null => namedUser(rows, table, who, row)
  for (let at = 0; at < numbers.length; ) {
    const id = userOf(numbers[at] as number)
    let end = at + 1
    while (end < numbers.length && userOf(numbers[end] as number) === id) end++
    await (id === null ? signOut(tx) : actAs(tx, id))
    await write(numbers.slice(at, end))
    at = end
  }
}

/** Nobody is signed in any more. */
export const signOut = (tx: Queryable): Promise<void> => setClaims(tx, null)

function actAs(tx: Queryable, id: string): Promise<void> {
  return setClaims(tx, { sub: id, role: 'authenticated', aud: 'authenticated' })
}

/** Older functions read settings of single claims. */
async function setClaims(
  tx: Queryable,
  claims: { readonly sub?: string; readonly role: string; readonly aud?: string } | null,
): Promise<void> {
  await tx.query(
    `select pg_catalog.set_config('request.jwt.claims', $1, true), pg_catalog.set_config('request.jwt.claim.sub', $2, true),
       pg_catalog.set_config('request.jwt.claim.role', $3, true)`,
    [claims === null ? '' : JSON.stringify(claims), claims?.sub ?? '', claims?.role ?? ''],
  )
}

async function anyone(tx: Queryable, { users, key }: First): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select ${quote(key)}::text as id from ${idToSql(users)} order by ${quote(key)} limit 1`,
  )
  return row?.id ?? null
}

function firstOfOurs(plan: Plan, rows: Rows, { users, key }: First): string | null {
  const table = plan.tables.find(({ id }) => id === users)
  if (table === undefined) return null
  for (let row = 0; row < table.rows; row++)
    if (!isIn(table.skipped ?? [], row)) return rows.table(users).texts(row, [key], 'final')[0] ?? null
  return null
}

/** The id of the user whom a row names; null: nobody. */
function namedUser(rows: Rows, table: TableRows, { links, column }: ByColumn, row: number): string | null {
  let at = table
  let number = row
  for (const name of links) {
    const link = at.plan.links.find((one) => one.name === name)
    const up = link === undefined || link.parent.pool !== null ? null : at.parentRow(number, name)
    if (link === undefined || up === null) return null
    at = rows.table(link.parent.table)
    number = up
  }
  return at.texts(number, [column])[0] ?? null
}
