import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DeriveName, Recipe } from '../../src/model/recipe.ts'
import type { Encoding, Value } from '../../src/model/value.ts'
import { slugOf } from '../../src/values/derive/slug.ts'
import { compileRows } from '../../src/values/rows/rows.ts'
import { planOf, serial } from '../support/plan.ts'

const text: Encoding = { kind: 'text' }
const number: Encoding = { kind: 'number' }
const timestamp: Encoding = { kind: 'timestamp', zone: true }
const date: Encoding = { kind: 'date' }
const DAY = 86400000
const NOW = Date.UTC(2025, 0, 1)

type Options = Readonly<Record<string, Value>>

/** What is derived from these values in the first rows. */
function derived(
  name: DeriveName,
  inputs: readonly Value[],
  to: {
    readonly encoding?: Encoding
    readonly from?: Encoding
    readonly options?: Options
    readonly rows?: number
  } = {},
): Value[] {
  const { encoding = text, from = encoding, options = {}, rows = 1 } = to
  const columns = Object.fromEntries(
    inputs.map((value, i) => [`i${i}`, { recipe: { kind: 'constant', value } as Recipe, encoding: from }]),
  )
  const recipe: Recipe = { kind: 'derive', with: name, from: inputs.map((_, i) => ({ column: `i${i}` })), options }
  const table = compileRows(
    planOf({ a: { rows, columns: { ...columns, d: { recipe, encoding } } } }, { now: NOW }),
  ).table('a')
  return Array.from({ length: rows }, (_, row) => table.value(row, 'd'))
}

describe('texts', () => {
  const cases: readonly (readonly [DeriveName, readonly Value[], Options, Value])[] = [
    ['copy', [null, 'b', 'c'], {}, 'b'],
    ['copy', [null], {}, null],
    ['slug', ['Crème brûlée, 2nd edition!'], {}, 'creme-brulee-2nd-edition'],
    ['slug', ['Straße nach Łódź'], {}, 'strasse-nach-lodz'],
    ['slug', ['the quick brown fox'], { maxLength: 15 }, 'the-quick-brown'],
    ['slug', ['the quick brown fox'], { maxLength: 13 }, 'the-quick'],
    ['slug', ['東京'], {}, 'item'],
    ['slug', [null], {}, null],
    ['excerpt', ['# One.\n\nTwo *is* here. Three.'], { maxLength: 20 }, 'One. Two is here.'],
    ['excerpt', ['A sentence that is too long for it.'], { maxLength: 14 }, 'A sentence…'],
    ['excerpt', ['<p>short</p>'], {}, 'short'],
    ['lower', ['ÀB'], {}, 'àb'],
    ['upper', ['àb'], {}, 'ÀB'],
    ['trim', ['  a b '], {}, 'a b'],
    ['initials', ['Ada King-Noel', 'Lovelace'], {}, 'AKNL'],
    ['concat', ['a', null, 'b'], { separator: ' ' }, 'a b'],
    ['concat', [null, null], {}, null],
    ['format', [null, 'b', 'c'], { parts: [[0, 1], '/', [2]] }, 'b/c'],
    ['format', ['a', 'b', 'c'], { parts: [[0, 1], '/', [2]] }, 'a/c'],
    ['format', [null, 'c'], { parts: [[0], '/', [1]] }, null],
    ['length', ['a😀'], {}, 2],
    ['url', ['A Post'], {}, 'https://example.com/a-post'],
  ]

  test.each(cases)('%s of %j with %j is %j', (name, inputs, options, result) => {
    expect(derived(name, inputs, { options })).toEqual([result])
  })

  test('slugs fit, hold plain letters, digits and single hyphens, and are slugs already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (given, maxLength) => {
        const slug = slugOf(given, maxLength)
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slug.length).toBeLessThanOrEqual(maxLength)
        expect(slugOf(slug, undefined)).toBe(slug)
      }),
    )
  })

  test('copies change their kind', () => {
    expect(derived('copy', [NOW + 5], { from: timestamp, encoding: date })).toEqual([NOW / DAY])
    expect(derived('copy', [NOW / DAY], { from: date, encoding: timestamp })).toEqual([NOW])
    expect(derived('copy', [NOW], { from: timestamp })).toEqual(['2025-01-01 00:00:00+00'])
    expect(
      derived('length', [['a', 'b']], { from: { kind: 'array', element: text, delimiter: ',' }, encoding: number }),
    ).toEqual([2])
  })
})

