import type { Bounds } from './bounds.ts'
import type { Cells } from './cells.ts'
import { type Slack, sharesProblem } from './shares.ts'

/** What there is, and what is asked of each target. */
export interface Given {
  /** Items that there are; of pairs: what the targets have room for. */
  readonly there: number
  readonly bounds: Bounds
  readonly cells: Cells | null
}

/** How far the demands go; each may give way. */
export interface Demands {
  /** Null: as many as have room. */
  readonly total: number | null
  /** Where several totals would do and none is asked for: the one nearest to this. */
  readonly wish: number
  /** No target must have more than this … */
  readonly minCap: number
  /** … and each may have as many as this. */
  readonly maxFloor: number
  readonly slack: Slack
}

export interface Settled {
  readonly total: number
  readonly problem: null
}

/** Whether all demands can hold together: how many items are placed, or what stands against it. */
export function tryDemands(given: Given, demands: Demands): Settled | { readonly problem: string } {
  const sums = sumBounds(given.bounds, demands)
  if (sums.crossed !== null) return { problem: sums.crossed }
  const { there } = given
  const problem = countProblem(given, demands, sums)
  if (problem !== null) return { problem }
  const high = Math.min(there, sums.upper)
  if (demands.total !== null) return atTotal(given, demands, demands.total)
  const wish = Math.min(high, Math.max(sums.lower, demands.wish))
  if (given.cells === null) return { total: wish, problem: null }
  return nearestTotal(given, demands, Math.max(sums.lower, Math.min(1, high)), high, wish)
}

function atTotal({ cells }: Given, { slack }: Demands, total: number): Settled | { readonly problem: string } {
  const problem = cells === null || total === 0 ? null : sharesProblem(cells, total, slack)
  return problem === null ? { total, problem } : { problem }
}

function nearestTotal(
  given: Given,
  demands: Demands,
  low: number,
  high: number,
  wish: number,
): Settled | { readonly problem: string } {
  const first = atTotal(given, demands, wish)
  if (first.problem === null) return first
  for (let step = 1; wish - step >= low || wish + step <= high; step++)
    for (const total of [wish - step, wish + step]) {
      if (total < low || total > high) continue
      const found = atTotal(given, demands, total)
      if (found.problem === null) return found
    }
  return first
}

function countProblem({ there, bounds }: Given, { total, minCap, maxFloor }: Demands, sums: Sums): string | null {
  const { lower, upper } = sums
  if (lower > there) return `${said(bounds, 'lower', minCap, lower)}, ${there} ${there === 1 ? 'is' : 'are'} there`
  if (total === null) return null
  if (total > there) return `totalItems is ${total}, and ${there} ${there === 1 ? 'is' : 'are'} there`
  if (lower > total) return `${said(bounds, 'lower', minCap, lower)}, and totalItems is ${total}`
  if (upper < total) return `${said(bounds, 'upper', maxFloor, upper)}, and totalItems is ${total}`
  return null
}

/** `3 targets × min 5 = 15 items`. */
function said({ lower, upper, room }: Bounds, side: 'lower' | 'upper', limit: number, sum: number): string {
  const word = side === 'lower' ? 'min' : 'max'
  const each = new Set(
    side === 'lower'
      ? lower.map((one) => Math.min(one, limit))
      : upper.map((one, t) => Math.min(Math.max(one, limit), room[t] as number)),
  )
  const targets = `${lower.length} ${lower.length === 1 ? 'target' : 'targets'}`
  if (each.size === 1) return `${targets} × ${word} ${[...each][0]} = ${sum} items`
  return `${targets} with ${word} ${Math.min(...each)} to ${Math.max(...each)} = ${sum} items`
}

interface Sums {
  readonly lower: number
  readonly upper: number
  readonly crossed: string | null
}

function sumBounds({ lower, upper, room }: Bounds, { minCap, maxFloor }: Demands): Sums {
  const sums = { lower: 0, upper: 0 }
  for (let t = 0; t < lower.length; t++) {
    const least = Math.min(lower[t] as number, minCap)
    const most = Math.min(Math.max(upper[t] as number, maxFloor), room[t] as number)
    if (least > most) return { ...sums, crossed: `min ${least} is above max ${most}` }
    sums.lower += least
    sums.upper += most
  }
  return { ...sums, crossed: null }
}

/** The bounds of each target that hold in the end. */
export function settledBounds(
  { bounds }: Given,
  { minCap, maxFloor }: Demands,
): { lower: Uint32Array; upper: Uint32Array } {
  const most = 2 ** 32 - 1
  return {
    lower: Uint32Array.from(bounds.lower, (one) => Math.min(one, minCap)),
    upper: Uint32Array.from(bounds.upper, (one, t) =>
      Math.min(Math.max(one, maxFloor), bounds.room[t] as number, most),
    ),
  }
}
