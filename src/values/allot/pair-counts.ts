import { Address } from './address.ts'
import type { Settlement } from './settle.ts'
import { nearestCounts, targetCounts } from './target-counts.ts'
import type { Task } from './task.ts'

/** So many items for each target where nothing else is asked: by chance between its bounds, or in their middle. */
export function pairWish({ strategy, names, seed, bounds }: Task): Uint32Array {
  const address = new Address(seed, 'count')
  return Uint32Array.from(bounds.lower, (low, t) => {
    const high = bounds.upper[t] as number
    const unit = strategy === 'random' ? address.unit(names.targets[t] as number, 0) : 0.5
    return Math.max(0, Math.min(high, low + Math.floor(unit * (high - low + 1))))
  })
}

/** Numbers of pairs for the targets: near to those by chance, or by the strategy. */
export function pairCounts(
  task: Task,
  { total, lower, upper }: Pick<Settlement, 'total' | 'lower' | 'upper'>,
): Uint32Array {
  const { strategy, names, seed, weights, asked } = task
  const address = new Address(seed, 'phase')
  const phases = Float64Array.from(names.targets, (name) => 1 - address.unit(name, 0))
  if (strategy === 'random' && asked.maxPerTarget !== undefined)
    return nearestCounts(pairWish(task), { total, lower, upper, phases })
  return targetCounts({ total, lower, upper, phases, weights })
}
