import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cells, readCells } from '../../src/values/allot/cells.ts'
import { cellCounts, sharesProblem } from '../../src/values/allot/shares.ts'
import { allotNow, countsIn, numbered } from '../support/allot-now.ts'
import { chiSquareBound } from '../support/statistics.ts'

/** All ways to give each item a target that may have it, or none. */
function* ways(allowed: readonly (readonly boolean[])[], item = 0, chosen: number[] = []): Generator<number[]> {
  const own = allowed[item]
  if (own === undefined) {
    yield chosen
    return
  }
  yield* ways(allowed, item + 1, [...chosen, -1])
  for (const [t, may] of own.entries()) if (may) yield* ways(allowed, item + 1, [...chosen, t])
}

const small = fc
  .record({ items: fc.integer({ min: 1, max: 5 }), targets: fc.integer({ min: 1, max: 3 }) })
  .chain(({ items, targets }) =>
    fc.record({
      allowed: fc.array(fc.array(fc.boolean(), { minLength: targets, maxLength: targets }), {
        minLength: items,
        maxLength: items,
      }),
      groups: fc.array(fc.nat(1), { minLength: items, maxLength: items }),
      most: fc.integer({ min: 1, max: 3 }),
      min: fc.nat(2),
      max: fc.integer({ min: 1, max: 4 }),
    }),
  )

describe('predicates and groups', () => {
  it('place as many as can be, after what the targets must have: against every way there is', () => {
    fc.assert(
      fc.property(small, ({ allowed, groups, most, min, max }) => {
        const targets = numbered(allowed[0]?.length ?? 0)
        const result = allotNow({
          items: numbered(allowed.length),
          targets,
          onConflict: 'relax',
          constraints: {
            maxPerTarget: max,
            capacity: () => ({ min: Math.min(min, max) }),
            allowed: (item, target) => allowed[item.id]?.[target.id] === true,
            perGroup: { of: ({ id }) => `${groups[id]}`, max: most },
          },
        })
        const lower = Math.min(
          min,
          max,
          ...result.relaxations.slice(0, 1).map(({ reason, applied }) => (reason.includes('×') ? applied : 99)),
        )
        const filled = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + Math.min(one, lower), 0)
        let [bestFilled, bestPlaced] = [0, 0]
        for (const way of ways(allowed)) {
          const counts = targets.map((_, t) => way.filter((one) => one === t).length)
          const crowded = targets.some((_, t) =>
            [0, 1].some((group) => way.filter((one, i) => one === t && groups[i] === group).length > most),
          )
          if (crowded || counts.some((one) => one > max)) continue
          bestFilled = Math.max(bestFilled, filled(counts))
          bestPlaced = Math.max(
            bestPlaced,
            counts.reduce((a, b) => a + b, 0),
          )
        }
        const counts = countsIn(result)
        for (const [t, { items }] of result.entries()) for (const { id } of items) expect(allowed[id]?.[t]).toBe(true)
        for (const { items } of result)
          for (const group of [0, 1])
            expect(items.filter(({ id }) => groups[id] === group).length).toBeLessThanOrEqual(most)
        expect(Math.max(...counts)).toBeLessThanOrEqual(max)
        expect(counts.reduce((a, b) => a + b, 0)).toBe(bestPlaced)
        expect(filled(counts)).toBe(bestFilled)
      }),
      { numRuns: 300 },
    )
  })

  it('say in words what stands against it', () => {
    const asked = {
      items: numbered(6),
      targets: [{ id: 'ann' }, { id: 'bob' }, { id: 'eve' }],
      constraints: {
        minPerTarget: 2,
        allowed: (item: { id: number }, target: { id: string }) => target.id === 'eve' || item.id < 1,
      },
    }
    const result = allotNow(asked)
    const reason = "2 targets 'ann', 'bob' need 4 items, and at most 1 can go there"
    expect(result.relaxations).toEqual([{ constraint: 'minPerTarget', requested: 2, applied: 0, reason }])
    expect(result.unserved.map(({ target }) => target.id)).toEqual(['ann', 'bob'])
    expect(() => allotNow({ ...asked, onConflict: 'error' })).toThrow(reason)
    const lonely = allotNow({ ...asked, constraints: { maxPerTarget: 2, allowed: ({ id }) => id > 0 } })
    expect(lonely.unassigned).toEqual([{ item: { id: 0 }, reason: 'no target may have it' }])
    const crowded = allotNow({ ...asked, constraints: { maxPerTarget: 3, allowed: (_, { id }) => id === 'eve' } })
    expect(crowded.unassigned).toHaveLength(3)
    expect(crowded.unassigned[0]?.reason).toBe("it may only go to target 'eve', which takes 3 items")
  })

  it('one of a month: groups alone', () => {
    const result = allotNow({
      items: numbered(120),
      targets: numbered(12),
      constraints: { perGroup: { of: ({ id }) => `month ${id % 10}`, max: 1 } },
    })
    expect(countsIn(result)).toEqual(Array(12).fill(10))
    for (const { items } of result) expect(new Set(items.map(({ id }) => id % 10)).size).toBe(10)
  })

  it('keep the shares of what they leave room for, and let nothing give way where nothing may', () => {
    const asked = {
      items: numbered(24).map(({ id }) => ({ id, category: id % 2 === 0 ? 'a' : 'b' })),
      targets: numbered(3),
      constraints: {
        minPerTarget: 2,
        categoryBalance: { a: { min: 0.5, max: 0.5 } },
        allowed: (item: { id: number; category: string }, target: { id: number }) =>
          target.id === 0 ? item.id === 1 : item.category === 'b' || item.id < 8,
      },
    }
    const result = allotNow({ ...asked, onConflict: 'partial' })
    expect(result.relaxations).toEqual([])
    expect(result.unserved.map(({ target }) => target.id)).toEqual([0])
    const placed = result.flatMap(({ items }) => items)
    expect(placed).toHaveLength(8)
    expect(placed.filter(({ category }) => category === 'a')).toHaveLength(4)
    expect(result.unassigned).toHaveLength(16)
  })

  it('let shares give way before nothing is left to be shared', () => {
    const result = allotNow({
      items: numbered(20).map(({ id }) => ({ id, category: id % 2 === 0 ? 'a' : 'b' })),
      targets: numbered(4),
      constraints: {
        maxPerTarget: 3,
        categoryBalance: { b: { min: 0.5, max: 0.5 } },
        allowed: [{ item: 'category', equals: 'a' }],
      },
    })
    expect(result.statistics.placed).toBe(6)
    expect(result.relaxations).toMatchObject([{ constraint: 'categoryBalance.b.min', requested: 0.5, applied: 0 }])
  })

  it('too many pairs are refused', () => {
    const asked = { items: numbered(5000), targets: numbered(1000), constraints: { allowed: () => true } }
    expect(() => allotNow(asked)).toThrow(expect.objectContaining({ code: 'allot-too-large' }))
  })
})

