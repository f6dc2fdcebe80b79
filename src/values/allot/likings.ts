import { Address } from './address.ts'
import type { Task } from './task.ts'

/** The targets in the order in which an item would choose them: round robin by turn, else by chance, in proportion to the weights. */
export function likings({ names, weights, strategy, seed }: Task): (item: number) => Uint32Array {
  const { items, targets } = names
  const own = Uint32Array.from(targets, (_, t) => t)
  if (strategy === 'round_robin' || strategy === 'one_to_one')
    return (item) => own.map((t) => (t + item) % targets.length)
  const address = new Address(`${seed} 0`, 'pair')
  const costs = new Float64Array(targets.length)
  return (item) => {
    for (let t = 0; t < costs.length; t++) {
      const weight = weights === null ? 1 : (weights[t] as number)
      costs[t] = -Math.log(address.unit(items[item] as number, targets[t] as number)) / weight
    }
    return own.slice().sort((a, b) => (costs[a] as number) - (costs[b] as number) || a - b)
  }
}
