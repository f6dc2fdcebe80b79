import type { Relaxable, Relaxation } from '../../model/allotting/allotment.ts'
import type { Cells } from './cells.ts'
import { conflict } from './conflict.ts'
import { type Demands, type Given, tryDemands } from './demands.ts'
import { without } from './relaxation-order.ts'
import { cellCounts, countsOf } from './shares.ts'

export interface Relaxed {
  readonly demands: Demands
  readonly total: number
  readonly relaxations: readonly Relaxation[]
}

/**
 * Lets give way what must, in the order, and no further than it must: the first demands of the order are dropped until the others can hold, then each of them is taken back, the last one
 * first, as it was or as near to it as can be.
 * @throws SeedError `allot-conflict` where the order does not name enough.
 */
export function relax(given: Given, asked: Demands, order: readonly Relaxable[]): Relaxed {
  let dropped = 0
  let demands = asked
  let state = tryDemands(given, demands)
  while (state.problem !== null) {
    const name = order[dropped++]
    if (name === undefined) throw conflict(given, asked)
    demands = without(demands, name)
    state = tryDemands(given, demands)
  }
  const relaxations: Relaxation[] = []
  const reasons = new Map<Relaxable, string>()
  for (const name of order.slice(0, dropped).reverse()) {
    const restored = withAgain(demands, asked, name)
    const { problem } = tryDemands(given, restored)
    demands = problem === null ? restored : nearest(given, demands, asked, name)
    if (problem !== null) reasons.set(name, problem)
  }
  const { total } = tryDemands(given, demands) as { total: number }
  for (const [name, reason] of reasons) relaxations.push(...told(name, reason, given, asked, demands, total))
  return { demands, total, relaxations }
}

function withAgain(demands: Demands, asked: Demands, name: Relaxable): Demands {
  switch (name) {
    case 'totalItems':
      return { ...demands, total: asked.total }
    case 'dateDistribution':
      return { ...demands, slack: { ...demands.slack, date: 0 } }
    case 'categoryBalance':
      return { ...demands, slack: { ...demands.slack, category: 0 } }
    case 'minPerTarget':
      return { ...demands, minCap: asked.minCap }
    case 'maxPerTarget':
      return { ...demands, maxFloor: asked.maxFloor }
  }
}

/** The nearest value that lets the others hold, found by halving: what holds with some room holds with more. */
function nearest(given: Given, demands: Demands, asked: Demands, name: Relaxable): Demands {
  const { bounds, there } = given
  const fits = (tried: Demands): boolean => tryDemands(given, tried).problem === null
  switch (name) {
    case 'totalItems':
      return demands
    case 'minPerTarget': {
      const at = (gone: number): Demands => ({ ...demands, minCap: highest(bounds.lower) - gone })
      return at(least(highest(bounds.lower), (gone) => fits(at(gone))))
    }
    case 'maxPerTarget': {
      const at = (maxFloor: number): Demands => ({ ...demands, maxFloor })
      return at(least(Math.max(there, highest(bounds.lower)), (floor) => fits(at(floor))))
    }
    case 'dateDistribution':
    case 'categoryBalance': {
      const total = demands.total ?? asked.total ?? fullest(given, demands)
      const side = name === 'dateDistribution' ? 'date' : 'category'
      const at = (slack: number): Demands => ({ ...demands, total, slack: { ...demands.slack, [side]: slack } })
      return fits(at(there)) ? at(least(there, (slack) => fits(at(slack)))) : demands
    }
  }
}

const fullest = (given: Given, demands: Demands): number => (tryDemands(given, demands) as { total: number }).total

const highest = (list: Float64Array): number => list.reduce((most, one) => Math.max(most, one), 0)

/** The least number up to `most` that fits, where `most` does. */
function least(most: number, fits: (one: number) => boolean): number {
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function told(
  name: Relaxable,
  reason: string,
  { bounds, cells }: Given,
  asked: Demands,
  { minCap, maxFloor, slack }: Demands,
  total: number,
): Relaxation[] {
  switch (name) {
    case 'totalItems':
      return [{ constraint: name, requested: asked.total ?? 0, applied: total, reason }]
    case 'minPerTarget':
      return [{ constraint: name, requested: highest(bounds.lower), applied: minCap, reason }]
    case 'maxPerTarget':
      return [{ constraint: name, requested: lowest(bounds.upper), applied: maxFloor, reason }]
    case 'dateDistribution':
    case 'categoryBalance':
      return cells === null ? [] : missedShares(name, reason, cells, total, cellCounts(cells, total, slack))
  }
}

const lowest = (list: Float64Array): number => list.reduce((one, other) => Math.min(one, other), 2 ** 32 - 1)

/** Shares that do not hold, as relaxations. */
export function missedShares(
  name: 'dateDistribution' | 'categoryBalance',
  reason: string,
  { categories, recent }: Cells,
  total: number,
  counts: Uint32Array,
): Relaxation[] {
  if (name === 'dateDistribution') {
    const young = counts.reduce((sum, one, cell) => sum + (cell % 2 === 0 ? one : 0), 0)
    const applied = rounded(young / Math.max(1, total))
    return [{ constraint: 'dateDistribution.recentWeight', requested: rounded(recent ?? 1), applied, reason }]
  }
  return categories.flatMap((category, k) => {
    const count = (counts[2 * k] as number) + (counts[2 * k + 1] as number)
    const { least: from, most: to } = countsOf(category, total, 0)
    if (count >= from && count <= to) return []
    const side = count < from ? 'min' : 'max'
    const applied = rounded(count / Math.max(1, total))
    return [{ constraint: `categoryBalance.${category.name}.${side}`, requested: category[side], applied, reason }]
  })
}

const rounded = (share: number): number => Math.round(share * 1e6) / 1e6
