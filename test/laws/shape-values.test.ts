import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ShapeName, ShapeOptions } from '../../src/model/shapes.ts'
import type { Value } from '../../src/model/value.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { shapeAtHand } from '../support/shape-at-hand.ts'
import { optionsOf } from '../support/shape-options.ts'

const upTo = (count: number): number[] => Array.from({ length: count }, (_, row) => row)

function values<Name extends ShapeName>(name: Name, options: ShapeOptions[Name], count: number): Value[] {
  const shape = shapeAtHand(name, options)
  return upTo(count).map((row) => shape.value(row))
}

describe('numbers', () => {
  test.each(['integer', 'number', 'decimal', 'money', 'interval', 'commerce.price', 'file.size'] as const)(
    '%s stays within its bounds',
    (name) => {
      fc.assert(
        fc.property(optionsOf[name], fc.nat(), (options, row) => {
          const { min, max } = options as { min: number; max: number }
          const value = Number(shapeAtHand<ShapeName>(name, options).value(row))
          expect(value).toBeGreaterThanOrEqual(Math.min(min, Math.floor(max)) - 1e-9)
          expect(value).toBeLessThanOrEqual(Math.max(max, Math.ceil(min)) + 1e-9)
        }),
        { numRuns: 500 },
      )
    },
  )

  test.each(['date', 'timestamp', 'person.birthdate'] as const)('%s stays within its bounds', (name) => {
    fc.assert(
      fc.property(optionsOf[name], fc.nat(), (options, row) => {
        const value = shapeAtHand<ShapeName>(name, options).value(row)
        expect(value).toBeGreaterThanOrEqual(options.from)
        expect(value).toBeLessThanOrEqual(options.to)
      }),
      { numRuns: 500 },
    )
  })

  test('reach both ends, and only whole steps', () => {
    expect(new Set(values('integer', { min: 3, max: 9, step: 2 }, 200))).toStrictEqual(new Set([3, 5, 7, 9]))
    expect(new Set(values('decimal', { min: -0.2, max: 0.1, scale: 1 }, 200))).toStrictEqual(
      new Set(['-0.2', '-0.1', '0.0', '0.1']),
    )
    expect(new Set(values('decimal', { min: 0, max: 1, scale: 2, step: 0.25 }, 200))).toStrictEqual(
      new Set(['0.00', '0.25', '0.50', '0.75', '1.00']),
    )
    expect(new Set(values('decimal', { min: 0, max: 300, scale: -2 }, 200))).toStrictEqual(
      new Set(['0', '100', '200', '300']),
    )
    expect(new Set(values('date', { from: 5, to: 7 }, 100))).toStrictEqual(new Set([5, 6, 7]))
    expect(new Set(values('timestamp', { from: 1500, to: 3999 }, 100))).toStrictEqual(new Set([2000, 3000]))
  })

  test('have exactly their scale, at any size', () => {
    fc.assert(
      fc.property(optionsOf.decimal, fc.nat(), (options, row) => {
        expect(shapeAtHand('decimal', options).value(row)).toMatch(new RegExp(`^-?\\d+\\.\\d{${options.scale}}$`))
      }),
      { numRuns: 300 },
    )
    for (const text of values('decimal', { min: 0.1, max: 0.3, scale: 18 }, 100))
      expect(text).toMatch(/^0\.[12]\d{17}$|^0\.3/)
  })

  test('beyond 2^53 are bigints of the whole range of int8', () => {
    const found = values('integer', { min: -(2 ** 63), max: 2 ** 63 }, 2000).map((value) =>
      BigInt(value as number | bigint),
    )
    expect(found.every((value) => value >= -(2n ** 63n) && value < 2n ** 63n)).toBe(true)
    expect(found.filter((value) => value % 2n === 0n).length).toBeGreaterThan(800)
    expect(found.filter((value) => value > 2n ** 61n).length).toBeGreaterThan(300)
  })

  test('lean as asked', () => {
    const mean = (skew: 'even' | 'low' | 'middle'): number =>
      values('integer', { min: 0, max: 1000, skew }, 4000).reduce<number>((sum, value) => sum + Number(value), 0) / 4000
    const far = (skew: 'even' | 'middle'): number =>
      values('integer', { min: 0, max: 1000, skew }, 4000).filter((value) => Math.abs(Number(value) - 500) > 400).length
    expect(mean('even')).toBeGreaterThan(470)
    expect(mean('low')).toBeLessThan(300)
    expect(Math.abs(mean('middle') - 500)).toBeLessThan(30)
    expect(far('middle')).toBeLessThan(far('even') / 4)
  })

  test('prices end as shops let them end', () => {
    const prices = values('commerce.price', { min: 1, max: 90, scale: 2 }, 2000) as string[]
    const usual = prices.filter((price) => /\.(?:99|95|90|50|49|00)$/.test(price))
    expect(usual.length).toBeGreaterThan(1900)
  })
})

