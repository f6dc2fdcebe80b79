import type { ObjectId } from '../../model/name.ts'
import type { TablePlan } from '../../model/plan.ts'
import type { Chunk, LoadContext } from '../chunk/chunk.ts'
import { persist } from '../chunk/persist.ts'
import { dropUnplanned, IDENTITY } from '../users/drop-unplanned.ts'
import { makeUsers, usersThere } from '../users/make-users.ts'
import { newUserOf } from '../users/new-user.ts'
import { type CountedTable, countBeside, rowsMadeBeside, unsureFinding } from '../users/rows-made-beside.ts'
import { settleUsers } from '../users/settle-users.ts'
import type { Range } from '../write/slices.ts'
import { chunkRanges } from './chunk-ranges.ts'
import { part } from './part.ts'
import { tableOf } from './table-of.ts'

/**
 * The chunks of an `admin-api` step. Users: Supabase Auth makes them, each in a transaction of its own, before the chunk's begins; that one adds what the API
 * cannot say, and is what counts. What Supabase Auth writes beside them (identities) is there by then.
 */
export function* userChunks(context: LoadContext, id: ObjectId): Generator<Chunk> {
  const { rows, into } = tableOf(context, id)
  const { present, chunkRows, harvest, skipped, rows: total } = rows.plan
  const { signal } = context
  const user = linkToUsers(context, rows.plan)
  const first = { known: false }
  for (const ranges of chunkRanges(rows.split(present, total), chunkRows, skipped !== undefined)) {
    const how = {
      by: user === null ? rows.plan.key.columns : IDENTITY,
      add: (row: number) => user !== null || newUserOf(rows, row) === null,
      signal,
    }
    yield {
      id: `admin-api ${id} ${ranges[0]?.from}-${ranges.at(-1)?.to}`,
      kind: 'insert',
      parts: ranges.map(({ from, to }) => part(rows, from, to)),
      deferred: false,
      harvest,
      ...(user === null ? usersThemselves(context, id, ranges, first) : {}),
      write: async (tx) => {
        const counts: number[] = []
        for (const range of ranges) {
          if (user !== null) await dropUnplanned(tx, into, rows, range, user)
          counts.push(await settleUsers(tx, into, rows, range, how))
        }
        return counts
      },
    }
  }
}

/** What Supabase Auth does before the transaction of a chunk, and what its triggers made. */
function usersThemselves(
  context: LoadContext,
  id: ObjectId,
  ranges: readonly Range[],
  first: { known: boolean },
): Pick<Chunk, 'before' | 'beside'> {
  const { rows, into } = tableOf(context, id)
  const users = ranges.flatMap(({ from, to }) =>
    Array.from({ length: to - from }, (_, i) => newUserOf(rows, from + i)).filter((user) => user !== null),
  )
  let counted: readonly CountedTable[] | null = null
  return {
    before: async (sent) => {
      const there = await usersThere(context, into, users)
      counted = there.size === 0 ? await persist(() => context.db.transaction((tx) => countBeside(tx, into))) : null
      await makeUsers(context, { id, into, users, there, first }, sent)
    },
    beside: async (tx) => {
      const ids = users.map((user) => user.id)
      const { made, unsure } = await rowsMadeBeside(tx, into, ids, counted)
      const known = context.plan.tables.filter(
        ({ writer, made: some }) => writer.kind === 'update' || some !== undefined,
      )
      const unknown = unsure.filter((table) => !known.some((one) => one.id === table))
      return { made, findings: unknown.map(unsureFinding) }
    },
  }
}

/** By what rows that Supabase Auth writes beside users lead to them; null for the users themselves. */
function linkToUsers({ rows }: LoadContext, { links }: TablePlan): { column: string; link: string } | null {
  const link = links.find(
    ({ parent, columns }) =>
      parent.pool === null && columns.length === 1 && rows.table(parent.table).plan.writer.kind === 'admin-api',
  )
  const column = link?.columns[0]
  return link === undefined || column === undefined ? null : { column, link: link.name }
}
