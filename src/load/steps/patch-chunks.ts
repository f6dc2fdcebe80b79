import type { ObjectId } from '../../model/name.ts'
import type { Chunk, LoadContext } from '../chunk/chunk.ts'
import { updateRows } from '../write/update-rows.ts'
import { chunkRanges } from './chunk-ranges.ts'
import { part } from './part.ts'
import { patchColumns } from './patch-columns.ts'
import { tableOf } from './table-of.ts'

/** The chunks of a `patch` step: the columns of links that were cut, set by key. */
export function* patchChunks(context: LoadContext, id: ObjectId, links: readonly string[]): Generator<Chunk> {
  const { rows, into } = tableOf(context, id)
  const { present, rows: total, chunkRows, harvest, skipped } = rows.plan
  const columns = patchColumns(rows.plan, links)
  const { signal } = context
  const runs = skipped === undefined ? [{ from: present, to: total }] : rows.split(present, total)
  for (const ranges of chunkRanges(runs, chunkRows, skipped !== undefined)) {
    yield {
      id: `patch ${id} ${ranges[0]?.from}-${ranges.at(-1)?.to}`,
      kind: 'update',
      parts: ranges.map(({ from, to }) => part(rows, from, to)),
      deferred: false,
      harvest,
      write: async (tx, sent) => {
        const counts: number[] = []
        for (const range of ranges)
          counts.push(await updateRows(tx, into, rows, range, columns, { as: 'final', skipNulls: true, signal }, sent))
        return counts
      },
    }
  }
}
