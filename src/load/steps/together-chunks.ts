import type { ObjectId } from '../../model/name.ts'
import type { Chunk, LoadContext } from '../chunk/chunk.ts'
import { copyRows } from '../write/copy-rows.ts'
import { insertTogether } from '../write/insert-together.ts'
import { cut, SLICE_ROWS } from '../write/slices.ts'
import { part } from './part.ts'
import { tableOf } from './table-of.ts'
import { allTogether, type Followers, leadRows, togetherRanges } from './together-ranges.ts'

/** The chunks of a `copy-together` step: rows of the lead and what they own, one transaction with deferred foreign keys. */
export function* copyTogetherChunks(context: LoadContext, tables: readonly ObjectId[]): Generator<Chunk> {
  for (const { name, groups } of chunksOf(context, tables)) {
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
  for (const { name, groups, lead } of chunksOf(context, tables)) {
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
        const slices = lead
          ? cut(lead.from, lead.to, SLICE_ROWS).map((slice) => togetherRanges(context.rows, tables, slice) ?? [])
          : [groups]
        for (const slice of slices.filter(hasRows)) {
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

interface TogetherChunk {
  readonly name: string
  readonly groups: readonly Followers[]
  /** The lead's rows; null when everything is one chunk. */
  readonly lead: { readonly from: number; readonly to: number } | null
}

function* chunksOf(context: LoadContext, tables: readonly ObjectId[]): Generator<TogetherChunk> {
  const { rows } = context
  const [lead] = tables
  if (lead === undefined) return
  for (const range of cut(0, leadRows(rows, tables), rows.table(lead).plan.chunkRows)) {
    const groups = togetherRanges(rows, tables, range)
    if (groups === null) break
    if (hasRows(groups)) yield { name: `${lead} ${range.from}-${range.to}`, groups, lead: range }
  }
  if (togetherRanges(rows, tables, { from: 0, to: 0 }) !== null) return
  const groups = allTogether(rows, tables)
  if (hasRows(groups)) yield { name: `${lead} all`, groups, lead: null }
}

const hasRows = (groups: readonly Followers[]): boolean => groups.some(({ ranges }) => ranges.length > 0)

const harvests = (context: LoadContext, tables: readonly ObjectId[]): boolean =>
  tables.some((id) => context.rows.table(id).plan.harvest)
