import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ShapeName, ShapeOptions, TextOptions } from '../../src/model/shapes.ts'
import type { Value } from '../../src/model/value.ts'
import { spaceOf } from '../../src/plan/keys/space.ts'
import { shapeAtHand, shapeNames } from '../support/shape-at-hand.ts'
import { optionsOf, textOptions } from '../support/shape-options.ts'

/** What a value of each shape that is not a text is. */
const KINDS: Readonly<Partial<Record<ShapeName, (value: Value) => boolean>>> = {
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isSafeInteger(value) || typeof value === 'bigint',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  bytes: (value) => value instanceof Uint8Array,
  date: Number.isInteger,
  timestamp: (value) => typeof value === 'number' && Number.isFinite(value),
  time: Number.isInteger,
  interval: (value) => typeof value === 'number' && Number.isFinite(value),
  'person.birthdate': Number.isInteger,
  'file.size': Number.isInteger,
  'internet.httpStatus': Number.isInteger,
  json: () => true,
  range: (value) => typeof value === 'object' && value !== null && 'lower' in value && 'upper' in value,
  multirange: Array.isArray,
  array: Array.isArray,
  composite: Array.isArray,
}

/** Shapes whose options are `TextOptions`. */
const texts = shapeNames
  .filter((name) =>
    /^(?:person|company|place|product|content|internet|file|software|finance|key|label|text|commerce)\./.test(name),
  )
  .filter(
    (name) =>
      !(name in KINDS) &&
      !['text.code', 'text.pattern', 'commerce.price', 'place.latitude', 'place.longitude'].includes(name),
  )

const rows = [0, 1, 2, 3, 17, 999, 123_456]
const characters = (text: string): number => [...text].length
const options = (name: ShapeName): fc.Arbitrary<ShapeOptions[ShapeName]> => optionsOf[name]

