import type { ObjectId } from '../../model/name.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { NewUser, UserMaker } from '../../model/user-maker.ts'
import type { LoadContext, Sent } from '../chunk/chunk.ts'
import { interrupted } from '../chunk/interrupted.ts'
import { persist } from '../chunk/persist.ts'
import type { DbTable } from '../sql/read-columns.ts'

/** Users of one chunk. */
export interface UsersToMake {
  readonly id: ObjectId
  readonly into: DbTable
  readonly users: readonly NewUser[]
  /** Ids of those who are there from an attempt that was broken off. */
  readonly there: ReadonlySet<string>
  /** Set once a user of this step was found in the database. */
  readonly first: { known: boolean }
}

/**
 * Makes users through the admin API, several at once. The first one of all goes alone, and is looked for in the database before the others follow.
 * @throws SeedError
 */
export async function makeUsers(context: LoadContext, wanted: UsersToMake, sent: Sent): Promise<void> {
  const { maker, signal } = context
  const { id, into, users, there, first } = wanted
  if (maker === undefined) throw noMaker()
  sent(id, there.size)
  let waiting = users.filter(({ id: one }) => !there.has(one))
  const [lead] = waiting
  if (lead === undefined) return
  if (there.size === 0 && !first.known) {
    if (signal?.aborted) throw interrupted()
    await maker.make(lead, signal)
    if ((await usersThere(context, into, [lead])).size === 0) {
      await maker.remove(lead.id)
      throw maker.elsewhere()
    }
    sent(id, 1)
    waiting = waiting.slice(1)
  }
  first.known = true
  await inPool(maker, waiting, signal, () => sent(id, 1))
}

/** Ids of the users who are there. */
export async function usersThere(
  { db }: LoadContext,
  { sql: table }: DbTable,
  users: readonly NewUser[],
): Promise<ReadonlySet<string>> {
  const sql = `select t.id::text as id from ${table} t where t.id = any($1::pg_catalog.uuid[])`
  const found = await persist(() => db.query<{ id: string }>(sql, [users.map(({ id }) => id)]))
  return new Set(found.map(({ id }) => id))
}

/** Whoever is free takes the next one. When one fails, those that are on their way are waited for, and the first error is thrown. */
async function inPool(
  maker: UserMaker,
  users: readonly NewUser[],
  signal: AbortSignal | undefined,
  made: () => void,
): Promise<void> {
  const waiting = users.values()
  const failures: unknown[] = []
  const work = async () => {
    while (failures.length === 0) {
      const next = waiting.next()
      if (next.done) return
      try {
        if (signal?.aborted) throw interrupted()
        await maker.make(next.value, signal)
        made()
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(maker.requests, users.length) }, work))
  if (failures.length > 0) throw failures[0]
}

/** An earlier run was to make users through the API, and this one has none. */
const noMaker = (): SeedError =>
  new SeedError({
    code: 'no-auth-api',
    message: 'Users of this plan are made through the Auth admin API, which this command does not speak to.',
    next: 'supa-seed seed',
  })
