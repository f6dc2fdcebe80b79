import type { Relaxation } from '../../model/allotting/allotment.ts'
import type { Cells } from './cells.ts'

/** Each demand once, with what became of it in the end. */
export function asPlaced(
  relaxations: readonly Relaxation[],
  cells: Cells | null,
  placed: readonly number[],
): Relaxation[] {
  const told = new Map<string, Relaxation>()
  for (const one of relaxations) {
    const known = told.get(one.constraint)
    told.set(one.constraint, known === undefined ? one : { ...one, requested: known.requested })
  }
  const applied = (constraint: string): number | null => {
    if (constraint === 'totalItems') return placed.length
    if (cells === null) return null
    if (constraint.startsWith('dateDistribution.'))
      return shareOf(placed, (item) => (cells.of[item] as number) % 2 === 0)
    const category = cells.categories.findIndex(
      ({ name }) => name !== null && ['min', 'max'].some((side) => constraint === `categoryBalance.${name}.${side}`),
    )
    return category < 0 ? null : shareOf(placed, (item) => (cells.of[item] as number) >> 1 === category)
  }
  return [...told.values()].map((one) => ({ ...one, applied: applied(one.constraint) ?? one.applied }))
}

function shareOf(placed: readonly number[], fits: (item: number) => boolean): number {
  const count = placed.reduce((sum, item) => sum + (fits(item) ? 1 : 0), 0)
  return Math.round((count / Math.max(1, placed.length)) * 1e6) / 1e6
}
