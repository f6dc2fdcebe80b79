import { Address } from './address.ts'
import type { Names } from './match.ts'

/** How dear each target is to an item: the lower, the better. */
export type Cost = (item: number, target: number) => number

/** By chance, so that the least falls on a target with a chance that follows the rates (rendezvous hashing with weights: -ln(u) / rate, u of the pair of names alone). */
export function costByName(seed: string, { items, targets }: Names, rates: ArrayLike<number>): Cost {
  const address = new Address(`${seed} 0`, 'pair')
  return (item, target) =>
    -Math.log(address.unit(items[item] as number, targets[target] as number)) / (rates[target] as number)
}

/**
 * How much a target of a weight is liked. How many it has is settled by the weight itself, so this only decides which, and with the root fewer move where one comes or goes: between the bounds numbers grow
 * less than weights do. Weights that are 0 count for next to nothing.
 */
export const ratesOf = (weights: ArrayLike<number> | null, targets: number): Float64Array =>
  Float64Array.from({ length: targets }, (_, t) =>
    weights === null ? 1 : Math.sqrt(Math.max(weights[t] as number, 1e-9)),
  )

/** Round robin: by turn. */
export const costByTurn =
  (targets: number): Cost =>
  (item, target) =>
    (((target - item) % targets) + targets) % targets
