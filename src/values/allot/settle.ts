import type { Relaxation } from '../../model/allotting/allotment.ts'
import type { Bounds } from './bounds.ts'
import { conflict } from './conflict.ts'
import { type Demands, type Given, settledBounds, tryDemands } from './demands.ts'
import { relax } from './relax.ts'
import { rulesConflict } from './rules-conflict.ts'
import type { Slack } from './shares.ts'
import type { Task } from './task.ts'

/** What holds in the end. */
export interface Settlement {
  readonly total: number
  readonly lower: Uint32Array
  readonly upper: Uint32Array
  readonly slack: Slack
  readonly relaxations: readonly Relaxation[]
  /** Targets that go without, and why. */
  readonly unserved: ReadonlyMap<number, string>
}

/**
 * Numbers that can hold together.
 * @param there items, or room for pairs
 * @throws SeedError `allot-conflict`
 */
export function settle(task: Task, there: number, wish = Number.POSITIVE_INFINITY): Settlement {
  const { total, onConflict, order, cells } = task
  const asked: Demands = {
    ...{ total, wish: total ?? wish, maxFloor: 0, slack: { category: 0, date: 0 } },
    minCap: Number.POSITIVE_INFINITY,
  }
  if (onConflict === 'partial') return serveSome({ there, bounds: task.bounds, cells }, asked)
  const fitted = fitRoom(task)
  const given = { there, bounds: fitted.bounds, cells }
  if (onConflict === 'error') {
    const state = tryDemands({ ...given, bounds: task.bounds }, asked)
    if (state.problem !== null)
      throw task.pairs ? conflict({ ...given, bounds: task.bounds }, asked) : rulesConflict(task, state.problem)
  }
  const { demands, total: settled, relaxations } = relax(given, asked, order)
  return {
    ...settledBounds(given, demands),
    ...{ total: settled, slack: demands.slack, relaxations: [...fitted.relaxations, ...relaxations] },
    unserved: new Map(),
  }
}

/** Where a target has room for fewer than it must have, the room counts. */
function fitRoom({ bounds, labelOf }: Task): { bounds: Bounds; relaxations: Relaxation[] } {
  const { lower, room } = bounds
  let tight = -1
  let many = 0
  for (let t = 0; t < lower.length; t++) {
    if ((lower[t] as number) <= (room[t] as number)) continue
    many++
    if (tight < 0 || (room[t] as number) < (room[tight] as number)) tight = t
  }
  if (tight < 0) return { bounds, relaxations: [] }
  const applied = room[tight] as number
  const others = many === 1 ? '' : `, and ${many - 1} more have too little as well`
  const reason = `target ${labelOf(tight)} has room for ${applied}${others}`
  return {
    bounds: { ...bounds, lower: lower.map((one, t) => Math.min(one, room[t] as number)) },
    relaxations: [{ constraint: 'minPerTarget', requested: lower[tight] as number, applied, reason }],
  }
}

/** Nothing gives way: as many targets as can be, those that need least first, have all that they must have; the others have nothing. */
function serveSome(given: Given, asked: Demands): Settlement {
  const { lower, upper } = given.bounds
  const limit = { ...given, there: Math.min(given.there, asked.total ?? Number.POSITIVE_INFINITY) }
  const demands = { ...asked, total: null, wish: asked.total ?? asked.wish }
  const able = Array.from(lower, (_, t) => t).filter((t) => (lower[t] as number) <= (upper[t] as number))
  able.sort((a, b) => (lower[a] as number) - (lower[b] as number) || a - b)
  const serving = (count: number): Given => {
    const served = new Set(able.slice(0, count))
    const own = (list: Float64Array): Float64Array => list.map((one, t) => (served.has(t) ? one : 0))
    return { ...limit, bounds: { ...given.bounds, lower: own(lower), upper: own(upper) } }
  }
  let [low, high] = [0, able.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (tryDemands(serving(middle), demands).problem === null) low = middle
    else high = middle - 1
  }
  const served = serving(low)
  const state = tryDemands(served, demands)
  const whole = tryDemands(limit, demands)
  const kept = new Set(able.slice(0, low))
  const left = Array.from(lower, (_, t) => t).filter((t) => !kept.has(t))
  return {
    ...settledBounds(served, demands),
    ...{ total: state.problem === null ? state.total : 0, slack: demands.slack, relaxations: [] },
    unserved: new Map(left.map((t) => [t, whole.problem ?? 'the shares leave nothing for it'])),
  }
}
