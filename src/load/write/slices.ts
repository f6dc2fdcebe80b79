import type { TableRows } from '../../values/rows/rows.ts'
import type { Sheet } from '../sql/sheet.ts'

export interface Range {
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

/** At most this many rows, and about this many bytes, go in one statement. */
export const SLICE_ROWS = 1000
const SLICE_CHARACTERS = 1 << 20

/** A part of a table's rows as parameters. */
export interface Slice extends Range {
  readonly sheet: Sheet
}

/**
 * Cuts ranges of rows into slices small enough for one statement: `rows` rows and about 1 MB at most. `as`: with links that are to be patched as they are
 * written first (NULL), or as they will be.
 */
export function* slices(
  table: TableRows,
  ranges: readonly Range[],
  columns: readonly string[],
  as: 'written' | 'final' = 'written',
  rows = SLICE_ROWS,
): Generator<Slice> {
  for (const range of ranges) {
    let from = range.from
    let size = 0
    let sheet = columns.map((): (string | null)[] => [])
    for (let row = range.from; row < range.to; row++) {
      const texts = table.texts(row, columns, as)
      for (const [i, text] of texts.entries()) {
        sheet[i]?.push(text)
        size += text?.length ?? 0
      }
      if (row + 1 - from < rows && size < SLICE_CHARACTERS && row + 1 < range.to) continue
      yield { from, to: row + 1, sheet }
      from = row + 1
      size = 0
      sheet = columns.map(() => [])
    }
  }
}

/** The keys of ranges of rows as one sheet, in the order of the key's columns. */
export function keysOf(table: TableRows, ranges: readonly Range[]): Sheet {
  const sheet = table.plan.key.columns.map((): (string | null)[] => [])
  for (const { from, to } of ranges) {
    for (let row = from; row < to; row++) for (const [i, text] of table.key(row).entries()) sheet[i]?.push(text)
  }
  return sheet
}

/** Ranges of at most `size` rows, in order. */
export function cut(from: number, to: number, size: number): Range[] {
  const ranges: Range[] = []
  for (let start = from; start < to; start += size) ranges.push({ from: start, to: Math.min(start + size, to) })
  return ranges
}
