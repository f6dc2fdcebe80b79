import type { Serial } from '../../model/recipe.ts'
import type { Value } from '../../model/value.ts'
import type { Maker } from '../maker.ts'
import type { Frame } from '../rows/frame.ts'

type Range = Serial['ranges'][number]

/** Whole numbers by row: range by range, so many steps on. Beyond 2^53 as bigint; null before the first range. */
export function compileSerial({ ranges, step }: Serial): Maker {
  let range = 0
  const make = ({ row }: Frame): Value => {
    if (!holds(ranges, range, row)) range = find(ranges, row)
    const { row: first, value } = ranges[range] ?? { row: 0, value: Number.NaN }
    const number = value + (row - first) * step
    if (Number.isSafeInteger(number)) return number
    return Number.isNaN(number) ? null : BigInt(value) + BigInt(row - first) * BigInt(step)
  }
  return { make }
}

const holds = (ranges: readonly Range[], i: number, row: number): boolean => {
  const own = ranges[i]
  const next = ranges[i + 1]
  return own !== undefined && own.row <= row && (next === undefined || row < next.row)
}

/** The last range that begins at or before the row, -1 for none. */
function find(ranges: readonly Range[], row: number): number {
  let low = -1
  let high = ranges.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((ranges[middle] as Range).row <= row) low = middle
    else high = middle - 1
  }
  return low
}
