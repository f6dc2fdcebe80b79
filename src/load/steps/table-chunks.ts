import type { ObjectId } from '../../model/name.ts'
import type { Chunk, LoadContext } from '../chunk/chunk.ts'
import { copyRows } from '../write/copy-rows.ts'
import { insertRows } from '../write/insert-rows.ts'
import { cut } from '../write/slices.ts'
import { updateRows } from '../write/update-rows.ts'
import { part } from './part.ts'
import { tableOf } from './table-of.ts'

/** The chunks of a `copy`, `insert` or `update` step: the rows that are not there yet. */
export function* tableChunks(context: LoadContext, kind: 'copy' | 'insert' | 'update', id: ObjectId): Generator<Chunk> {
  const { rows, into } = tableOf(context, id)
  const { present, chunkRows, harvest, key } = rows.plan
  const { signal } = context
  const set = rows.enriched.map(({ name }) => name).filter((name) => !key.columns.includes(name))
  const parts = rows.split(present, rows.plan.rows).filter(({ made }) => made === (kind === 'update'))
  for (const range of parts.flatMap(({ from, to }) => cut(from, to, chunkRows))) {
    yield {
      id: `${kind} ${id} ${range.from}-${range.to}`,
      kind: kind === 'update' ? 'update' : 'insert',
      parts: [part(rows, range.from, range.to)],
      deferred: false,
      harvest,
      write: async (tx, sent) => {
        if (kind === 'copy') return [await copyRows(context, tx, into, rows, range, sent)]
        if (kind === 'insert') return [await insertRows(tx, into, rows, range, signal, sent)]
        return [await updateRows(tx, into, rows, range, set, { as: 'written', skipNulls: false, signal }, sent)]
      },
    }
  }
}
