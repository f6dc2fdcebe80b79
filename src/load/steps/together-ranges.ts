import type { ObjectId } from '../../model/name.ts'
import type { Rows } from '../../values/rows/rows.ts'
import type { Range } from '../write/slices.ts'

/** New rows of one table that go with a range of the lead's rows. */
export interface Followers {
  readonly table: ObjectId
  readonly ranges: readonly Range[]
}

/**
 * For a range of the lead's rows: the new rows of every table of the group that belong to it, through owner links within the group. Null when a table is not
 * owned by another one of the group: then its rows belong to no range, and all go together.
 */
export function togetherRanges(rows: Rows, tables: readonly ObjectId[], lead: Range): Followers[] | null {
  const all = new Map<ObjectId, readonly Range[]>()
  const [first] = tables
  if (first === undefined) return null
  all.set(first, [lead])
  let open = tables.slice(1)
  while (open.length > 0) {
    const next = open.filter((id) => !all.has(ownerOf(rows, id) ?? ''))
    if (next.length === open.length) return null
    for (const id of open) {
      const owners = all.get(ownerOf(rows, id) ?? '')
      if (owners)
        all.set(
          id,
          owners.flatMap(({ from, to }) => rows.table(id).owned(from, to)),
        )
    }
    open = next
  }
  return tables.map((table) => {
    const ranges = fresh(all.get(table) ?? [], rows.table(table).plan.present)
    return { table, ranges: written(rows, table, ranges) }
  })
}

/** How many rows the lead's ranges are counted over: rows that are there already may get new followers. */
export const leadRows = (rows: Rows, tables: readonly ObjectId[]): number =>
  tables[0] === undefined ? 0 : rows.table(tables[0]).plan.rows

/** All new rows of all tables. */
export const allTogether = (rows: Rows, tables: readonly ObjectId[]): Followers[] =>
  tables.map((table) => {
    const { present, rows: total } = rows.table(table).plan
    return { table, ranges: written(rows, table, present < total ? [{ from: present, to: total }] : []) }
  })

const ownerOf = (rows: Rows, id: ObjectId): ObjectId | null => {
  const { owner, links } = rows.table(id).plan
  const link = links.find(({ name }) => name === owner)
  return link && link.parent.pool === null ? link.parent.table : null
}

/** Without rows that are skipped. */
function written(rows: Rows, table: ObjectId, ranges: readonly Range[]): readonly Range[] {
  const made = rows.table(table)
  if (made.plan.skipped === undefined) return ranges
  return ranges.flatMap(({ from, to }) => made.split(from, to).map((run) => ({ from: run.from, to: run.to })))
}

/** Without the rows that are there; neighbours joined. */
function fresh(ranges: readonly Range[], present: number): Range[] {
  const joined: Range[] = []
  const sorted = ranges.map(({ from, to }) => ({ from: Math.max(from, present), to })).sort((a, b) => a.from - b.from)
  for (const range of sorted) {
    const last = joined.at(-1)
    if (range.from >= range.to) continue
    if (last && last.to === range.from) joined[joined.length - 1] = { from: last.from, to: range.to }
    else joined.push(range)
  }
  return joined
}
