import { Frame } from '../rows/frame.ts'
import type { Layout, RowRange } from '../rows/layout.ts'
import type { Table } from '../rows/table.ts'
import { climb } from './climb.ts'

/** Rows of a table by the row of an ancestor that they are under. Rows are in ascending order. */
export interface Kin {
  /** How many of the first `limit` rows of the table are under the ancestor. */
  count(ancestor: number, limit: number): number
  /** Number `place` of them. */
  at(ancestor: number, place: number): number
}

/** The only row under itself. */
export const ITSELF: Kin = { count: (ancestor, limit) => (ancestor < limit ? 1 : 0), at: (ancestor) => ancestor }

/** Finds the rows by blocks where each table on the path is owned by the next one, else by an index (four bytes for each row). */
export function kinOf(table: Table, path: readonly string[]): Kin {
  if (path.length === 0) return ITSELF
  const tables = ownedPath(table, path)
  return tables === null ? indexed(table, path) : inBlocks(tables)
}

/** The tables from below the ancestor down to this one, if each is owned by the one before and all rows stand in blocks. */
function ownedPath(table: Table, path: readonly string[]): Table[] | null {
  const tables: Table[] = []
  let at: Table | null = table
  for (const name of path) {
    if (at === null || at.hasGiven || at.linkPlace(name) !== at.owner) return null
    tables.unshift(at)
    at = at.links[at.owner]?.table ?? null
  }
  return tables
}

function inBlocks(tables: readonly Table[]): Kin {
  let known = -1
  let ranges: readonly RowRange[] = []
  const look = (ancestor: number): void => {
    if (ancestor === known) return
    known = ancestor
    ranges = tables.reduce<readonly RowRange[]>(
      (above, table) => above.flatMap(({ from, to }) => (table.layout as Layout).childrenOf(from, to)),
      [{ from: ancestor, to: ancestor + 1 }],
    )
  }
  return {
    count(ancestor, limit) {
      look(ancestor)
      return ranges.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, limit) - from), 0)
    },
    at(ancestor, place) {
      look(ancestor)
      let rest = place
      for (const { from, to } of ranges) {
        if (rest < to - from) return from + rest
        rest -= to - from
      }
      return -1
    },
  }
}

/** Rows sorted by their ancestor, and where those of each begin. */
function indexed(table: Table, path: readonly string[]): Kin {
  const { rows } = table.plan
  const frame = new Frame(table)
  const ancestorOf = climb(table, path)
  const above = Int32Array.from({ length: rows }, (_, row) => ancestorOf(frame.seek(row)))
  const ancestors = above.reduce((most, ancestor) => Math.max(most, ancestor), -1) + 1
  const starts = new Uint32Array(ancestors + 1)
  for (const ancestor of above) if (ancestor !== -1) starts[ancestor + 1] = (starts[ancestor + 1] as number) + 1
  for (let i = 1; i <= ancestors; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number)
  const next = starts.slice()
  const sorted = new Uint32Array(starts[ancestors] as number)
  for (const [row, ancestor] of above.entries()) {
    if (ancestor === -1) continue
    const place = next[ancestor] as number
    sorted[place] = row
    next[ancestor] = place + 1
  }
  return {
    count(ancestor, limit) {
      if (ancestor >= ancestors) return 0
      const from = starts[ancestor] as number
      let to = starts[ancestor + 1] as number
      if (limit < rows) while (to > from && (sorted[to - 1] as number) >= limit) to--
      return to - from
    },
    at: (ancestor, place) => sorted[(starts[ancestor] as number) + place] as number,
  }
}
