import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AddressDraws } from '../../src/values/draws/entropy.ts'
import { naturalWeight } from '../../src/values/draws/natural-weight.ts'
import { type SpreadOrder, spread } from '../../src/values/rows/spread.ts'

const draws = new AddressDraws('42', 'comments', 'post_id', 'spread')
const at = (parent: number): AddressDraws => draws.at({ hi: 0, lo: parent })
const phasesOf = (parents: number, from = 0): number[] =>
  Array.from({ length: parents }, (_, p) => 1 - at(from + p).unit(0))
const weightsOf = (parents: number, sigma = 0.6, from = 0): number[] =>
  Array.from({ length: parents }, (_, p) => naturalWeight(at(from + p), 1, sigma))
const sum = (counts: ArrayLike<number>): number => Array.from(counts).reduce((all, count) => all + count, 0)
const order = (parents: number, total: number, rest: Partial<SpreadOrder> = {}): SpreadOrder => ({
  total,
  phases: phasesOf(parents),
  weights: weightsOf(parents),
  min: 0,
  max: null,
  ...rest,
})

/** Parents, bounds, and a total that they allow. */
const orders = fc
  .record({
    parents: fc.integer({ min: 1, max: 60 }),
    min: fc.nat(3),
    more: fc.option(fc.nat(8), { nil: null }),
    from: fc.nat(1000),
  })
  .chain(({ parents, min, more, from }) => {
    const max = more === null ? null : min + more
    return fc.record({
      total: fc.integer({ min: parents * min, max: parents * (max ?? min + 20) }),
      weights: fc.constantFrom(null, weightsOf(parents, 0.6, from), weightsOf(parents, 2, from)),
      phases: fc.constant(phasesOf(parents, from)),
      min: fc.constant(min),
      max: fc.constant(max),
    })
  })

describe('spread', () => {
  test('keeps the total and the bounds', () => {
    fc.assert(
      fc.property(orders, (given) => {
        const counts = spread(given)
        expect(sum(counts)).toBe(given.total)
        for (const count of counts) {
          expect(count).toBeGreaterThanOrEqual(given.min)
          expect(count).toBeLessThanOrEqual(given.max ?? Number.POSITIVE_INFINITY)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('only adds children when the total grows', () => {
    fc.assert(
      fc.property(orders, (given) => {
        const fewer = spread({ ...given, total: Math.max(given.phases.length * given.min, given.total - 1) })
        const counts = spread(given)
        for (const [p, count] of fewer.entries()) expect(counts[p]).toBeGreaterThanOrEqual(count)
      }),
      { numRuns: 500 },
    )
  })

  test('settles equal thresholds in the order of the parents', () => {
    const same = { phases: [0.5, 0.5, 0.5, 0.5], weights: [1, 1, 2, 1], min: 0, max: null }
    expect([...spread({ ...same, total: 2 })]).toEqual([1, 0, 1, 0])
    expect([...spread({ ...same, total: 3 })]).toEqual([1, 1, 1, 0])
    expect([...spread({ ...same, total: 5 })]).toEqual([1, 1, 2, 1])
  })

  test('gives a new parent its fair share, and hardly moves anything else', () => {
    for (const total of [50, 100, 500, 1000]) {
      for (const weights of [null, weightsOf(51)]) {
        const before = spread(order(50, total, { weights: weights === null ? null : weights.slice(0, 50) }))
        const after = spread(order(51, total, { weights, phases: phasesOf(51) }))
        const moved = before.reduce((lost, count, p) => lost + Math.max(0, count - (after[p] ?? 0)), 0)
        const gained = before.reduce((all, count, p) => all + Math.max(0, (after[p] ?? 0) - count), 0)
        expect(gained).toBe(0)
        expect(moved - (after[50] ?? 0)).toBeLessThan(0.04 * total)
        expect(moved).toBe(after[50])
      }
    }
  })

  test('follows the weights on the average', () => {
    const weights = [1, 2, 3, 4]
    const sums = [0, 0, 0, 0]
    const runs = 4000
    for (let run = 0; run < runs; run++) {
      for (const [p, count] of spread({ total: 7, phases: phasesOf(4, 4 * run), weights, min: 0, max: null }).entries())
        sums[p]! += count
    }
    for (const [p, weight] of weights.entries()) expect(sums[p]! / runs).toBeCloseTo((7 * weight) / 10, 1)
  })

  test('of one law for all differs by one at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(2000), (parents, total) => {
        const counts = [...spread(order(parents, total, { weights: null }))]
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('keeps what is there, even beyond the bounds of today', () => {
    const floors = [5, 0, 1]
    const counts = spread({ total: 9, phases: phasesOf(4), weights: null, min: 1, max: 3, floors })
    expect(counts[0]).toBe(5)
    expect(sum(counts)).toBe(9)
    expect(() => spread({ total: 7, phases: phasesOf(4), weights: null, min: 1, max: 3, floors })).toThrow(RangeError)
  })

  test('gives nothing to parents without weight, where others can take it', () => {
    expect([...spread({ total: 6, phases: phasesOf(3), weights: [0, 1, 0], min: 1, max: null })]).toEqual([1, 4, 1])
    expect(() => spread({ total: 6, phases: phasesOf(3), weights: [0, 0, 0], min: 1, max: null })).toThrow(RangeError)
  })

  test('refuses what the bounds do not allow', () => {
    expect(() => spread(order(10, 31, { max: 3 }))).toThrow(RangeError)
    expect(() => spread(order(10, 19, { min: 2 }))).toThrow(RangeError)
    expect(() => spread(order(0, 1))).toThrow(RangeError)
    expect([...spread(order(0, 0))]).toEqual([])
  })

  test('shares a million children out among a hundred thousand parents', () => {
    const counts = spread(order(100000, 1000000))
    expect(sum(counts)).toBe(1000000)
    expect(Math.max(...counts)).toBeGreaterThan(40)
    expect(Math.min(...counts)).toBeLessThan(3)
  })
})

describe('natural weights', () => {
  test('are log-normal', () => {
    const logs = weightsOf(20000, 0.6).map(Math.log)
    const mean = sum(logs) / logs.length
    const deviation = Math.sqrt(logs.reduce((all, log) => all + (log - mean) ** 2, 0) / logs.length)
    expect(mean).toBeCloseTo(0, 1)
    expect(deviation).toBeCloseTo(0.6, 1)
    expect(logs.filter((log) => Math.abs(log) > 1.2).length / logs.length).toBeCloseTo(0.0455, 2)
  })

  test('are exact exponentials', () => {
    const logs = weightsOf(2000, 3).map(Math.log)
    const shallow = weightsOf(2000, 0.01).map((weight) => Math.log(weight) * 300)
    for (const [i, log] of logs.entries()) expect(shallow[i]).toBeCloseTo(log, 9)
  })
})
