import { spread } from '../spread.ts'

/** How many items each target is to have. Bounds can hold the total: that has been seen to. */
export interface CountOrder {
  readonly total: number
  readonly lower: ArrayLike<number>
  readonly upper: ArrayLike<number>
  /** Of each target, in (0, 1): where its first item stands. */
  readonly phases: ArrayLike<number>
  /** Null: all alike. */
  readonly weights: ArrayLike<number> | null
}

/**
 * Numbers by divisor thresholds with a random phase for each target (docs/decisions/001-spread-by-thresholds.md): they add up to the total, keep the bounds, and follow
 * the weights as far as the bounds let them, in expectation exactly. Targets of weight 0 have no more than they must.
 */
export function targetCounts({ total, lower, upper, phases, weights }: CountOrder): Uint32Array {
  const open = weights === null ? null : floored(weights, lower, upper, total)
  return spread({ total, phases, weights: open, min: 0, max: null, bounds: upper, floors: lower })
}

/** Where the others have no room for the total, those of weight 0 take the rest. */
function floored(
  weights: ArrayLike<number>,
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
  total: number,
): ArrayLike<number> {
  let room = 0
  for (let t = 0; t < weights.length; t++)
    room += (weights[t] as number) > 0 ? (upper[t] as number) : (lower[t] as number)
  if (room >= total) return weights
  return Float64Array.from({ length: weights.length }, (_, t) =>
    Math.max(weights[t] as number, Number.MIN_VALUE ** 0.25),
  )
}

/** Numbers as if every item chose for itself (`first`), moved no further than the bounds and the total ask. */
export function nearestCounts(
  first: ArrayLike<number>,
  { total, lower, upper, phases }: Omit<CountOrder, 'weights'>,
): Uint32Array {
  const kept = Uint32Array.from({ length: first.length }, (_, t) =>
    Math.min(Math.max(first[t] as number, lower[t] as number), upper[t] as number),
  )
  const sum = kept.reduce((all, one) => all + one, 0)
  if (sum === total) return kept
  if (sum < total) return spread({ total, phases, weights: null, min: 0, max: null, bounds: upper, floors: kept })
  return spread({
    total,
    phases,
    weights: kept.map((one) => Math.max(one, 1)),
    min: 0,
    max: null,
    bounds: kept,
    floors: lower,
  })
}
