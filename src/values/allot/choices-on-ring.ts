import { Address } from './address.ts'
import type { Names } from './match.ts'

/** Bits of a place that hold who stands there. */
const INDEX = 2 ** 22
const PLACES = 2 ** 31
/** Points on the ring that a target of middling weight has, and points of all of them at most. */
const POINTS = 16
const MOST = 1_500_000

/**
 * The target that each open item comes to first on a ring on which the targets have points in proportion to their weights (Karger and others: Consistent hashing and random trees, 1997). For
 * more pairs than can be looked at.
 */
export function choicesOnRing(
  seed: string,
  { items, targets }: Names,
  open: Uint32Array,
  weights: ArrayLike<number>,
): Uint32Array {
  const points = pointsOf(weights)
  const places = new Float64Array(points.reduce((sum, one) => sum + one, 0))
  const owners = new Uint32Array(places.length)
  if (places.length >= INDEX || open.length >= INDEX) throw new RangeError(`more than ${INDEX - 1} items or points`)
  const address = new Address(seed, 'point')
  for (let t = 0, at = 0; t < points.length; t++)
    for (let j = 0; j < (points[t] as number); j++, at++) {
      places[at] = Math.floor(address.unit(targets[t] as number, j) * PLACES) * INDEX + at
      owners[at] = t
    }
  places.sort()
  const own = new Address(seed, 'place')
  const standing = Float64Array.from(
    open,
    (item, k) => Math.floor(own.unit(items[item] as number, 0) * PLACES) * INDEX + k,
  ).sort()
  const choices = new Uint32Array(open.length)
  let point = 0
  for (const place of standing) {
    while (point < places.length && (places[point] as number) < place) point++
    choices[place % INDEX] = owners[(places[point === places.length ? 0 : point] as number) % INDEX] as number
  }
  return choices
}

/** In proportion to a power of two near the mean weight, so that a target more or less leaves the points of the others alone. */
function pointsOf(weights: ArrayLike<number>): Uint32Array {
  let sum = 0
  let able = 0
  for (let t = 0; t < weights.length; t++) {
    sum += weights[t] as number
    if ((weights[t] as number) > 0) able++
  }
  const unit = 2 ** Math.round(Math.log2(sum / able))
  const each = Math.min(POINTS, Math.max(1, Math.floor(MOST / able)))
  return Uint32Array.from({ length: weights.length }, (_, t) =>
    (weights[t] as number) > 0
      ? Math.max(1, Math.min(MOST / 4, Math.round(((weights[t] as number) / unit) * each)))
      : 0,
  )
}
