/** How many children each parent had when a generation of rows was added; see `Spread` in model/link.ts. */
export interface Generation {
  /** Rows that come before the children and belong to no parent. */
  readonly given?: number
  /** Children of each parent, those of earlier generations included. */
  readonly counts: ArrayLike<number>
}

/** A place in a layout; one for everyone who scans. */
export interface Cursor {
  parent: number
  /** Place among the siblings, from 0. */
  j: number
  /** The run of rows that is known to belong to `parent`: children `firstJ`, … of one generation. */
  generation: number
  first: number
  end: number
  firstJ: number
}

/** Rows `from` … `to - 1`. */
export interface RowRange {
  readonly from: number
  readonly to: number
}

type Counts = Uint8Array | Uint16Array | Uint32Array

interface Part {
  /** Children up to and including this generation, and the same of the one before. */
  readonly counts: Counts
  readonly before: Counts
  readonly firstRow: number
  readonly rows: number
  /** Rows before parent 64·i within this generation. */
  readonly sums: Float64Array
}

const BLOCK = 64

/**
 * Rows of a table whose parents own blocks: row ↔ (parent, j), both ways. A generation adds, in the order of the parents, the children
 * that each parent has more than before, numbered after all earlier rows. A few bytes per parent; O(1) in order, else O(log parents).
 */
export class Layout {
  readonly rows: number
  private readonly parts: readonly Part[]
  private readonly last: Counts

  constructor(generations: readonly Generation[]) {
    const parts: Part[] = []
    let before: Counts = new Uint8Array(0)
    let firstRow = 0
    for (const generation of generations) {
      firstRow += generation.given ?? 0
      const part = partOf(compact(generation.counts), before, firstRow)
      parts.push(part)
      firstRow += part.rows
      before = part.counts
    }
    this.parts = parts
    this.last = before
    this.rows = firstRow
  }

  cursor(): Cursor {
    return { parent: -1, j: 0, generation: 0, first: 0, end: 0, firstJ: 0 }
  }

  /** Points the cursor at a row: sets `parent` and `j`. */
  locate(row: number, cursor: Cursor): void {
    if (row < cursor.first || row >= cursor.end) {
      if (row !== cursor.end || row === 0 || !this.advance(cursor)) this.search(row, cursor)
    }
    cursor.j = cursor.firstJ + row - cursor.first
  }

  /** The row of child `j` of a parent, or -1. */
  rowOf(parent: number, j: number): number {
    for (const part of this.parts) {
      if (parent >= part.counts.length || j >= (part.counts[parent] as number)) continue
      const firstJ = at(part.before, parent)
      return part.firstRow + rowsBefore(part, parent) + j - firstJ
    }
    return -1
  }

  childCount(parent: number): number {
    return at(this.last, parent)
  }

  /** Children of a parent in the first generation. */
  firstCount(parent: number): number {
    return this.parts[0] === undefined ? 0 : at(this.parts[0].counts, parent)
  }

  /** The rows of the parents `parentFrom` … `parentTo - 1`, ascending, neighbouring ranges joined. */
  childrenOf(parentFrom: number, parentTo: number): RowRange[] {
    const ranges: RowRange[] = []
    for (const part of this.parts) {
      const from = part.firstRow + rowsBefore(part, Math.min(parentFrom, part.counts.length))
      const to = part.firstRow + rowsBefore(part, Math.min(parentTo, part.counts.length))
      if (to <= from) continue
      const previous = ranges.at(-1)
      if (previous !== undefined && previous.to === from) ranges[ranges.length - 1] = { from: previous.from, to }
      else ranges.push({ from, to })
    }
    return ranges
  }

  /** Moves on to the next parent of the same generation that has a child there. */
  private advance(cursor: Cursor): boolean {
    const part = this.parts[cursor.generation] as Part
    for (let parent = cursor.parent + 1; parent < part.counts.length; parent++) {
      if (added(part, parent) > 0) {
        enter(cursor, part, parent, cursor.end)
        return true
      }
    }
    return false
  }

  private search(row: number, cursor: Cursor): void {
    if (!(row >= 0 && row < this.rows)) throw new RangeError(`row ${row} of ${this.rows}`)
    let generation = this.parts.length - 1
    while (row < (this.parts[generation] as Part).firstRow) generation--
    const part = this.parts[generation] as Part
    let rest = row - part.firstRow
    let low = 0
    let high = part.sums.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((part.sums[middle] as number) <= rest) low = middle
      else high = middle - 1
    }
    rest -= part.sums[low] as number
    let parent = low * BLOCK
    for (let more = added(part, parent); rest >= more; more = added(part, parent)) {
      rest -= more
      parent++
    }
    cursor.generation = generation
    enter(cursor, part, parent, row - rest)
  }
}

function enter(cursor: Cursor, part: Part, parent: number, first: number): void {
  cursor.parent = parent
  cursor.first = first
  cursor.end = first + added(part, parent)
  cursor.firstJ = at(part.before, parent)
}

const at = (counts: Counts, parent: number): number => (parent < counts.length ? (counts[parent] as number) : 0)
const added = (part: Part, parent: number): number => (part.counts[parent] as number) - at(part.before, parent)

/** Rows of a generation that belong to parents before this one. */
function rowsBefore(part: Part, parent: number): number {
  const block = Math.floor(parent / BLOCK)
  let sum = part.sums[block] as number
  for (let p = block * BLOCK; p < parent; p++) sum += added(part, p)
  return sum
}

function partOf(counts: Counts, before: Counts, firstRow: number): Part {
  const sums = new Float64Array(Math.floor(counts.length / BLOCK) + 1)
  let rows = 0
  for (let p = 0; p < counts.length; p++) {
    if (p % BLOCK === 0) sums[p / BLOCK] = rows
    rows += (counts[p] as number) - at(before, p)
  }
  if (counts.length % BLOCK === 0) sums[counts.length / BLOCK] = rows
  return { counts, before, firstRow, rows, sums }
}

/** The narrowest array that holds the numbers. */
function compact(counts: ArrayLike<number>): Counts {
  let max = 0
  for (let p = 0; p < counts.length; p++) max = Math.max(max, counts[p] as number)
  if (max < 0x100) return Uint8Array.from(counts)
  if (max < 0x10000) return Uint16Array.from(counts)
  return Uint32Array.from(counts)
}
