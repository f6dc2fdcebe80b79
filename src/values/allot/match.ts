import { accept } from './accept.ts'
import { Address } from './address.ts'
import { choicesByName } from './choices-by-name.ts'
import { choicesOnRing } from './choices-on-ring.ts'
import { type Cost, costByName, ratesOf } from './likings.ts'

/** Above so many pairs of an item and a target, not every pair is looked at. */
export const PAIRS = 4_000_000

/** Items and targets, each as 32 bits of its name. */
export interface Names {
  readonly items: Int32Array
  readonly targets: Int32Array
}

/**
 * Which target each item goes to, so that target t gets exactly `counts[t]` of them; -1 for items beyond their sum. Every item likes targets by itself, with chances that follow
 * the weights, from nothing but its own name, the target's, and the seed (rendezvous hashing: Thaler and Ravishankar, 1998), and targets that are liked by too many keep those that like them most. So
 * an item or a target more or less moves few others. Where there are more pairs than can be looked at, items choose on a ring, and again among the targets that miss some.
 * Yields how many are placed.
 */
export function* match(
  seed: string,
  names: Names,
  weights: ArrayLike<number> | null,
  counts: ArrayLike<number>,
): Generator<number, Int32Array> {
  const { items, targets } = names
  if (items.length * targets.length > PAIRS) return yield* matchOnRing(seed, names, weights, counts)
  const costs = allCosts(names, costByName(seed, names, ratesOf(weights, targets.length)))
  yield 0
  const able = Uint32Array.from(targets, (_, t) => t).filter((t) => (counts[t] as number) > 0)
  return accept({
    items: items.length,
    counts,
    cost: (item, target) => costs[item * targets.length + target] as number,
    next: (item, worst) => {
      let [best, least] = [-1, Number.POSITIVE_INFINITY]
      for (const t of able) {
        const cost = costs[item * targets.length + t] as number
        if (cost < least && cost < (worst[t] as number)) [best, least] = [t, cost]
      }
      return best
    },
  })
}

function allCosts({ items, targets }: Names, cost: Cost): Float64Array {
  const costs = new Float64Array(items.length * targets.length)
  for (let i = 0, at = 0; i < items.length; i++) for (let t = 0; t < targets.length; t++) costs[at++] = cost(i, t)
  return costs
}

function* matchOnRing(
  seed: string,
  names: Names,
  weights: ArrayLike<number> | null,
  counts: ArrayLike<number>,
): Generator<number, Int32Array> {
  const { items, targets } = names
  const chosen = new Int32Array(items.length).fill(-1)
  const missing = Uint32Array.from(counts)
  let open = new Uint32Array(items.length)
  for (let i = 0; i < open.length; i++) open[i] = i
  let drawn: ArrayLike<number> = Float64Array.from(missing, (count, t) =>
    count === 0 ? 0 : Math.max(weights === null ? 1 : (weights[t] as number), 1e-9),
  )
  const keeping = new Address(`${seed} 0`, 'pair')
  for (let round = 0; open.length > 0; round++) {
    if (missing.every((count) => count === 0)) return chosen
    const arrived =
      open.length * targets.length <= PAIRS
        ? choicesByName(`${seed} 0`, names, open, drawn)
        : choicesOnRing(seed, round, names, open, drawn)
    open = keep(keeping, { ...names, missing, chosen }, open, arrived)
    drawn = missing
    yield items.length - open.length
  }
  return chosen
}

/** The target that each item would go to if there were room everywhere and none were liked more than others. */
export function firstChoices(seed: string, names: Names): Uint32Array {
  const { items, targets } = names
  if (items.length * targets.length <= PAIRS) {
    const open = Uint32Array.from({ length: items.length }, (_, i) => i)
    return choicesByName(`${seed} 0`, names, open, new Float64Array(targets.length).fill(1))
  }
  const address = new Address(seed, 'throw')
  return Uint32Array.from(items, (name) => Math.floor(address.unit(name, 0) * targets.length))
}

interface Standing extends Names {
  readonly missing: Uint32Array
  readonly chosen: Int32Array
}

/** Bits of a key that hold whose it is. */
const INDEX = 2 ** 22
const FEW = 24

/** Each target keeps as many as it misses; the others are open still, in their order. */
function keep(
  address: Address,
  { items, targets, missing, chosen }: Standing,
  open: Uint32Array,
  arrived: Uint32Array,
): Uint32Array<ArrayBuffer> {
  const { starts, byTarget } = grouped(arrived, missing.length)
  const keys = new Float64Array(byTarget.length)
  let left = 0
  for (let t = 0; t < missing.length; t++) {
    const start = starts[t] as number
    const end = starts[t + 1] as number
    const kept = Math.min(end - start, missing[t] as number)
    if (kept > 0 && end - start > kept) {
      for (let at = start; at < end; at++) {
        const k = byTarget[at] as number
        const unit = 1 - address.unit(items[open[k] as number] as number, targets[t] as number)
        keys[at] = Math.floor(unit * 2 ** 31) * INDEX + k
      }
      sortPart(keys, start, end)
      for (let at = start; at < start + kept; at++) byTarget[at] = (keys[at] as number) % INDEX
    }
    for (let at = start; at < start + kept; at++) chosen[open[byTarget[at] as number] as number] = t
    missing[t] = (missing[t] as number) - kept
    left += end - start - kept
  }
  const rest = new Uint32Array(left)
  let at = 0
  for (const item of open) if (chosen[item] === -1) rest[at++] = item
  return rest
}

/** By insertion where there are few. */
function sortPart(keys: Float64Array, start: number, end: number): void {
  if (end - start > FEW) {
    keys.subarray(start, end).sort()
    return
  }
  for (let i = start + 1; i < end; i++) {
    const key = keys[i] as number
    let at = i
    for (; at > start && (keys[at - 1] as number) > key; at--) keys[at] = keys[at - 1] as number
    keys[at] = key
  }
}

/** The numbers in `arrived` of each target, one after the other. */
function grouped(arrived: Uint32Array, targets: number): { starts: Uint32Array; byTarget: Uint32Array } {
  const starts = new Uint32Array(targets + 1)
  for (const target of arrived) starts[target + 1] = (starts[target + 1] as number) + 1
  for (let t = 0; t < targets; t++) starts[t + 1] = (starts[t + 1] as number) + (starts[t] as number)
  const byTarget = new Uint32Array(arrived.length)
  const next = starts.slice()
  for (let k = 0; k < arrived.length; k++) {
    const target = arrived[k] as number
    byTarget[next[target] as number] = k
    next[target] = (next[target] as number) + 1
  }
  return { starts, byTarget }
}
