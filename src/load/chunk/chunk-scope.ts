import type { ObjectId } from '../../model/name.ts'
import type { HarvestScope } from '../harvest/harvest.ts'
import { keysOf } from '../write/slices.ts'
import type { Chunk, LoadContext } from './chunk.ts'

/** What a chunk writes itself. Rows that it updates are no news, and it cannot tell them from those that triggers touch. */
export function chunkScope(context: LoadContext, chunk: Chunk): HarvestScope {
  const sent = new Map<ObjectId, number>()
  for (const { table, from, to } of chunk.parts) {
    sent.set(table, (sent.get(table) ?? 0) + (chunk.kind === 'insert' ? to - from : Number.POSITIVE_INFINITY))
  }
  const targets = [...sent].flatMap(([id, rows]) => {
    const table = context.tables.get(id)
    return table ? [{ id, sql: table.sql, sent: rows }] : []
  })
  return {
    targets,
    keysOf: (target) => {
      const table = context.rows.table(target)
      return {
        key: table.plan.key,
        sheet: keysOf(
          table,
          chunk.parts.filter((part) => part.table === target),
        ),
      }
    },
  }
}
