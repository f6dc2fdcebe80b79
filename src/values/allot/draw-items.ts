import { Address } from './address.ts'
import type { Task } from './task.ts'

/**
 * Draws so many of some items for a target without replacement by Pareto sampling (Rosén, On sampling with probability proportional to size, 1997): an item is in with nearly the probability that its
 * weight asks for, and since its number hangs on the pair of names alone, an item more or less takes no other's place but its own. Of no group more than it may.
 */
export function itemDraw({ names, seed, groups }: Task, weights: Float64Array | null) {
  const address = new Address(seed, 'pareto')
  const most = groups?.max ?? Number.POSITIVE_INFINITY
  return (target: number, open: Uint32Array, count: number): number[] => {
    if (count === 0) return []
    const chances = count < open.length ? inclusion(open, weights, count) : null
    const ranks = Float64Array.from(open, (i, k) => {
      const unit = address.unit(names.items[i] as number, names.targets[target] as number)
      const chance = chances === null ? 0.5 : (chances[k] as number)
      return chance >= 1 ? -1 : (unit / (1 - unit)) * ((1 - chance) / chance)
    })
    const order = Uint32Array.from(open, (_, k) => k).sort(
      (a, b) => (ranks[a] as number) - (ranks[b] as number) || a - b,
    )
    const taken: number[] = []
    const used = new Map<number, number>()
    for (const k of order) {
      if (taken.length >= count) break
      const group = groups?.of[open[k] as number] ?? -1
      const before = used.get(group) ?? 0
      if (before >= most && group >= 0) continue
      used.set(group, before + 1)
      taken.push(open[k] as number)
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
