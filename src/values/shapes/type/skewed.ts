import type { NumberOptions } from '../../../model/shapes.ts'
import type { Draws } from '../../shape-maker.ts'

/** A number in [0, 1) by the given skew; uses draws 0 to 2. */
export function skewed(draws: Draws, skew: NumberOptions['skew']): number {
  const first = draws.unit(0)
  if (skew === 'low') return first * first * first
  // The mean of three even draws: near enough to a bell, and it keeps its bounds.
  if (skew === 'middle') return (first + draws.unit(1) + draws.unit(2)) / 3
  return first
}