describe('shares', () => {
  const cellsOf = (
    there: readonly [number, number][],
    bounds: readonly [number, number][],
    recent: number | null,
  ): Cells => {
    const items = there.flatMap(([young, old], k) => [
      ...Array.from({ length: young }, () => ({ category: `${k}`, date: 10 })),
      ...Array.from({ length: old }, () => ({ category: `${k}`, date: 0 })),
    ])
    const categoryBalance = Object.fromEntries(bounds.map(([min, max], k) => [`${k}`, { min, max }]))
    const dates =
      recent === null ? {} : { dateDistribution: { recentWeight: recent, oldWeight: 1 - recent, cutoff: 5 } }
    return readCells(items, { categoryBalance, ...dates }, 0) as Cells
  }

  it('hold exactly where they can: against every way there is', () => {
    const category = fc.tuple(fc.nat(4), fc.nat(4))
    const bounds = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 5, max: 10 }))
    fc.assert(
      fc.property(
        fc.array(category, { minLength: 2, maxLength: 2 }),
        fc.array(bounds, { minLength: 2, maxLength: 2 }),
        fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
        fc.integer({ min: 1, max: 10 }),
        (there, tenths, recent, total) => {
          const shares = tenths.map(([min, max]): [number, number] => [min / 10, max / 10])
          const cells = cellsOf(there as [number, number][], shares, recent === null ? null : recent / 10)
          const holds = (counts: readonly number[]): boolean => {
            const [a = 0, b = 0, c = 0, d = 0] = counts
            const [first = [0, 1], second = [0, 1]] = shares
            return (
              a + b + c + d === total &&
              [[a + b, first] as const, [c + d, second] as const].every(
                ([count, [min, max]]) => count >= min * total - 1e-9 && count <= max * total + 1e-9,
              ) &&
              (recent === null || Math.abs(a + c - (recent * total) / 10) < 1 - 1e-9)
            )
          }
          const [one = [0, 0], two = [0, 0]] = there
          let can = false
          for (let a = 0; a <= one[0]; a++)
            for (let b = 0; b <= one[1]; b++)
              for (let c = 0; c <= two[0]; c++) for (let d = 0; d <= two[1]; d++) can ||= holds([a, b, c, d])
          const slack = { category: 0, date: 0 }
          expect(sharesProblem(cells, total, slack) === null).toBe(can)
          if (!can) return
          const counts = Array.from(cellCounts(cells, total, slack))
          const young = recent === null ? [counts[0] ?? 0, 0, counts[2] ?? 0, 0] : counts
          expect(holds(young)).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('give way to the nearest share', () => {
    const items = numbered(10).map(({ id }) => ({ id, category: id < 2 ? 'technical' : 'story' }))
    const asked = {
      items,
      targets: numbered(2),
      constraints: { totalItems: 10, categoryBalance: { technical: { min: 0.3 } } },
    }
    expect(allotNow(asked).relaxations).toMatchObject([{ constraint: 'totalItems', requested: 10, applied: 6 }])
    expect(allotNow({ ...asked, relaxationOrder: ['categoryBalance'] }).relaxations).toEqual([
      {
        constraint: 'categoryBalance.technical.min',
        requested: 0.3,
        applied: 0.2,
        reason: 'of 10 items 3 are to be of category technical (30 %), and 2 are there',
      },
    ])
    expect(
      allotNow({ ...asked, constraints: { categoryBalance: { technical: { min: 0.3 } } } }).unassigned,
    ).toHaveLength(4)
  })
})

describe('pairs', () => {
  it('each target has different items, within its bounds', () => {
    const result = allotNow({
      items: numbered(40),
      targets: numbered(60),
      strategy: 'random',
      constraints: { minPerTarget: 3, maxPerTarget: 15, uniqueness: 'pair' },
    })
    for (const { items } of result) expect(new Set(items).size).toBe(items.length)
    const counts = countsIn(result)
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([3, 15])
    expect(result.relaxations).toEqual([])
  })

  it('items are drawn by their weights', () => {
    const weights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    const result = allotNow({
      items: numbered(10),
      targets: numbered(4000),
      itemWeights: weights,
      constraints: { minPerTarget: 3, maxPerTarget: 3, uniqueness: 'pair' },
    })
    const drawn = weights.map((_, i) => result.filter(({ items }) => items.some(({ id }) => id === i)).length)
    const chi = drawn.reduce((sum, one, i) => {
      const expected = (4000 * 3 * (i + 1)) / 55
      return sum + (one - expected) ** 2 / (expected * (1 - expected / 4000))
    }, 0)
    expect(chi, `${drawn}`).toBeLessThan(chiSquareBound(9))
  })

  it('are refused where nothing may give way', () => {
    const asked = {
      items: numbered(6).map(({ id }) => ({ id, category: id < 2 ? 'a' : 'b' })),
      targets: numbered(2),
      onConflict: 'error' as const,
    }
    const constraints = { uniqueness: 'pair' as const, totalItems: 6, categoryBalance: { a: { min: 0.5 } } }
    const placed = allotNow({ ...asked, constraints }).flatMap(({ items }) => items)
    expect(placed.filter(({ category }) => category === 'a')).toHaveLength(3)
    const refused = { ...constraints, allowed: [{ item: 'category', equals: 'b' }] }
    expect(() => allotNow({ ...asked, constraints: refused })).toThrow(
      expect.objectContaining({ code: 'allot-conflict', message: expect.stringContaining('of category a') }),
    )
  })

  it('keep to predicates and groups, and say where there are too few', () => {
    const result = allotNow({
      items: numbered(10),
      targets: numbered(4),
      constraints: {
        minPerTarget: 3,
        maxPerTarget: 5,
        uniqueness: 'pair',
        allowed: (item, target) => target.id > 0 || item.id < 2,
        perGroup: { of: ({ id }) => `${id % 5}`, max: 1 },
      },
    })
    expect(result.relaxations).toMatchObject([{ constraint: 'minPerTarget', requested: 3, applied: 2 }])
    expect(result[0]?.items.map(({ id }) => id)).toEqual([0, 1])
    for (const { items } of result) expect(new Set(items.map(({ id }) => id % 5)).size).toBe(items.length)
  })

  it('one item more takes no place but its own', () => {
    const made = (items: number) =>
      allotNow({
        items: numbered(items),
        targets: numbered(100),
        constraints: { maxPerTarget: 5, minPerTarget: 5, uniqueness: 'pair' },
      })
    const [before, after] = [made(50), made(51)]
    const changed = after.flatMap(({ items }, t) =>
      items.filter((item) => !before[t]?.items.some(({ id }) => id === item.id)),
    )
    expect(new Set(changed.map(({ id }) => id))).toEqual(new Set([50]))
    expect(changed.length).toBeLessThan(25)
  })
})

describe('custom', () => {
  const asked = { items: numbered(4), targets: numbered(2), strategy: 'custom' as const }
  it('may give a target for each item, or the items of each target', () => {
    const byItem = allotNow({ ...asked, custom: ({ items }) => items.map(({ id }) => (id === 3 ? null : id % 2)) })
    expect(byItem.map(({ items }) => items.map(({ id }) => id))).toEqual([[0, 2], [1]])
    expect(byItem.unassigned).toEqual([{ item: { id: 3 }, reason: 'custom gives it no target' }])
    const byTarget = allotNow({ ...asked, custom: ({ items }) => [items.slice(0, 1), items.slice(1)] })
    expect(countsIn(byTarget)).toEqual([1, 3])
  })

  it('is checked', () => {
    expect(() => allotNow({ ...asked, custom: () => [0, 1, 2, 0] })).toThrow('item 2')
    expect(() => allotNow({ ...asked, custom: () => [0] })).toThrow('a list of 4')
    expect(() => allotNow({ ...asked, constraints: { maxPerTarget: 2 }, custom: () => [0, 0, 0, 1] })).toThrow(
      expect.objectContaining({ code: 'allot-custom', message: expect.stringContaining('0 has 3, max is 2') }),
    )
  })
})
