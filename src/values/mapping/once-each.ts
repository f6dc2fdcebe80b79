import type { Datum } from './datum.ts'
import type { RowReader } from './read-expression.ts'

/** Columns that look at others are worked out once for a row, however many look at them. */
export function onceEach(read: (column: string, row: RowReader) => Datum): RowReader {
  // Most rows are never asked.
  let known: Map<string, Datum> | null = null
  const row: RowReader = (column) => {
    const before = known?.get(column)
    if (before !== undefined) return before
    const datum = read(column, row)
    known ??= new Map()
    known.set(column, datum)
    return datum
  }
  return row
}
