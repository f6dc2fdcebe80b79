import { describe, expect, it } from 'vitest'
import type { AllotCondition } from '../../src/model/allotting/allot-condition.ts'
import type { AllotConstraints } from '../../src/model/allotting/allotment.ts'
import { readAllowance } from '../../src/values/allot/allowance.ts'
import { allotNow, countsIn, numbered } from '../support/allot-now.ts'

const now = Date.UTC(2026, 5, 1)
const may = (condition: object, item: unknown, target: unknown = {}): boolean | undefined =>
  readAllowance([condition as AllotCondition], now)?.may(item, target)

describe('conditions by data', () => {
  it.each([
    [{ item: 'a', equals: { target: 'b' } }, { a: 'x' }, { b: 'x' }, true],
    [{ item: 'a', equals: { target: 'b' } }, { a: 'x' }, { b: 'y' }, false],
    [{ item: 'a', equals: { target: 'b' } }, { a: null }, {}, true],
    [{ item: 'a', equals: { target: 'b' } }, { a: 7 }, { b: '7' }, true],
    [{ item: 'a', equals: { target: 'b' } }, { a: 7n }, { b: 7 }, true],
    [{ item: 'a', equals: { target: 'b' } }, { a: '2026-01-31' }, { b: new Date('2026-01-31') }, true],
    [{ item: 'a', equals: { target: 'b' } }, { a: new Date('2026-01-31') }, { b: '2026-01-31' }, true],
    [{ item: 'a', not: { target: 'b' } }, { a: 'x' }, { b: 'x' }, false],
    [{ item: 'a', not: { target: 'b' } }, { a: 'x' }, { b: ['y', 'x'] }, false],
    [{ item: 'a', not: { target: 'b' } }, { a: 'x' }, {}, true],
    [{ item: 'a', lte: { target: 'b' } }, { a: 9 }, { b: '12.50' }, true],
    [{ item: 'a', lte: { target: 'b' } }, { a: '9.00' }, { b: '12.50' }, true],
    [{ item: 'a', lte: { target: 'b' } }, { a: 9 }, {}, false],
    [{ item: 'a', gt: { target: 'b' } }, { a: '2026-02-01' }, { b: new Date('2026-01-31') }, true],
    [{ item: 'a', gte: '6 months ago' }, { a: new Date('2025-01-31') }, {}, false],
    [{ item: 'a', gte: new Date('2025-01-01') }, { a: '2025-01-31' }, {}, true],
    [{ item: 'a', in: ['x', 'y'] }, { a: 'y' }, {}, true],
    [{ item: 'a', in: { target: 'b' } }, { a: 'y' }, { b: ['x', 'y'] }, true],
    [{ item: 'a', in: { target: 'b' } }, {}, { b: [] }, false],
    [{ item: 'a', notIn: { target: 'b' } }, { a: 'y' }, { b: ['x', 'y'] }, false],
    [{ item: 'a', in: [{ target: 'b' }, 'z'] }, { a: 'z' }, { b: 'x' }, true],
    [{ item: 'a', contains: { target: 'b' } }, { a: ['x', 'y'] }, { b: 'y' }, true],
    [{ item: 'a', contains: { target: 'b' } }, { a: 'xyz' }, { b: 'y' }, true],
    [{ item: 'a', contains: { target: 'b' } }, { a: 'null' }, {}, false],
    [{ item: 'a', startsWith: { target: 'b' } }, { a: 'de-AT' }, { b: 'de' }, true],
    [{ item: 'a', endsWith: 'AT' }, { a: 'de-AT' }, {}, true],
    [{ item: 'a', exists: false }, {}, {}, true],
    [{ target: 'b', equals: true }, {}, { b: true }, true],
    [{ target: 'b', gt: { target: 'c' } }, {}, { b: 1, c: 2 }, false],
    [{ item: 'a', gt: 1, lt: 3 }, { a: 3 }, {}, false],
    [{ item: 'a', equals: 1 }, { frontmatter: { a: 1 } }, {}, true],
    [{ item: 'frontmatter.a', equals: 1 }, { frontmatter: { a: 1 } }, {}, true],
    [{ item: '__proto__', exists: true }, {}, {}, false],
    [{ item: 'constructor', exists: true }, {}, {}, false],
  ])('%j of %o for %o: %s', (condition, item, target, expected) => {
    expect(may(condition, item, target)).toBe(expected)
  })

  it('must all hold', () => {
    const posts = Array.from({ length: 40 }, (_, id) => ({ id, author: id % 4, topic: id % 2 === 0 ? 'a' : 'b' }))
    const readers = [0, 1, 2, 3].map((id) => ({ id, likes: id < 2 ? 'a' : 'b' }))
    const result = allotNow({
      items: posts,
      targets: readers,
      constraints: {
        allowed: [
          { item: 'author', not: { target: 'id' } },
          { item: 'topic', equals: { target: 'likes' } },
        ],
      },
    })
    expect(countsIn(result)).toEqual([10, 10, 10, 10])
    for (const { target, items } of result)
      for (const { author, topic } of items) expect([author !== target.id, topic]).toEqual([true, target.likes])
  })

  it('take the form of no other', () => {
    const circle: { self?: unknown } = {}
    circle.self = circle
    for (const [allowed, named] of [
      ['x', 'allowed'],
      [[5], 'allowed[0]'],
      [[{ equals: 1 }], 'allowed[0]'],
      [[{ item: 'a', target: 'b', equals: 1 }], 'allowed[0]'],
      [[{ item: '', equals: 1 }], 'allowed[0].item'],
      [[{ item: 'a' }], 'allowed[0]'],
      [[{ item: 'a', like: 1 }], 'allowed[0].like'],
      [[{ item: 'a', equals: { source: 'b' } }], 'allowed[0].equals'],
      [[{ item: 'a', equals: Number.NaN }], 'allowed[0].equals'],
      [[{ item: 'a', in: [] }], 'allowed[0].in'],
      [[{ item: 'a', in: [[1]] }], 'allowed[0].in[0]'],
      [[{ item: 'a', exists: 'yes' }], 'allowed[0].exists'],
      [[{ item: 'a', lt: null }], 'allowed[0].lt'],
      [[{ item: 'self', exists: true }], 'the member self'],
    ] as const) {
      const call = () => allotNow({ items: [circle], targets: numbered(1), constraints: { allowed: allowed as never } })
      expect(call).toThrow(expect.objectContaining({ code: 'allot-invalid', next: expect.any(String) }))
      expect(call).toThrow(named)
    }
  })
})

