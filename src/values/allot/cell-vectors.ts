import type { Category, Cells } from './cells.ts'
import { cellCounts, countsOf, recentBounds, type Slack } from './shares.ts'

/** What may still be spent on a search; at 0 it ends without an answer. */
export interface Budget {
  left: number
}

/** All numbers of the cells that hold the shares among `total` items, as far as the budget goes; those near to what is there first. Some do hold, as `sharesProblem` says. */
export function* cellVectors(cells: Cells, total: number, slack: Slack, budget: Budget): Generator<Uint32Array> {
  yield cellCounts(cells, total, slack)
  const { categories } = cells
  const bounds = categories.map((one) => countsOf(one, total, slack.category))
  const { fewest, most } = recentBounds(cells, total, slack)
  const counts = new Uint32Array(categories.length * 2)
  // Of this category and all behind it: as many as there can be, and must be.
  const [can, must] = [new Float64Array(categories.length + 1), new Float64Array(categories.length + 1)]
  for (let k = categories.length - 1; k >= 0; k--) {
    const [young, old] = (categories[k] as Category).there
    can[k] = (can[k + 1] as number) + Math.min(bounds[k]?.most as number, young + old)
    must[k] = (must[k + 1] as number) + (bounds[k]?.least as number)
  }
  function* from(k: number, left: number, young: number): Generator<Uint32Array> {
    if (k === categories.length) {
      if (young >= fewest) yield counts.slice()
      return
    }
    const [fresh, old] = (categories[k] as Category).there
    const high = Math.min(bounds[k]?.most as number, left - (must[k + 1] as number))
    const low = Math.max(bounds[k]?.least as number, left - (can[k + 1] as number))
    for (let one = Math.min(fresh, high, most - young); one >= 0; one--)
      for (let other = Math.min(old, high - one); other >= Math.max(0, low - one); other--) {
        if (budget.left-- <= 0) return
        counts[2 * k] = one
        counts[2 * k + 1] = other
        yield* from(k + 1, left - one - other, young + one)
      }
  }
  yield* from(0, total, 0)
}
