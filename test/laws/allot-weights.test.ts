import { describe, expect, it } from 'vitest'
import { allotNow, countsIn, numbered } from '../support/allot-now.ts'
import { chiSquareBound } from '../support/statistics.ts'

interface Bounded {
  readonly weights: readonly number[]
  readonly min: number
  readonly max: number
  readonly total: number
}

/** clamp(λ · weight, min, max) with the one λ that makes the total. */
function filled({ weights, min, max, total }: Bounded): number[] {
  const at = (level: number): number[] => weights.map((weight) => Math.min(max, Math.max(min, level * weight)))
  let [low, high] = [0, total / Math.min(...weights)]
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2
    if (at(middle).reduce((sum, one) => sum + one, 0) < total) low = middle
    else high = middle
  }
  return at(high)
}

/** How far the numbers of many seeds are from what is expected, and how many of them are free to differ. */
function distance(
  asked: Bounded,
  seeds: number,
  constraints: object = {},
): { chi: number; free: number; told: string } {
  const { weights, min, max, total } = asked
  const expected = filled(asked)
  const sums = weights.map(() => 0)
  for (let seed = 0; seed < seeds; seed++) {
    const counts = countsIn(
      allotNow({
        ...{ items: numbered(total), targets: numbered(weights.length), strategy: 'weighted_random', weights, seed },
        constraints: { minPerTarget: min, maxPerTarget: max, ...constraints },
      }),
    )
    for (const [t, count] of counts.entries()) {
      expect(Math.abs(count - (expected[t] as number))).toBeLessThan(2)
      sums[t] = (sums[t] as number) + count
    }
  }
  const told = sums.map((sum, t) => `${(sum / seeds).toFixed(3)} (${(expected[t] as number).toFixed(3)})`).join(', ')
  let [chi, free] = [0, 0]
  for (const [t, sum] of sums.entries()) {
    const rest = (expected[t] as number) % 1
    const variance = seeds * rest * (1 - rest)
    if (variance < 1e-6) expect(sum, told).toBeCloseTo(seeds * (expected[t] as number), 3)
    else {
      chi += (sum - seeds * (expected[t] as number)) ** 2 / variance
      free++
    }
  }
  return { chi, free, told }
}

describe('weights between bounds', () => {
  it.each([
    { weights: [1, 2, 3, 4, 8, 16], min: 2, max: 9, total: 30 },
    { weights: [1, 1.7, 2.3, 3.1, 4.9, 11], min: 1, max: 100, total: 23 },
    { weights: [5, 1, 1, 1, 0.3], min: 0, max: 3, total: 9 },
    { weights: [1, 2, 4, 8, 16, 32, 64], min: 3, max: 20, total: 71 },
  ])('are met as closely as these allow: chi-square of %j', (asked) => {
    const { chi, free, told } = distance(asked, 1200)
    expect(chi, told).toBeLessThan(chiSquareBound(free))
  })

  it('are wanted just so under predicates that leave room for them', () => {
    const asked = { weights: [1, 2, 3, 6], min: 2, max: 12, total: 29 }
    const allowed = (item: { id: number }, target: { id: number }): boolean => (item.id + target.id) % 7 > 0
    const { chi, free, told } = distance(asked, 300, { allowed })
    expect(chi, told).toBeLessThan(chiSquareBound(free))
  })
})