describe('items and targets that conditions do not tell apart', () => {
  const pick = (seed: number, place: number, most: number): number =>
    Math.imul(seed * 31 + place + 1, 0x9e3779b1) >>> (32 - most)

  it('flow together, as many as have room, after what the targets must have', () => {
    for (let seed = 0; seed < 6; seed++) {
      const items = numbered(700).map(({ id }) => ({ id, kind: pick(seed, id, 3) }))
      const targets = numbered(400).map(({ id }) => ({
        id,
        kind: pick(seed + 50, id, 3),
        room: pick(seed + 99, id, 2),
      }))
      const result = allotNow({
        items,
        targets,
        strategy: seed % 2 === 0 ? 'even_spread' : 'weighted_random',
        constraints: { capacity: 'room', minPerTarget: 1, allowed: [{ item: 'kind', equals: { target: 'kind' } }] },
      })
      for (const { target, items: own } of result) {
        expect(own.length).toBeLessThanOrEqual(target.room)
        for (const { kind } of own) expect(kind).toBe(target.kind)
      }
      for (let kind = 0; kind < 8; kind++) {
        const there = items.filter((item) => item.kind === kind).length
        const own = result.filter(({ target }) => target.kind === kind)
        const room = own.reduce((sum, { target }) => sum + target.room, 0)
        const must = own.filter(({ target }) => target.room > 0).length
        expect(own.reduce((sum, { items: some }) => sum + some.length, 0)).toBe(Math.min(there, room))
        expect(own.filter(({ items: some }) => some.length > 0).length).toBe(Math.min(there, must))
      }
    }
  })

  it('are as many as one likes', () => {
    const result = allotNow({
      items: numbered(20_000).map(({ id }) => ({ id, category: id % 20 })),
      targets: numbered(1000).map(({ id }) => ({ id, category: id % 20 })),
      constraints: { allowed: [{ item: 'category', equals: { target: 'category' } }] },
    })
    expect(result.statistics).toMatchObject({ placed: 20_000, perTarget: { min: 20, max: 20 } })
    for (const { target, items } of result) for (const { category } of items) expect(category).toBe(target.category)
    const many = { items: numbered(5000), targets: numbered(1000) }
    expect(() => allotNow({ ...many, constraints: { allowed: [{ item: 'id', not: { target: 'id' } }] } })).toThrow(
      expect.objectContaining({ code: 'allot-too-large' }),
    )
  })
})

