import type { TablePlan } from '../../model/plan.ts'

/**
 * Tables as they would be made with a `now` that lies `share` of the way (below 0: the other way) from that of `a` to that of `b`: numbers that differ between the two
 * lie as far along; all else is as in `a`. An estimate: what a check bounds does not move as evenly.
 */
export const shiftedTables = (a: readonly TablePlan[], b: readonly TablePlan[], share: number): readonly TablePlan[] =>
  shifted(a, b, share) as readonly TablePlan[]

function shifted(a: unknown, b: unknown, share: number): unknown {
  if (typeof a === 'number' && typeof b === 'number') return a === b ? a : Math.round(a + (b - a) * share)
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length ? a.map((one, i) => shifted(one, b[i], share)) : a
  if (!isPlain(a) || !isPlain(b)) return a
  return Object.fromEntries(Object.entries(a).map(([key, one]) => [key, shifted(one, b[key], share)]))
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
