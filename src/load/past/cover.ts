import type { Range } from '../write/slices.ts'

/** A set of row numbers, kept as sorted ranges that do not touch. */
export class Cover {
  #ranges: Range[] = []

  /** Adds a range and returns the parts of it that were not in yet. */
  add(from: number, to: number): Range[] {
    if (from >= to) return []
    const fresh: Range[] = []
    const before = this.#ranges.filter((range) => range.to < from)
    const after = this.#ranges.filter((range) => range.from > to)
    const met = this.#ranges.slice(before.length, this.#ranges.length - after.length)
    let at = from
    for (const range of met) {
      if (range.from > at) fresh.push({ from: at, to: Math.min(range.from, to) })
      at = Math.max(at, range.to)
    }
    if (at < to) fresh.push({ from: at, to })
    const whole = { from: Math.min(from, met[0]?.from ?? from), to: Math.max(to, met.at(-1)?.to ?? to) }
    this.#ranges = [...before, whole, ...after]
    return fresh
  }

  /** How many rows from 0 on are in without a gap. */
  get prefix(): number {
    const [first] = this.#ranges
    return first?.from === 0 ? first.to : 0
  }

  get size(): number {
    return this.#ranges.reduce((sum, { from, to }) => sum + to - from, 0)
  }
}