describe('members in place of functions', () => {
  const posts = Array.from({ length: 24 }, (_, id) => ({
    id,
    kind: id % 2 === 0 ? 'tip' : 'story',
    written: `2026-0${1 + (id % 6)}-1${id % 4}`,
  }))
  type Post = (typeof posts)[number]
  const shared = (constraints: object, targets: readonly object[] = numbered(4)) =>
    allotNow<Post, object>({ items: posts, targets, constraints: constraints as AllotConstraints<Post, object> })

  it('say category and date', () => {
    const placed = shared({
      ...{ categoryBalance: { tip: { min: 0.75, max: 0.75 } }, categoryOf: 'kind', totalItems: 12 },
      ...{ dateDistribution: { recentWeight: 1, oldWeight: 1, cutoff: '2026-04-01' }, dateOf: 'written' },
    }).flatMap(({ items }) => items)
    expect(placed.filter(({ kind }) => kind === 'tip')).toHaveLength(9)
    expect(placed.filter(({ written }) => written >= '2026-04')).toHaveLength(6)
  })

  it('say groups: one of a month, two of a kind', () => {
    for (const { items } of shared({ perGroup: { of: { month: 'written' }, max: 1 } }))
      expect(new Set(items.map(({ written }) => written.slice(0, 7))).size).toBe(items.length)
    const kinds = shared({ perGroup: { of: 'kind', max: 2 } })
    expect(countsIn(kinds)).toEqual([4, 4, 4, 4])
    for (const { items } of kinds) expect(items.filter(({ kind }) => kind === 'tip')).toHaveLength(2)
    expect(countsIn(shared({ perGroup: { of: 'nothing', max: 1 } }))).toEqual([6, 6, 6, 6])
  })

  it('say the capacity of a target', () => {
    const rooms = [{ seats: 1 }, { seats: '2' }, { seats: 3n }, { least: 9 }]
    expect(countsIn(shared({ capacity: 'seats' }, rooms))).toEqual([1, 2, 3, 18])
    expect(countsIn(shared({ capacity: { min: 'least', max: 9 } }, rooms))).toEqual([5, 5, 5, 9])
  })

  it.each([
    [{ categoryOf: 5, categoryBalance: { a: {} } }, 'categoryOf'],
    [{ dateOf: '', dateDistribution: { recentWeight: 1, oldWeight: 1 } }, 'dateOf'],
    [{ perGroup: 'kind' }, 'perGroup'],
    [{ perGroup: { of: 'kind' } }, 'perGroup.max'],
    [{ perGroup: { of: { week: 'written' }, max: 1 } }, 'perGroup.of'],
    [{ perGroup: { of: { month: 5 }, max: 1 } }, 'perGroup.of'],
    [{ capacity: [] }, 'capacity'],
    [{ capacity: { least: 1 } }, 'capacity.least'],
    [{ capacity: { min: true } }, 'capacity.min'],
    [{ capacity: 'name' }, 'capacity of target 0'],
  ])('%j is refused with what to do', (constraints, named) => {
    const call = () => shared(constraints, [{ name: 'ann' }])
    expect(call).toThrow(expect.objectContaining({ code: 'allot-invalid', next: expect.any(String) }))
    expect(call).toThrow(named)
  })
})
