import type { ObjectId } from '../../model/name.ts'
import type { Chunk, LoadContext } from '../chunk/chunk.ts'
import { copyRows } from '../write/copy-rows.ts'
import { insertTogether } from '../write/insert-together.ts'
import { part } from './part.ts'
import { tableOf } from './table-of.ts'
import { inStatements, togetherGroups } from './together-groups.ts'

/** The chunks of a `copy-together` step: rows of the lead and what they own, one transaction with deferred foreign keys. */
export function* copyTogetherChunks(context: LoadContext, tables: readonly ObjectId[]): Generator<Chunk> {
  for (const { name, groups } of togetherGroups(context.rows, tables)) {
    const parts = groups.flatMap(({ table, ranges }) =>
      ranges.map(({ from, to }) => part(context.rows.table(table), from, to)),
    )
    yield {
      id: `copy-together ${name}`,
      kind: 'insert',
      parts,
      deferred: true,
      harvest: harvests(context, tables),
      write: async (tx, sent) => {
        const counts: number[] = []
        for (const { table, ...range } of parts) {
          const { rows, into } = tableOf(context, table)
          counts.push(await copyRows(context, tx, into, rows, range, sent))
        }
        return counts
      },
    }
  }
}

/** The chunks of an `insert-together` step: statements with an inserting CTE for each table. */
export function* insertTogetherChunks(context: LoadContext, tables: readonly ObjectId[]): Generator<Chunk> {
  for (const group of togetherGroups(context.rows, tables)) {
    const { name, groups } = group
    const parts = groups.flatMap(({ table, ranges }) =>
      ranges.map(({ from, to }) => part(context.rows.table(table), from, to)),
    )
    yield {
      id: `insert-together ${name}`,
      kind: 'insert',
      parts,
      deferred: false,
      harvest: harvests(context, tables),
      write: async (tx, sent) => {
        const counts = new Map<ObjectId, number>()
        for (const slice of inStatements(context.rows, tables, group)) {
          const inserted = await insertTogether(
            tx,
            slice.map(({ table, ranges }) => ({
              into: tableOf(context, table).into,
              table: context.rows.table(table),
              ranges,
            })),
          )
          for (const [i, { table }] of slice.entries()) {
            counts.set(table, (counts.get(table) ?? 0) + (inserted[i] ?? 0))
            sent(table, inserted[i] ?? 0)
          }
        }
        return spread(parts, counts)
      },
    }
  }
}

/** The counts are by table, the parts by range: whole ranges are counted as such, what is missing is missing in the last. */
function spread(
  parts: readonly { table: ObjectId; from: number; to: number }[],
  counts: ReadonlyMap<ObjectId, number>,
): number[] {
  const left = new Map(counts)
  return parts.map(({ table, from, to }, i) => {
    const rest = left.get(table) ?? 0
    const last = !parts.slice(i + 1).some((other) => other.table === table)
    const share = last ? rest : Math.min(rest, to - from)
    left.set(table, rest - share)
    return share
  })
}

const harvests = (context: LoadContext, tables: readonly ObjectId[]): boolean =>
  tables.some((id) => context.rows.table(id).plan.harvest)
