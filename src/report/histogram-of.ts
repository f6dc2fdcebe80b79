import type { Share } from '../model/reports/report.ts'

/** Bars of a histogram at most. */
const BARS = 12

/** A bar for each number of rows, or for as many as make round bounds: 0 … 4, 5 … 9, … */
export function histogramOf(counts: Uint32Array, min: number, max: number): Share['histogram'] {
  const width = barWidth(min, max)
  const first = Math.floor(min / width)
  const parents = new Array<number>(Math.floor(max / width) - first + 1).fill(0)
  for (const count of counts) {
    const at = Math.floor(count / width) - first
    parents[at] = (parents[at] as number) + 1
  }
  return parents.map((many, at) => ({ from: (first + at) * width, to: (first + at + 1) * width - 1, parents: many }))
}

/** The smallest of 1, 2, 5, 10, 20, … that needs no more bars than there may be. */
function barWidth(min: number, max: number): number {
  for (let power = 1; ; power *= 10) {
    for (const width of [power, 2 * power, 5 * power]) {
      if (Math.floor(max / width) - Math.floor(min / width) < BARS) return width
    }
  }
}