describe('times', () => {
  const ms = fc.integer({ min: Date.UTC(1990, 0, 1), max: NOW })
  const rest = { encoding: timestamp, rows: 5 }

  test('after are not before the latest input, nor after `until` if it can be helped', () => {
    fc.assert(
      fc.property(ms, ms, fc.boolean(), fc.integer({ min: 1, max: 1e10 }), (a, b, strict, within) => {
        for (const time of derived('after', [a, null, b], {
          ...rest,
          options: { strict, within, until: NOW },
        }) as number[]) {
          const latest = Math.max(a, b)
          if (strict) expect(time).toBeGreaterThan(latest)
          else expect(time).toBeGreaterThanOrEqual(latest)
          if (latest <= NOW - 2000) expect(time).toBeLessThanOrEqual(NOW)
        }
      }),
    )
  })

  test('before are not after the earliest input, nor before `since` if it can be helped', () => {
    fc.assert(
      fc.property(ms, ms, fc.boolean(), (a, b, strict) => {
        const since = Date.UTC(1989, 0, 1)
        for (const time of derived('before', [a, b], { ...rest, options: { strict, since } }) as number[]) {
          const earliest = Math.min(a, b)
          if (strict) expect(time).toBeLessThan(earliest)
          else expect(time).toBeLessThanOrEqual(earliest)
          expect(time).toBeGreaterThanOrEqual(since)
        }
      }),
    )
  })

  test('are whole seconds, about as far as they should be', () => {
    const times = derived('after', [NOW - DAY * 300], {
      encoding: timestamp,
      rows: 2001,
      options: { within: DAY, until: NOW },
    }) as number[]
    expect(times.every((time) => time % 1000 === 0)).toBe(true)
    const distances = times.map((time) => time - (NOW - DAY * 300)).sort((a, b) => a - b)
    expect(distances[1000]! / DAY).toBeGreaterThan(0.8)
    expect(distances[1000]! / DAY).toBeLessThan(1.2)
    expect(new Set(times).size).toBeGreaterThan(1900)
  })

  test('of a date column are days, not before a moment of that day', () => {
    for (const strict of [false, true]) {
      for (const day of derived('after', [NOW + 5], {
        from: timestamp,
        encoding: date,
        rows: 50,
        options: { strict },
      }) as number[]) {
        expect(Number.isInteger(day)).toBe(true)
        expect(day * DAY).toBeGreaterThan(NOW + 5)
      }
    }
    expect(derived('after', [20], { encoding: date, options: { strict: true, until: 20 * DAY } })).toEqual([21])
    expect(derived('after', [20], { encoding: date, options: { until: 20 * DAY } })).toEqual([20])
  })

  test('without room keep to the input', () => {
    expect(derived('after', [NOW + 1], { encoding: timestamp, options: { until: NOW } })).toEqual([NOW + 1])
    expect(derived('before', [NOW - 1], { encoding: timestamp, options: { since: NOW } })).toEqual([NOW - 1])
  })

  test('without inputs lie between `from` and `until`', () => {
    const times = derived('after', [null], {
      encoding: timestamp,
      rows: 200,
      options: { from: NOW - DAY, until: NOW },
    }) as number[]
    expect(times.every((time) => time >= NOW - DAY && time <= NOW)).toBe(true)
    expect(new Set(times).size).toBeGreaterThan(190)
    const clocks = derived('after', [null], { encoding: { kind: 'time' }, rows: 50 }) as number[]
    expect(clocks.every((clock) => clock >= 0 && clock < DAY)).toBe(true)
  })

  test('read what Postgres prints', () => {
    expect(derived('after', ['2024-05-01 10:00:00.5+00'], { encoding: timestamp, options: { until: 0 } })).toEqual(
      ['2024-05-01 10:00:00.5+00'].map((time) => Date.parse(time)),
    )
    expect(derived('after', ['infinity'], { encoding: timestamp, options: { from: 5000, until: 5000 } })).toEqual([
      5000,
    ])
  })
})

