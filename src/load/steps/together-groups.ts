import type { ObjectId } from '../../model/name.ts'
import type { Rows } from '../../values/rows/rows.ts'
import { cut, SLICE_ROWS } from '../write/slices.ts'
import { allTogether, type Followers, leadRows, togetherRanges } from './together-ranges.ts'

/** Rows of several tables that close over themselves: written by one transaction. */
export interface TogetherGroup {
  readonly name: string
  readonly groups: readonly Followers[]
  /** The lead's rows; null when everything is one group. */
  readonly lead: { readonly from: number; readonly to: number } | null
}

/** All new rows of tables that are written together. */
export function* togetherGroups(rows: Rows, tables: readonly ObjectId[]): Generator<TogetherGroup> {
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

/** The same group, as parts that one statement each can write. */
export function inStatements(
  rows: Rows,
  tables: readonly ObjectId[],
  { groups, lead }: TogetherGroup,
): (readonly Followers[])[] {
  if (lead === null) return [groups]
  return cut(lead.from, lead.to, SLICE_ROWS)
    .map((slice) => togetherRanges(rows, tables, slice) ?? [])
    .filter(hasRows)
}

const hasRows = (groups: readonly Followers[]): boolean => groups.some(({ ranges }) => ranges.length > 0)
