import type { ObjectId } from '../../model/name.ts'
import type { Chunk, LoadContext } from '../chunk/chunk.ts'
import { cut } from '../write/slices.ts'
import { updateRows } from '../write/update-rows.ts'
import { part } from './part.ts'
import { tableOf } from './table-of.ts'

/** The chunks of a `patch` step: the columns of links that were cut, set by key. */
export function* patchChunks(context: LoadContext, id: ObjectId, links: readonly string[]): Generator<Chunk> {
  const { rows, into } = tableOf(context, id)
  const { present, rows: total, chunkRows, harvest } = rows.plan
  const columns = patchColumns(rows.plan.links, links).filter((name) => !rows.plan.key.columns.includes(name))
  const { signal } = context
  for (const range of cut(present, total, chunkRows)) {
    yield {
      id: `patch ${id} ${range.from}-${range.to}`,
      kind: 'update',
      parts: [part(rows, range.from, range.to)],
      deferred: false,
      harvest,
      write: async (tx, sent) => [
        await updateRows(tx, into, rows, range, columns, { as: 'final', skipNulls: true, signal }, sent),
      ],
    }
  }
}

/** The columns of the named links, each once. */
function patchColumns(
  all: readonly { name: string; columns: readonly string[] }[],
  names: readonly string[],
): string[] {
  return [...new Set(all.filter(({ name }) => names.includes(name)).flatMap(({ columns }) => columns))]
}
