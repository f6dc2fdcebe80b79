import { Address } from './address.ts'
import { refuse, tooLarge } from './refuse.ts'
import type { Outcome } from './result.ts'
import { settle } from './settle.ts'
import { targetCounts } from './target-counts.ts'
import type { Options, Task } from './task.ts'
import { weightsOf } from './weights-of.ts'

/** Pairs of an item and a target that are looked at, at most. */
const PAIRS = 50_000_000

/**
 * Each target a number of different items, which may go to others as well. The items of a target are drawn without replacement by Pareto sampling (Rosén, On sampling with probability proportional
 * to size, 1997): an item is in with nearly the probability that its weight asks for, and since its number hangs on the pair of names alone, an item more or less takes no other's place but its own.
 * @throws SeedError
 */
export function* pairs(task: Task, options: Options): Generator<number, Outcome> {
  const { items, targets, names, seed, asked } = task
  if (task.cells !== null) refuse('uniqueness', "'item' where categoryBalance or dateDistribution is given", 'pair')
  if (items.length * targets.length > PAIRS)
    tooLarge(
      `${items.length} items by ${targets.length} targets are more pairs than ${PAIRS}.`,
      'Share them out in parts.',
    )
  const weights =
    options.itemWeights === undefined ? null : weightsOf('itemWeights', options.itemWeights, items, names.items, seed)
  const draw = drawer(task, weights)
  const rooms = Float64Array.from(targets, (_, t) => draw(t, Number.POSITIVE_INFINITY).length)
  yield 0
  const bounds = { ...task.bounds, room: task.bounds.room.map((room, t) => Math.min(room, rooms[t] as number)) }
  const upper = bounds.upper.map((most, t) => Math.min(most, bounds.room[t] as number))
  const fitted: Task = { ...task, bounds: { ...bounds, upper } }
  const counts = pairCounts(fitted, asked.maxPerTarget !== undefined)
  const shares = targets.map((_, t) => draw(t, counts.counts[t] as number).map((item) => items[item] as never))
  const { relaxations, unserved } = counts.settled
  const used = new Set(shares.flat())
  const unassigned = items.filter((item) => !used.has(item)).map((item) => ({ item, reason: 'no target has drawn it' }))
  return { shares, relaxations, unserved, unassigned }
}

/** Numbers for the targets: by chance between their bounds, or by the strategy where a total is given. */
function pairCounts(task: Task, bounded: boolean) {
  const { strategy, names, seed, weights, bounds, items } = task
  const room = bounds.upper.reduce((sum, one) => sum + one, 0)
  const address = new Address(seed, 'count')
  const drawn = bounds.lower.map((low, t) => {
    const high = bounds.upper[t] as number
    const unit = strategy === 'random' || strategy === 'custom' ? address.unit(names.targets[t] as number, 0) : 0.5
    return Math.max(0, Math.min(high, low + Math.floor(unit * (high - low + 1))))
  })
  const wish = bounded ? drawn.reduce((sum, one) => sum + one, 0) : items.length
  const settled = settle(task, room, wish)
  if (strategy === 'random' && bounded && settled.total === wish && settled.relaxations.length === 0)
    return { settled, counts: Uint32Array.from(drawn) }
  const phase = new Address(seed, 'phase')
  const phases = Float64Array.from(names.targets, (name) => 1 - phase.unit(name, 0))
  const { total, lower, upper } = settled
  return { settled, counts: targetCounts({ total, lower, upper, phases, weights }) }
}

/** The first so many items of a target by their numbers, no group above its most. */
function drawer({ items, targets, names, seed, allowance, groups }: Task, weights: Float64Array | null) {
  const address = new Address(seed, 'pareto')
  const most = groups?.max ?? Number.POSITIVE_INFINITY
  const all = Uint32Array.from(items, (_, i) => i)
  const mayGo = (t: number): Uint32Array =>
    allowance === null ? all : all.filter((i) => allowance.may(items[i], targets[t]))
  const plain = allowance === null && groups === null
  return (t: number, count: number): number[] => {
    if (count === 0) return []
    if (plain && count === Number.POSITIVE_INFINITY) return Array.from(all)
    const open = mayGo(t)
    const chances = count < open.length ? inclusion(open, weights, count) : null
    const ranks = new Float64Array(items.length)
    for (const [k, i] of open.entries()) {
      const unit = address.unit(names.items[i] as number, names.targets[t] as number)
      const chance = chances === null ? 0.5 : (chances[k] as number)
      ranks[i] = chance >= 1 ? -1 : (unit / (1 - unit)) * ((1 - chance) / chance)
    }
    const taken: number[] = []
    const used = new Map<number, number>()
    for (const i of open.slice().sort((a, b) => (ranks[a] as number) - (ranks[b] as number) || a - b)) {
      if (taken.length >= count) break
      const group = groups?.of[i] ?? -1
      const before = used.get(group) ?? 0
      if (before >= most && group >= 0) continue
      used.set(group, before + 1)
      taken.push(i)
    }
    return taken.sort((a, b) => a - b)
  }
}

/** Chances in proportion to the weights that add up to the count; those above 1 are 1, and the others share the rest. */
function inclusion(open: Uint32Array, weights: Float64Array | null, count: number): Float64Array {
  const own = Float64Array.from(open, (i) => (weights === null ? 1 : Math.max(weights[i] as number, 1e-12)))
  const chances = new Float64Array(own.length)
  let left = count
  for (;;) {
    let sum = 0
    for (let k = 0; k < own.length; k++) if ((chances[k] as number) < 1) sum += own[k] as number
    let sure = 0
    for (let k = 0; k < own.length; k++) {
      if ((chances[k] as number) >= 1) continue
      chances[k] = (left * (own[k] as number)) / sum
      if ((chances[k] as number) >= 1) sure++
    }
    if (sure === 0) return chances
    left -= sure
    if (left <= 0) return chances.map((chance) => (chance >= 1 ? 1 : 1e-12))
  }
}