describe('numbers', () => {
  const cents = fc.integer({ min: -1000000, max: 1000000 })
  const money = (value: number): string =>
    `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`
  const rest = { encoding: number, options: { scale: 2 } }

  test('a sum with factors and a constant is what makes the whole zero', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer(), fc.integer({ min: -9, max: 9 }), (a, b, factor) => {
        const options = { scale: 0, factors: [-1, factor], constant: 7 }
        const [sum] = derived('sum', [a, b], { encoding: number, options })
        expect(BigInt(String(sum)) + BigInt(a) - BigInt(b) * BigInt(factor)).toBe(7n)
      }),
    )
    const money = { encoding: number, options: { scale: 2, factors: [1, -0.5], constant: 0 } }
    expect(derived('sum', ['10.10', '3.01'], money)).toEqual(['8.60'])
    expect(derived('sum', [null, '3.00'], money)).toEqual(['-1.50'])
  })

  test('sums, differences and products are exact', () => {
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: -500, max: 500 }), (a, b, factor) => {
        expect(derived('sum', [money(a), money(b)], rest)).toEqual([money(a + b)])
        expect(derived('difference', [money(a), money(b)], rest)).toEqual([money(a - b)])
        expect(derived('product', [money(a), factor], rest)).toEqual([money(a * factor === 0 ? 0 : a * factor)])
        expect(derived('sum', [factor, factor], { encoding: number })).toEqual([factor + factor])
      }),
    )
  })

  test('also large ones', () => {
    const digits = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n })
    fc.assert(
      fc.property(digits, digits, (a, b) => {
        const [sum] = derived('sum', [String(a), String(b)], { encoding: number, options: { scale: 0 } })
        expect(sum).toBe(String(a + b))
        const [product] = derived('product', [`${a}.5`, 10n ** 20n], { encoding: number })
        if (a > 10n ** 6n) expect(product).toBe(`${a * 10n ** 20n + 5n * 10n ** 19n}.0`)
      }),
    )
  })

  test('numbers that print with an exponent count in full', () => {
    expect(derived('sum', [1e21, 1], { encoding: number, options: { scale: 0 } })).toEqual(['1000000000000000000001'])
    expect(derived('sum', [2e15, 1e-7], { encoding: number, options: { scale: 7 } })).toEqual([
      '2000000000000000.0000001',
    ])
  })

  test('half is rounded away from zero, as Postgres does', () => {
    expect(derived('product', ['1.005', 1], rest)).toEqual(['1.01'])
    expect(derived('product', ['-1.005', 1], rest)).toEqual(['-1.01'])
    expect(derived('ratio', [1, 8], rest)).toEqual(['0.13'])
  })

  test('NULL counts as nothing; a ratio by nothing is NULL', () => {
    expect(derived('sum', [null, '2.50'], rest)).toEqual(['2.50'])
    expect(derived('product', [null, '2.50'], rest)).toEqual(['2.50'])
    expect(derived('ratio', ['2.50', 0], rest)).toEqual([null])
    expect(derived('ratio', [null, 1], rest)).toEqual([null])
  })

  test('above and below are really beyond all inputs, within reach and bounds', () => {
    const steps = fc.constantFrom(undefined, 0.01, 0.05, 5)
    fc.assert(
      fc.property(cents, cents, steps, (a, b, step) => {
        const options = { scale: 2, within: 20, ...(step === undefined ? {} : { step }) }
        const least = step ?? 0.01
        for (const value of derived('above', [money(a), null, money(b)], { encoding: number, options, rows: 4 })) {
          const distance = Math.round(Number(value) * 100) - Math.max(a, b)
          expect(distance).toBeGreaterThanOrEqual(Math.round(least * 100))
          expect(distance).toBeLessThanOrEqual(2000)
          expect(value).toMatch(/^-?\d+\.\d\d$/)
        }
        for (const value of derived('below', [money(a), money(b)], { encoding: number, options, rows: 4 })) {
          const distance = Math.min(a, b) - Math.round(Number(value) * 100)
          expect(distance).toBeGreaterThanOrEqual(Math.round(least * 100))
          expect(distance).toBeLessThanOrEqual(2000)
        }
      }),
    )
    for (const value of derived('above', [8], { encoding: number, options: { within: 10, max: 10 }, rows: 50 }))
      expect([9, 10]).toContain(value)
    expect(derived('above', [10], { encoding: number, options: { within: 10, max: 10 } })).toEqual([11])
    for (const value of derived('above', [null], { encoding: number, options: { within: 3, min: 5 }, rows: 30 }))
      expect([6, 7, 8]).toContain(value)
  })
})

describe('places', () => {
  test('are counted from where they should', () => {
    const table = compileRows(
      planOf({
        a: {
          rows: 3,
          columns: { id: serial(), place: { kind: 'derive', with: 'position', from: [], options: { start: 10 } } },
        },
      }),
    ).table('a')
    expect([0, 1, 2].map((row) => table.value(row, 'place'))).toEqual([10, 11, 12])
  })
})