describe('times', () => {
  const year = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2025, 0, 1) }
  const share = (options: Partial<ShapeOptions['timestamp']>, test_: (date: Date) => boolean): number =>
    values('timestamp', { ...year, ...options }, 4000).filter((value) => test_(new Date(value as number))).length / 4000

  test('follow the working week, and growth', () => {
    const weekend = (date: Date): boolean => date.getUTCDay() % 6 === 0
    const night = (date: Date): boolean => date.getUTCHours() < 6
    expect(share({}, weekend)).toBeGreaterThan(0.25)
    expect(share({ activity: true }, weekend)).toBeLessThan(0.2)
    expect(share({ activity: true }, night)).toBeLessThan(0.1)
    const late = (date: Date): boolean => date.getUTCMonth() > 5
    expect(share({}, late)).toBeLessThan(0.55)
    expect(share({ growth: true }, late)).toBeGreaterThan(0.62)
    expect(share({ growth: true, activity: true }, late)).toBeGreaterThan(0.62)
  })

  test('are whole seconds unless another step is asked', () => {
    expect(share({}, (date) => date.getUTCMilliseconds() === 0)).toBe(1)
    expect(share({ step: 86_400_000 }, (date) => date.getTime() % 86_400_000 === 0)).toBe(1)
    expect(share({ step: 1 }, (date) => date.getUTCMilliseconds() === 0)).toBeLessThan(0.02)
  })
})

describe('what is made of other values', () => {
  test('arrays keep their numbers of items, and distinct ones repeat nothing', () => {
    fc.assert(
      fc.property(optionsOf.array, fc.nat(), (options, row) => {
        const items = shapeAtHand('array', options).value(row) as Value[]
        expect(items.length).toBeLessThanOrEqual(options.maxItems)
        if (options.distinct) expect(new Set(items.map((item) => JSON.stringify(item))).size).toBe(items.length)
        else expect(items.length).toBeGreaterThanOrEqual(options.minItems)
      }),
      { numRuns: 300 },
    )
  })

  test('items of an array differ from each other, also in an array of arrays', () => {
    const element = { kind: 'draw', shape: 'uuid', options: { layout: 'random' } } as const
    const inner = { kind: 'draw', shape: 'array', options: { element, minItems: 3, maxItems: 3 } } as const
    const nested = values('array', { element: inner, minItems: 3, maxItems: 3 }, 50).flat(2) as Value[]
    expect(nested).toHaveLength(450)
    expect(new Set(nested).size).toBe(450)
    const pairs = values('composite', { fields: [element, element, inner] }, 50).flat(2) as Value[]
    expect(new Set(pairs).size).toBe(250)
  })

  test('ranges are never empty; those of a multirange do not touch', () => {
    const number = (value: unknown): number => Number(value)
    fc.assert(
      fc.property(optionsOf.multirange, fc.nat(), (options, row) => {
        const { lower, upper, bounds } = shapeAtHand('range', options).value(row) as {
          lower: Value
          upper: Value
          bounds: string
        }
        expect(bounds).toBe('[)')
        expect(typeof lower).toBe(typeof upper)
        expect(number(upper)).toBeGreaterThan(number(lower))
        const ranges = shapeAtHand('multirange', options).value(row) as { lower: Value; upper: Value }[]
        expect(ranges.length).toBeGreaterThanOrEqual(options.minItems)
        expect(ranges.length).toBeLessThanOrEqual(options.maxItems)
        ranges.forEach((range, at) => {
          expect(number(range.upper)).toBeGreaterThan(number(range.lower))
          if (at > 0) expect(number(range.lower)).toBeGreaterThan(number(ranges[at - 1]?.upper))
        })
      }),
      { numRuns: 300 },
    )
  })

  test('ranges by index have the lower bounds of the index', () => {
    const lower = { kind: 'draw', shape: 'integer', options: { min: 100, max: 10_000, step: 50 } } as const
    const { at } = shapeAtHand('range', { lower, width: { min: 1, max: 50 } })
    const ranges = upTo(100).map((index) => at?.(index) as { lower: number; upper: number })
    ranges.forEach((range, index) => {
      expect(range.lower).toBe(100 + 50 * index)
      expect(range.upper).toBeLessThanOrEqual(150 + 50 * index)
    })
  })

  test('JSON has the keys that a check demands, and the type', () => {
    fc.assert(
      fc.property(optionsOf.json, fc.nat(), (options, row) => {
        const value = JSON.parse(JSON.stringify(shapeAtHand('json', options).value(row)))
        const type = Array.isArray(value) ? 'array' : typeof value
        if (options.type !== undefined) expect(type).toBe(options.type)
        if (type === 'object') for (const key of options.keys ?? []) expect(Object.hasOwn(value, key)).toBe(true)
      }),
      { numRuns: 500 },
    )
    const [value] = values(
      'json',
      { flavour: 'object', keys: ['email', 'created_at', 'isActive', 'user_id', 'price', 'country', 'tags'] },
      1,
    )
    expect(value).toStrictEqual({
      email: expect.stringMatching(/@example\.com$/),
      created_at: expect.stringMatching(/^202[45]-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/),
      isActive: expect.any(Boolean),
      user_id: expect.any(Number),
      price: expect.any(Number),
      country: expect.any(String),
      tags: expect.any(Array),
    })
  })

  test('a vector has the length one', () => {
    for (const text of values('vector', { dimensions: 128 }, 20) as string[]) {
      const numbers = JSON.parse(text) as number[]
      expect(numbers).toHaveLength(128)
      expect(Math.abs(Math.hypot(...numbers) - 1)).toBeLessThan(1e-4)
    }
    for (const text of values('vector', { dimensions: 300, sparse: true }, 20) as string[]) {
      const [, body = '', dimensions] = /^\{(.*)\}\/(\d+)$/.exec(text) ?? []
      const pairs = body.split(',').map((pair) => pair.split(':').map(Number) as [number, number])
      expect(dimensions).toBe('300')
      expect(pairs.every(([index], at) => index >= 1 && index <= 300 && index > (pairs[at - 1]?.[0] ?? 0))).toBe(true)
      expect(Math.abs(Math.hypot(...pairs.map(([, value]) => value)) - 1)).toBeLessThan(1e-4)
    }
  })
})

