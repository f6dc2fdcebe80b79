import { spread } from '../rows/spread.ts'

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
 * Numbers that add up to the total, keep the bounds, and follow the weights as far as the bounds let them (docs/decisions/018-weights-between-bounds.md): clamp(λ · weight, lower, upper), rounded up
 * where Pareto sampling draws the target, with nearly the chance that its rest asks for (Rosén, On sampling with probability proportional to size, 1997). Targets of weight 0 have no more than they must.
 */
export function targetCounts(order: CountOrder): Uint32Array {
  const { total, lower, upper, phases, weights } = order
  const open = weights === null ? null : floored(weights, lower, upper, total)
  const level = levelOf({ ...order, weights: open })
  const counts = new Uint32Array(lower.length)
  const ranks = new Float64Array(lower.length)
  let missing = total
  for (let t = 0; t < counts.length; t++) {
    const wanted = at(level, open, lower, upper, t)
    counts[t] = Math.floor(wanted)
    missing -= counts[t] as number
    const rest = wanted - (counts[t] as number)
    const phase = Math.min(phases[t] as number, 1 - 1e-12)
    ranks[t] = (phase / (1 - phase)) * ((1 - rest) / rest)
  }
  const able = Uint32Array.from(counts, (_, t) => t).filter((t) => (counts[t] as number) < (upper[t] as number))
  able.sort((a, b) => (ranks[a] as number) - (ranks[b] as number) || a - b)
  for (const t of able) {
    if (missing-- <= 0) break
    counts[t] = (counts[t] as number) + 1
  }
  return counts
}

const at = (
  level: number,
  weights: ArrayLike<number> | null,
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
  t: number,
): number =>
  Math.min(upper[t] as number, Math.max(lower[t] as number, level * (weights === null ? 1 : (weights[t] as number))))

/** λ, by bisection to the last bit. */
function levelOf({ total, lower, upper, weights }: Omit<CountOrder, 'phases'>): number {
  const reach = (level: number): number => {
    let sum = 0
    for (let t = 0; t < lower.length; t++) sum += at(level, weights, lower, upper, t)
    return sum
  }
  if (reach(0) >= total) return 0
  let [low, high] = [0, 1]
  while (reach(high) < total && high < 1e300) high *= 2
  for (;;) {
    const middle = low + (high - low) / 2
    if (middle <= low || middle >= high) return low
    if (reach(middle) <= total) low = middle
    else high = middle
  }
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
