import type { Relaxable } from '../../model/allotting/allotment.ts'
import { SeedError } from '../../model/seed-error.ts'
import { type Demands, type Given, tryDemands } from './demands.ts'
import { RELAXATION_ORDER, without } from './relaxation-order.ts'

/** The smallest set of demands that cannot hold together: each subset is tried, small ones first. */
export function conflict(given: Given, asked: Demands): SeedError {
  const { names, problem } = smallestConflict(given, asked)
  return new SeedError({
    code: 'allot-conflict',
    message: `What is asked cannot hold: ${problem}.`,
    expected: names.join(' and ') || 'room for the items',
    found: problem,
    next: `Change ${names.join(' or ') || 'capacity'}, or let it give way: onConflict: 'relax' with ${names.join(', ') || 'it'} in relaxationOrder.`,
  })
}

function smallestConflict(given: Given, asked: Demands): { names: readonly Relaxable[]; problem: string } {
  const subsets = Array.from({ length: 2 ** RELAXATION_ORDER.length }, (_, bits) =>
    RELAXATION_ORDER.filter((_name, place) => ((bits >> place) & 1) === 1),
  ).sort((a, b) => a.length - b.length)
  for (const names of subsets) {
    const rest = RELAXATION_ORDER.filter((name) => !names.includes(name))
    const { problem } = tryDemands(given, rest.reduce(without, asked))
    if (problem !== null) return { names, problem }
  }
  return { names: [], problem: '' }
}
