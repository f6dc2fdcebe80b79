/** What is to be shared out among the parents 0 … phases.length - 1. */
export interface SpreadOrder {
  /** Children of all parents together. */
  readonly total: number
  /** u of each parent, in (0, 1], from its identity: where its first child stands. */
  readonly phases: ArrayLike<number>
  /** Non-negative; null: all alike. */
  readonly weights: ArrayLike<number> | null
  /** Children of each parent, at least … */
  readonly min: number
  /** … and at most; null: no bound. */
  readonly max: number | null
  /** A bound of each parent's own; parents beyond its end have none. */
  readonly bounds?: ArrayLike<number> | undefined
  /** What each parent has already (an earlier generation); parents beyond its end have nothing. Stronger than `max`. */
  readonly floors?: ArrayLike<number>
}

/**
 * Shares `total` children out by divisor thresholds: child j of parent p stands at (j + u_p) / w_p, and the `total` smallest win. So expected
 * numbers follow the weights, a larger total only adds children, and one parent more takes only its fair share. See
 * docs/decisions/001-spread-by-thresholds.md. The highest winning threshold is found by bisection: O(parents) per step.
 * @throws RangeError where the bounds leave no way to reach the total: the plan checks them first.
 */
export function spread(order: SpreadOrder): Uint32Array {
  const { total } = order
  const counts = new Uint32Array(order.phases.length)
  const least = countUpTo(order, 0, counts)
  if (least === total) return counts
  if (least > total) throw new RangeError(`${total} children are fewer than these bounds demand: ${least}`)
  let low = 0
  let high = firstAbove(order)
  for (;;) {
    const middle = low + (high - low) / 2
    if (middle <= low || middle >= high) break
    const reached = countUpTo(order, middle, null)
    if (reached === total) {
      countUpTo(order, middle, counts)
      return counts
    }
    if (reached < total) low = middle
    else high = middle
  }
  settleTies(order, low, high, counts)
  return counts
}

/** A threshold that at least `total` children stand below. */
function firstAbove(order: SpreadOrder): number {
  const { total, phases, weights, floors, min } = order
  let weight = 0
  let most = 0
  for (let p = 0; p < phases.length; p++) {
    const own = weights === null ? 1 : (weights[p] as number)
    weight += own
    const bound = own > 0 ? boundOf(order, p) : min
    most += Math.max(bound, min, floors !== undefined && p < floors.length ? (floors[p] as number) : 0)
  }
  if (most < total) throw new RangeError(`${total} children are more than these bounds allow: ${most}`)
  let high = (total + phases.length) / weight
  while (countUpTo(order, high, null) < total) high *= 2
  return high
}

/** Children whose threshold is at most `threshold`, bounds kept; written into `counts` where given. */
function countUpTo(order: SpreadOrder, threshold: number, counts: Uint32Array | null): number {
  const { phases, weights, floors, min, bounds } = order
  const most = order.max ?? 0xffffffff
  const known = floors === undefined ? 0 : floors.length
  let sum = 0
  for (let p = 0; p < phases.length; p++) {
    const reach = weights === null ? threshold : threshold * (weights[p] as number)
    let count = Math.floor(reach - (phases[p] as number)) + 1
    const max = bounds === undefined ? most : Math.min(most, boundOf(order, p))
    if (count > max) count = max
    if (count < min) count = min
    if (p < known && count < (floors?.[p] as number)) count = floors?.[p] as number
    if (counts !== null) counts[p] = count
    sum += count
  }
  return sum
}

const boundOf = ({ max, bounds }: SpreadOrder, parent: number): number =>
  Math.min(max ?? 0xffffffff, bounds !== undefined && parent < bounds.length ? (bounds[parent] as number) : 0xffffffff)

/** `low` and `high` are neighbours, and the total lies between their counts: children of equal threshold go in the order of their parents. */
function settleTies(order: SpreadOrder, low: number, high: number, counts: Uint32Array): void {
  const upper = new Uint32Array(counts.length)
  countUpTo(order, high, upper)
  let missing = order.total - countUpTo(order, low, counts)
  for (let p = 0; p < counts.length && missing > 0; p++) {
    const more = Math.min(missing, (upper[p] as number) - (counts[p] as number))
    counts[p] = (counts[p] as number) + more
    missing -= more
  }
}
