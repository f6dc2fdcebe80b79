import type { AddressDraws } from '../draws/entropy.ts'
import { Frame } from '../rows/frame.ts'
import type { Table } from '../rows/table.ts'

/** Row numbers up to here fit beside a place on the ring into one double. */
const MOST_ROWS = 0x100000
/** Places of a parent on the ring where all are to be chosen about as often. */
const PLACES = 4

/** One of the first `among` parents, from draw 0 of the identity; `but`: any other than this row, -1 where there is none. */
export type RingPick = (draws: AddressDraws, among: number, but?: number) => number

/**
 * Rows that are owned change their numbers whenever an owner has one more, so they are chosen by their identities: consistent hashing (Karger et al., Consistent
 * Hashing and Random Trees, 1997). A parent more takes the rows between its place on the ring and the one before it; one that goes leaves its rows to the next.
 * Distances between places are exponential, so that with one place each (`skew` above 0) few are chosen often, as in life. Null for roots, whose
 * numbers are their identities, and for millions of parents, where the ring would cost too much memory. `at`: row numbers of those that may be chosen, in order.
 */
export function parentRing(
  parent: Table | null,
  count: number,
  at: (place: number) => number,
  skew: number,
): RingPick | null {
  if (parent === null || parent.plan.owner === null || parent.plan.rows > MOST_ROWS) return null
  const rings = new Map<number, Float64Array>()
  const ringOf = (among: number): Float64Array => {
    const known = rings.get(among) ?? ringUnder(parent, Math.min(among, count), at, skew > 0 ? 1 : PLACES)
    rings.set(among, known)
    return known
  }
  return (draws, among, but = -1) => {
    const ring = ringOf(among)
    const start = firstFrom(ring, (draws.words(0).hi >>> 0) * MOST_ROWS)
    for (let step = 0; step < ring.length; step++) {
      const row = (ring[(start + step) % ring.length] as number) % MOST_ROWS
      if (row !== but) return row
    }
    return -1
  }
}

/** Places in order, each with the number of its row. */
function ringUnder(parent: Table, among: number, at: (place: number) => number, places: number): Float64Array {
  const frame = new Frame(parent)
  const ring = new Float64Array(among * places)
  for (let place = 0; place < among; place++) {
    const row = at(place)
    frame.seek(row)
    for (let i = 0; i < places; i++) ring[place * places + i] = spot(frame.hi, frame.lo, i) * MOST_ROWS + row
  }
  return ring.sort()
}

/** A number of 32 bits from an identity, another one for each place. */
function spot(hi: number, lo: number, place: number): number {
  let h = hi ^ Math.imul(place + 1, 0x9e3779b9)
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d) ^ lo
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return (h ^ (h >>> 16)) >>> 0
}

/** The first entry that is not below `least`; past the end where all are. */
function firstFrom(ring: Float64Array, least: number): number {
  let low = 0
  let high = ring.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ring[middle] as number) < least) low = middle + 1
    else high = middle
  }
  return low
}
