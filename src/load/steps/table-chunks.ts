import type { Queryable } from '../../model/database.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Chunk, LoadContext, Sent } from '../chunk/chunk.ts'
import { asNamed } from '../sign-in.ts'
import { copyRows } from '../write/copy-rows.ts'
import { insertRows } from '../write/insert-rows.ts'
import type { Range } from '../write/slices.ts'
import { updateRows } from '../write/update-rows.ts'
import { chunkRanges } from './chunk-ranges.ts'
import { part } from './part.ts'
import { tableOf } from './table-of.ts'

/** The chunks of a `copy`, `insert` or `update` step: the rows that are not there yet. */
export function* tableChunks(context: LoadContext, kind: 'copy' | 'insert' | 'update', id: ObjectId): Generator<Chunk> {
  const { rows, into } = tableOf(context, id)
  const { present, chunkRows, harvest, key, signedIn, skipped } = rows.plan
  const { signal } = context
  const set = rows.enriched.map(({ name }) => name).filter((name) => !key.columns.includes(name))
  const runs = rows.split(present, rows.plan.rows).filter(({ made }) => made === (kind === 'update'))
  const plainly = (tx: Queryable, range: Range, sent: Sent): Promise<number> => {
    if (kind === 'copy') return copyRows(context, tx, into, rows, range, sent)
    if (kind === 'insert') return insertRows(tx, into, rows, range, signal, sent)
    return updateRows(tx, into, rows, range, set, { as: 'written', skipNulls: false, signal }, sent)
  }
  const write = async (tx: Queryable, range: Range, sent: Sent): Promise<number> => {
    if (signedIn?.by !== 'column' || kind === 'copy') return plainly(tx, range, sent)
    let count = 0
    const numbers = Array.from({ length: range.to - range.from }, (_, i) => range.from + i)
    await asNamed(tx, context.rows, rows, signedIn, numbers, async (some) => {
      count += await plainly(tx, { from: some[0] as number, to: (some.at(-1) as number) + 1 }, sent)
    })
    return count
  }
  for (const ranges of chunkRanges(runs, chunkRows, skipped !== undefined)) {
    yield {
      id: `${kind} ${id} ${ranges[0]?.from}-${ranges.at(-1)?.to}`,
      kind: kind === 'update' ? 'update' : 'insert',
      parts: ranges.map(({ from, to }) => part(rows, from, to)),
      deferred: false,
      harvest,
      write: async (tx, sent) => {
        const counts: number[] = []
        for (const range of ranges) counts.push(await write(tx, range, sent))
        return counts
      },
    }
  }
}
