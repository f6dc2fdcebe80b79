import { Address } from './address.ts'
import type { Names } from './match.ts'

/** Points on the ring that a target of middling weight has, where items choose first and where those that are left choose again, and points of all of them at most. */
const FIRST = 8
const AGAIN = 4
const MOST = 1_500_000

/**
 * The target that each open item comes to first on a ring on which the targets have points in proportion to their weights (Karger and others: Consistent hashing and random trees, 1997). For
 * more pairs than can be looked at.
 */
export function choicesOnRing(
  seed: string,
  round: number,
  { items, targets }: Names,
  open: Uint32Array,
  weights: ArrayLike<number>,
): Uint32Array {
  const ring = buildRing(`${seed} ${round}`, targets, pointsOf(weights, round === 0 ? FIRST : AGAIN))
  const own = new Address(`${seed} ${round}`, 'place')
  const choices = new Uint32Array(open.length)
  for (let k = 0; k < open.length; k++) choices[k] = ownerOf(ring, own.bits(items[open[k] as number] as number, 0))
  return choices
}

/** Points in the order of their places; those of a sector, whose number is the first bits of the place, begin at `starts`. */
interface Ring {
  readonly places: Uint32Array
  readonly owners: Uint32Array
  readonly starts: Uint32Array
  readonly shift: number
}

/** By counting: about one point is in a sector. */
function buildRing(seed: string, targets: Int32Array, points: Uint32Array): Ring {
  const count = points.reduce((sum, one) => sum + one, 0)
  const bits = Math.max(1, Math.ceil(Math.log2(count)))
  const shift = 32 - bits
  const starts = new Uint32Array(2 ** bits + 1)
  const drawn = drawPoints(seed, targets, points, count)
  for (const place of drawn) starts[(place >>> shift) + 1] = (starts[(place >>> shift) + 1] as number) + 1
  for (let sector = 1; sector < starts.length; sector++)
    starts[sector] = (starts[sector] as number) + (starts[sector - 1] as number)
  const ring = { places: new Uint32Array(count), owners: new Uint32Array(count), starts, shift }
  const ends = starts.slice()
  for (let t = 0, at = 0; t < points.length; t++)
    for (let j = 0; j < (points[t] as number); j++) insert(ring, ends, drawn[at++] as number, t)
  return ring
}

function drawPoints(seed: string, targets: Int32Array, points: Uint32Array, count: number): Uint32Array {
  const address = new Address(seed, 'point')
  const drawn = new Uint32Array(count)
  for (let t = 0, at = 0; t < points.length; t++)
    for (let j = 0; j < (points[t] as number); j++) drawn[at++] = address.bits(targets[t] as number, j)
  return drawn
}

function insert({ places, owners, starts, shift }: Ring, ends: Uint32Array, place: number, owner: number): void {
  const sector = place >>> shift
  const start = starts[sector] as number
  let at = ends[sector] as number
  ends[sector] = at + 1
  for (; at > start && (places[at - 1] as number) > place; at--) {
    places[at] = places[at - 1] as number
    owners[at] = owners[at - 1] as number
  }
  places[at] = place
  owners[at] = owner
}

function ownerOf({ places, owners, starts, shift }: Ring, place: number): number {
  let at = starts[place >>> shift] as number
  while (at < places.length && (places[at] as number) < place) at++
  return owners[at === places.length ? 0 : at] as number
}

/** In proportion to a power of two near the mean weight, so that a target more or less leaves the points of the others alone. */
function pointsOf(weights: ArrayLike<number>, points: number): Uint32Array {
  let sum = 0
  let able = 0
  for (let t = 0; t < weights.length; t++) {
    sum += weights[t] as number
    if ((weights[t] as number) > 0) able++
  }
  const unit = 2 ** Math.round(Math.log2(sum / able))
  const each = Math.min(points, Math.max(1, Math.floor(MOST / able)))
  return Uint32Array.from({ length: weights.length }, (_, t) =>
    (weights[t] as number) > 0
      ? Math.max(1, Math.min(MOST / 4, Math.round(((weights[t] as number) / unit) * each)))
      : 0,
  )
}
