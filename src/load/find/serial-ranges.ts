import type { Serial } from '../../model/recipe.ts'

/** Numbers by row as ranges: a new one wherever the next number is not one step on. Rows without a number take part in the range before. */
export function serialRanges(values: readonly (number | null)[], step: number): Serial['ranges'] {
  const ranges: { row: number; value: number }[] = []
  for (const [row, value] of values.entries()) {
    const last = ranges.at(-1)
    if (value === null || (last && last.value + (row - last.row) * step === value)) continue
    ranges.push({ row, value })
  }
  return ranges
}
