import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AllotConstraints, DistributeOptions } from '../../src/model/allotting/allotment.ts'
import { SeedError } from '../../src/model/seed-error.ts'
import { allotNow } from '../support/allot-now.ts'

interface Item {
  readonly id: number
  readonly category: string
  readonly date: number
  readonly group: string
  readonly may: readonly number[]
}

interface Target {
  readonly id: number
  readonly room: number
}

interface Asked {
  readonly items: readonly Item[]
  readonly targets: readonly Target[]
  readonly constraints: AllotConstraints<Item, Target>
}

const share = fc.integer({ min: 0, max: 4 }).map((quarters) => quarters / 4)
const asked: fc.Arbitrary<Asked> = fc.integer({ min: 1, max: 3 }).chain((targets) =>
  fc
    .record({
      items: fc.array(
        fc.record({
          category: fc.constantFrom('a', 'b'),
          date: fc.constantFrom(0, 10),
          group: fc.constantFrom('g', 'h'),
          may: fc.subarray(Array.from({ length: targets }, (_, t) => t)),
        }),
        { minLength: 1, maxLength: targets === 3 ? 4 : 5 },
      ),
      rooms: fc.array(fc.nat(3), { minLength: targets, maxLength: targets }),
      constraints: fc.record(
        {
          minPerTarget: fc.nat(2),
          maxPerTarget: fc.nat(3),
          totalItems: fc.nat(5),
          capacity: fc.constant('room' as const),
          allowed: fc.constant([{ item: 'may', contains: { target: 'id' } }]),
          perGroup: fc.nat(2).map((max) => ({ of: 'group', max })),
          categoryBalance: fc
            .tuple(share, share)
            .map(([one, other]) => ({ a: { min: Math.min(one, other), max: Math.max(one, other) } })),
          dateDistribution: share.map((recentWeight) => ({ recentWeight, oldWeight: 1 - recentWeight, cutoff: 5 })),
        },
        { requiredKeys: [] },
      ),
    })
    .map(({ items, rooms, constraints }) => ({
      items: items.map((item, id) => ({ id, ...item })),
      targets: rooms.map((room, id) => ({ id, room })),
      constraints,
    })),
)

/** All ways to give each item a target (a set of targets where `pairs`). */
function* ways(items: number, choices: number, chosen: number[] = []): Generator<readonly number[]> {
  if (chosen.length === items) yield chosen
  else for (let one = 0; one < choices; one++) yield* ways(items, choices, [...chosen, one])
}

/** Whether what is placed, as pairs of an item and a target, keeps the constraints. */
function keeps({ items, targets, constraints }: Asked, placed: readonly (readonly [Item, Target])[]): boolean {
  const { minPerTarget = 0, maxPerTarget = 99, totalItems, capacity, allowed, perGroup, ...shares } = constraints
  const { categoryBalance, dateDistribution } = shares
  const pairs = placed.length
  const most = (target: Target): number => Math.min(maxPerTarget, capacity === undefined ? 99 : target.room)
  for (const target of targets) {
    const own = placed.filter(([, one]) => one === target).map(([item]) => item)
    if (own.length < minPerTarget || own.length > most(target)) return false
    if (allowed !== undefined && !own.every(({ may }) => may.includes(target.id))) return false
    for (const group of ['g', 'h'])
      if (perGroup !== undefined && own.filter((item) => item.group === group).length > perGroup.max) return false
  }
  if (totalItems !== undefined && pairs !== totalItems) return false
  const { min = 0, max = 1 } = categoryBalance?.a ?? {}
  const technical = placed.filter(([{ category }]) => category === 'a').length
  if (technical < min * pairs || technical > max * pairs) return false
  const recent = placed.filter(([{ date }]) => date >= 5).length
  if (dateDistribution !== undefined && Math.abs(recent - dateDistribution.recentWeight * pairs) >= 1) return false
  // Nothing keeps all shares; where there is room for one, it does not count.
  const room = Math.min(
    items.length,
    targets.reduce((sum, target) => sum + most(target), 0),
  )
  const shared = categoryBalance !== undefined || dateDistribution !== undefined
  return pairs > 0 || !shared || totalItems !== undefined || room === 0
}