describe('texts that Postgres itself reads', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await freshDatabase(
      'pg17',
      'create extension if not exists hstore; create extension if not exists ltree',
    )
  })
  afterAll(() => database.drop())

  const TYPES: readonly (readonly [string, ShapeName, object])[] = [
    ['uuid', 'uuid', { layout: 'random' }],
    ['bit varying(40)', 'bits', { minLength: 1, maxLength: 40 }],
    ['money', 'money', { min: -50, max: 5000 }],
    ['inet', 'inet', {}],
    ['cidr', 'inet', { network: true }],
    ['inet', 'inet', { version: 6 }],
    ['cidr', 'inet', { version: 6, network: true }],
    ['macaddr', 'macaddr', { bytes: 6 }],
    ['macaddr8', 'macaddr', { bytes: 8 }],
    ['point', 'point', {}],
    ['line', 'line', {}],
    ['lseg', 'lseg', {}],
    ['box', 'box', {}],
    ['path', 'path', {}],
    ['polygon', 'polygon', {}],
    ['circle', 'circle', {}],
    ['tsvector', 'tsvector', {}],
    ['tsquery', 'tsquery', {}],
    ['xml', 'xml', {}],
    ['pg_lsn', 'pg_lsn', {}],
    ['hstore', 'hstore', {}],
    ['ltree', 'ltree', {}],
    ['numeric', 'decimal', { min: 0, max: 1, scale: 30 }],
    ['numeric', 'place.latitude', {}],
  ]

  test.each(TYPES)('%s from %s %j', async (type, name, options) => {
    const shape = shapeAtHand<ShapeName>(name, options as never)
    const texts = upTo(200).map((row) => shape.value(row) as string)
    if (shape.at !== null) texts.push(...[0, 1, 65_535, 65_536, 16_000_000].map((index) => String(shape.at?.(index))))
    const rows = await database.raw<{ read: number }>(
      `select count(t::${type})::int as read from unnest($1::text[]) as texts(t)`,
      [texts],
    )
    expect(rows).toStrictEqual([{ read: texts.length }])
  })
})
