import { Address } from './address.ts'
import { alignedPhases } from './aligned-phases.ts'
import { ratesOf } from './likings.ts'
import { firstChoices, PAIRS } from './match.ts'
import type { Settlement } from './settle.ts'
import { nearestCounts, targetCounts } from './target-counts.ts'
import type { Task } from './task.ts'

/** How many items each target is to have, by the strategy. */
export function wantedCounts(task: Task, { total, lower, upper }: Settlement): Uint32Array {
  const { strategy, names, weights } = task
  const { length } = names.targets
  if (length === 0) return new Uint32Array(0)
  if (strategy === 'round_robin' || strategy === 'one_to_one') {
    const phases = Float64Array.from({ length }, (_, t) => (t + 1) / (length + 1))
    return targetCounts({ total, lower, upper, phases, weights: null })
  }
  const phases = phasesOf(task)
  if (strategy === 'random') return nearestCounts(chosenCounts(task), { total, lower, upper, phases })
  return targetCounts({ total, lower, upper, phases, weights })
}

function phasesOf({ seed, names, weights, strategy }: Task): Float64Array {
  if (strategy !== 'random' && names.items.length * names.targets.length <= PAIRS)
    return alignedPhases(seed, names, ratesOf(weights, names.targets.length))
  const address = new Address(seed, 'phase')
  return Float64Array.from(names.targets, (name) => 1 - address.unit(name, 0))
}

/** Numbers as if every item had been thrown by itself. */
function chosenCounts({ seed, names }: Task): Uint32Array {
  const counts = new Uint32Array(names.targets.length)
  for (const t of firstChoices(seed, names)) counts[t] = (counts[t] as number) + 1
  return counts
}
