import type { AddressDraws } from '../draws/entropy.ts'

/**
 * One of `count` parents, from draws 0 and 1 of the identity. Consistent: one parent more takes its fair share of the rows, and no other row moves.
 * `skew` (0 … 1) is the share of rows that prefer the early parents: they choose among the first count·v² with v uniform, so that at skew 1
 * a fifth of the parents gets about 70 % of the rows.
 */
export function anyParent(draws: AddressDraws, count: number, skew: number): number {
  if (count <= 1) return count - 1
  let among = count
  if (skew > 0) {
    const unit = draws.unit(1)
    if (unit < skew) {
      const v = unit / skew
      among = Math.max(1, Math.ceil(count * v * v))
    }
  }
  const words = draws.words(0)
  return jump(words.hi, words.lo, among)
}

/** Jump consistent hash: Lamping and Veach, A Fast, Minimal Memory, Consistent Hash Algorithm (2014). About ln(buckets) steps. */
function jump(hi: number, lo: number, buckets: number): number {
  let state = lo
  let bucket = 0
  let next = 0
  while (next < buckets) {
    bucket = next
    state = (state + 0x9e3779b9) | 0
    let h = state ^ hi
    h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
    h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
    h ^= h >>> 16
    next = Math.floor((bucket + 1) / (((h >>> 0) + 1) * 2.3283064365386963e-10))
  }
  return bucket
}
