import { Address } from './address.ts'
import type { Names } from './match.ts'

/** How dear each target is to an item: the lower, the better. */
export type Cost = (item: number, target: number) => number

/**
 * By chance, so that the least falls on a target with a chance that follows the weights (rendezvous hashing with weights: -ln(u) / weight, u of the pair of names alone). Weights that are 0 count for
 * next to nothing.
 */
export function costByName(seed: string, { items, targets }: Names, weights: ArrayLike<number> | null): Cost {
  const address = new Address(`${seed} 0`, 'pair')
  const rates = Float64Array.from(targets, (_, t) => -1 / Math.max(weights === null ? 1 : (weights[t] as number), 1e-9))
  return (item, target) =>
    Math.log(address.unit(items[item] as number, targets[target] as number)) * (rates[target] as number)
}

/** Round robin: by turn. */
export const costByTurn =
  (targets: number): Cost =>
  (item, target) =>
    (((target - item) % targets) + targets) % targets
