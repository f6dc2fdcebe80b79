import type { Relaxable } from '../../model/allotting/allotment.ts'
import type { Demands } from './demands.ts'

/** What gives way first, where nothing else is said. */
export const RELAXATION_ORDER: readonly Relaxable[] = [
  'totalItems',
  'dateDistribution',
  'categoryBalance',
  'minPerTarget',
  'maxPerTarget',
]

/** As if the demand had not been made. */
export function without(demands: Demands, name: Relaxable): Demands {
  switch (name) {
    case 'totalItems':
      return { ...demands, total: null }
    case 'dateDistribution':
      return { ...demands, slack: { ...demands.slack, date: Number.POSITIVE_INFINITY } }
    case 'categoryBalance':
      return { ...demands, slack: { ...demands.slack, category: Number.POSITIVE_INFINITY } }
    case 'minPerTarget':
      return { ...demands, minCap: 0 }
    case 'maxPerTarget':
      return { ...demands, maxFloor: Number.POSITIVE_INFINITY }
  }
}