const can = (one: Asked): boolean =>
  [...ways(one.items.length, one.targets.length + 1)].some((way) =>
    keeps(
      one,
      way.flatMap((t, i) =>
        t === one.targets.length ? [] : [[one.items[i] as Item, one.targets[t] as Target] as const],
      ),
    ),
  )

const only = (one: Asked, names: readonly string[]): Asked => ({
  ...one,
  constraints: Object.fromEntries(Object.entries(one.constraints).filter(([name]) => names.includes(name))),
})

function tried(options: DistributeOptions<Item, Target>) {
  try {
    return allotNow(options)
  } catch (error) {
    if (error instanceof SeedError && error.code === 'allot-conflict') return error
    throw error
  }
}

describe('with bounds, rooms, totals, shares, predicates and groups at once, against every way there is', () => {
  it('what can hold does, and what cannot is refused for the smallest set of demands that cannot', () => {
    const seen = { held: 0, refused: 0, names: new Set<string>() }
    fc.assert(
      fc.property(asked, (one) => {
        const result = tried({ ...one, onConflict: 'error' })
        expect(result instanceof SeedError).toBe(!can(one))
        if (!(result instanceof SeedError)) {
          seen.held++
          expect(result.relaxations).toEqual([])
          expect(
            keeps(
              one,
              result.flatMap(({ target, items }) => items.map((item) => [item, target] as const)),
            ),
          ).toBe(true)
          return
        }
        seen.refused++
        const named = result.expected?.split(' and ') ?? []
        seen.names.add(named.join(' '))
        expect(can(only(one, named))).toBe(false)
        const all = Object.keys(one.constraints)
        for (let bits = 0; bits < 2 ** all.length; bits++) {
          const some = all.filter((_, place) => ((bits >> place) & 1) === 1)
          if (some.length < named.length) expect(can(only(one, some)), `${some}`).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
    expect(seen.held).toBeGreaterThan(5)
    expect(seen.refused).toBeGreaterThan(5)
    expect(seen.names.size).toBeGreaterThan(4)
  })

  it('pairs keep their shares where they can, and tell what gives way where they cannot', () => {
    const seen = { held: 0, relaxed: 0 }
    fc.assert(
      fc.property(asked, fc.constantFrom('even_spread', 'random', 'weighted_random'), (some, strategy) => {
        const one = { ...some, constraints: { ...some.constraints, totalItems: some.constraints.totalItems ?? 2 } }
        const result = allotNow({ ...one, strategy, constraints: { ...one.constraints, uniqueness: 'pair' } })
        const placed = result.flatMap(({ target, items }) => items.map((item) => [item, target] as const))
        expect(new Set(placed.map(([item, target]) => `${item.id} ${target.id}`)).size).toBe(placed.length)
        const { capacity, allowed, perGroup } = one.constraints
        const rules = only(one, ['capacity', 'allowed', 'perGroup'])
        expect(keeps(rules, placed), `${capacity} ${allowed} ${perGroup}`).toBe(true)
        const could = [...ways(one.items.length, 2 ** one.targets.length)].some((way) =>
          keeps(
            one,
            way.flatMap((bits, i) =>
              one.targets
                .filter((_, t) => ((bits >> t) & 1) === 1)
                .map((target) => [one.items[i] as Item, target] as const),
            ),
          ),
        )
        seen[could ? 'held' : 'relaxed']++
        if (could) expect(result.relaxations).toEqual([])
        else expect(result.relaxations).not.toEqual([])
        if (could) expect(keeps(one, placed)).toBe(true)
        for (const { constraint, applied } of result.relaxations) {
          if (constraint === 'totalItems') expect(applied).toBe(placed.length)
          const recent = placed.filter(([{ date }]) => date >= 5).length / Math.max(1, placed.length)
          if (constraint.startsWith('date')) expect(applied).toBeCloseTo(recent, 5)
          const technical = placed.filter(([{ category }]) => category === 'a').length / Math.max(1, placed.length)
          if (constraint.startsWith('category')) expect(applied).toBeCloseTo(technical, 5)
        }
      }),
      { numRuns: 200 },
    )
    expect(seen.held).toBeGreaterThan(5)
    expect(seen.relaxed).toBeGreaterThan(5)
  })
})