describe.each(shapeNames)('%s', (name) => {
  test('is the same again, in whatever order it is asked', () => {
    fc.assert(
      fc.property(options(name), (wanted) => {
        const there = rows.map((row) => shapeAtHand(name, wanted).value(row))
        const shape = shapeAtHand(name, wanted)
        const back = rows.toReversed().map((row) => shape.value(row))
        expect(back.toReversed()).toStrictEqual(there)
      }),
      { numRuns: 25 },
    )
  })

  test('is a value of its type', () => {
    const isRight = KINDS[name] ?? ((value) => typeof value === 'string')
    fc.assert(
      fc.property(options(name), fc.nat(), (wanted, row) => {
        const value = shapeAtHand(name, wanted).value(row)
        expect(isRight(value)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('says different things in different rows', () => {
    const [wanted] = fc.sample(options(name), { numRuns: 1, seed: 7 })
    const shape = shapeAtHand(
      name,
      name === 'label.status' || name === 'label.kind' ? {} : (wanted as ShapeOptions[ShapeName]),
    )
    const values = Array.from({ length: 60 }, (_, row) =>
      JSON.stringify(shape.value(row), (_key, value) => (typeof value === 'bigint' ? `${value}n` : value)),
    )
    const distinct = new Set(values).size
    expect(distinct).toBeGreaterThan(isNarrow(name, wanted) ? 0 : 1)
  })
})

/** Options under which a shape has one value only. */
function isNarrow(name: ShapeName, wanted: unknown): boolean {
  const { maxLength, maxItems, flavour, min, max, from, to, share } = wanted as Record<string, unknown>
  return (
    share !== undefined ||
    maxLength === 0 ||
    (typeof maxLength === 'number' && maxLength < 6) ||
    maxItems === 0 ||
    flavour === 'empty' ||
    (min !== undefined && min === max) ||
    (from !== undefined && from === to) ||
    name === 'bytes'
  )
}

describe.each(texts)('%s', (name) => {
  // Given labels stay as they are.
  const usual = options(name).map((wanted) => ({ ...wanted, values: undefined }) as ShapeOptions[ShapeName])

  test('keeps its lengths and its case', () => {
    fc.assert(
      fc.property(usual, fc.nat({ max: 100_000 }), (wanted, row) => {
        const limits = wanted as TextOptions
        const text = shapeAtHand(name, wanted).value(row) as string
        expectText(text, limits, name)
        expect(text).toBe(inCase(text, limits))
      }),
      { numRuns: 150 },
    )
  })

  test('carries the path of its row', () => {
    const paths = fc
      .tuple(fc.nat({ max: 99_999 }), fc.nat({ max: 99 }), fc.boolean())
      .map(([one, other, nested]) => (nested ? `${one + 1}-${other + 1}` : `${one + 1}`))
    fc.assert(
      fc.property(limitsWithPath(name), paths, fc.nat({ max: 100_000 }), (wanted, path, row) => {
        const limits = wanted as TextOptions
        const text = shapeAtHand(name, wanted).value(row, path) as string
        expectText(text, limits, name)
        expect(text).toContain(inCase(path, limits))
        expect(text.slice(0, text.lastIndexOf(inCase(path, limits)))).not.toMatch(/\d$/)
      }),
      { numRuns: 150 },
    )
  })

  test('is unique by path, through lower() too', () => {
    fc.assert(
      fc.property(
        limitsWithPath(name),
        fc.nat({ max: 5000 }),
        fc.constantFrom('root', 'child', 'pool'),
        (wanted, first, kind) => {
          const shape = shapeAtHand(name, wanted)
          const seen = new Map<string, string>()
          for (let row = first; row < first + 150; row++) {
            const path =
              kind === 'root'
                ? `${row + 1}`
                : kind === 'child'
                  ? `${(row % 13) + 1}-${Math.floor(row / 13) + 1}`
                  : `${(row * 77_777).toString(36)}-1`
            const text = String(shape.value(row, path)).toLowerCase()
            expect(seen.get(text), `${path} and the path before both give ${text}`).toBeUndefined()
            seen.set(text, path)
          }
        },
      ),
      { numRuns: 20 },
    )
  })
})

/** Options of the shape with at least twelve characters of room. */
function limitsWithPath(name: ShapeName): fc.Arbitrary<ShapeOptions[ShapeName]> {
  return fc.tuple(options(name), textOptions(12)).map(([wanted, limits]) => {
    const {
      minLength: _min,
      maxLength: _max,
      case: _case,
      values: _values,
      ...rest
    } = wanted as TextOptions & { values?: unknown }
    return { ...rest, ...limits } as ShapeOptions[ShapeName]
  })
}

const inCase = (text: string, { case: letterCase }: TextOptions): string =>
  letterCase === 'lower' ? text.toLowerCase() : letterCase === 'upper' ? text.toUpperCase() : text

function expectText(
  text: string,
  { minLength = 1, maxLength = Number.POSITIVE_INFINITY }: TextOptions,
  name: string,
): void {
  expect(characters(text), `${name}: ${JSON.stringify(text)}`).toBeLessThanOrEqual(maxLength)
  // The length of a hash or a code is an option of its own.
  expect(characters(text), `${name}: ${JSON.stringify(text)}`).toBeGreaterThanOrEqual(Math.min(minLength, maxLength))
  expect(text.trim()).toBe(text)
  expect(text).not.toMatch(/\p{Surrogate}/u)
}

describe('indices', () => {
  const indexed = shapeNames.filter(
    (name) =>
      shapeAtHand(name, fc.sample(options(name), 1)[0] as ShapeOptions[ShapeName]).at !== null &&
      name !== 'range' &&
      name !== 'text.pattern',
  )

  test('lead to values for exactly the shapes that can be unique by permutation', () => {
    expect(indexed.toSorted()).toStrictEqual([
      'array',
      'bits',
      'boolean',
      'bytes',
      'composite',
      'date',
      'decimal',
      'inet',
      'integer',
      'macaddr',
      'text.code',
      'text.letters',
      'time',
      'timestamp',
      'uuid',
    ])
  })

  test.each(indexed)('%s: two indices never lead to one value', (name) => {
    fc.assert(
      fc.property(options(name), fc.nat({ max: 1_000_003 }), (wanted, start) => {
        const recipe = { kind: 'draw', shape: name, options: wanted } as Parameters<typeof spaceOf>[0]
        const size = Math.min(spaceOf(recipe), 2 ** 53)
        if (size === 0) return
        const { at } = shapeAtHand(name, wanted)
        const indices = [
          ...new Set(
            Array.from({ length: 200 }, (_, i) => (i < 100 ? i : (start * 1_000_003 + i * 15_485_863) % size)),
          ),
        ].filter((index) => index < size)
        const values = indices.map((index) =>
          JSON.stringify(at?.(index), (_, one) => (typeof one === 'bigint' ? String(one) : one)),
        )
        expect(new Set(values).size).toBe(indices.length)
        if (name === 'text.letters' || name === 'text.code')
          expect(new Set(values.map(characters)).size).toBeLessThanOrEqual(1)
      }),
      { numRuns: 100 },
    )
  })

  test.each(['integer', 'decimal', 'date', 'timestamp', 'time'] as const)(
    '%s: the last index stays within the bounds',
    (name) => {
      fc.assert(
        fc.property(options(name), (wanted) => {
          const {
            min = 0,
            max = 86_400_000,
            from = min,
            to = max,
          } = wanted as { min?: number; max?: number; from?: number; to?: number }
          const size = spaceOf({ kind: 'draw', shape: name, options: wanted } as Parameters<typeof spaceOf>[0])
          if (size < 1 || size > 2 ** 50) return
          const { at } = shapeAtHand<ShapeName>(name, wanted)
          for (const index of [0, size - 1]) {
            expect(Number(at?.(index))).toBeGreaterThanOrEqual(from - 1e-9)
            expect(Number(at?.(index))).toBeLessThanOrEqual(to + 1e-9)
          }
        }),
        { numRuns: 200 },
      )
    },
  )
})
