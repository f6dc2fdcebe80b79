import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { matcherOf } from '../../src/values/shapes/pattern/automaton.ts'
import { matches } from '../../src/values/shapes/pattern/matches.ts'
import type { Pattern } from '../../src/values/shapes/pattern/node.ts'
import { parsePattern } from '../../src/values/shapes/pattern/parse-pattern.ts'
import { patternSpace } from '../../src/values/shapes/pattern/pattern-space.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { shapeAtHand } from '../support/shape-at-hand.ts'

/** Regular expressions as checks of real schemas have them. */
const REAL = [
  '^[a-z0-9]+(?:-[a-z0-9]+)*$',
  '^[a-z0-9-]+$',
  '^[a-z0-9]+(-[a-z0-9]+)*$',
  '^[a-z][a-z0-9_]{2,30}$',
  '^[a-zA-Z0-9_.-]{3,32}$',
  '^#[0-9a-fA-F]{6}$',
  '^#?([a-f0-9]{6}|[a-f0-9]{3})$',
  '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$',
  "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$",
  '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
  '^.+@.+\\..+$',
  '@',
  '^\\+[1-9]\\d{1,14}$',
  '^\\+?[0-9 ()-]{7,20}$',
  '^\\(?([0-9]{3})\\)?[-. ]?([0-9]{3})[-. ]?([0-9]{4})$',
  '^\\d{10}$',
  '^[A-Z]{2}$',
  '^[A-Z]{3}$',
  '^[a-z]{2}(-[A-Z]{2})?$',
  '^[a-z]{2,3}(_[A-Z]{2})?$',
  '^v?[0-9]+\\.[0-9]+\\.[0-9]+$',
  '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-((?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?$',
  '^https?://',
  '^https?://[^\\s/$.?#].[^\\s]*$',
  '^(http|https)://[a-zA-Z0-9./_-]+$',
  '^https://[a-z0-9.-]+(/.*)?$',
  '^/[a-z0-9/_-]*$',
  '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  '^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
  '^[0-9a-f]{64}$',
  '^\\d{5}(-\\d{4})?$',
  '^[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}$',
  '^[A-Z]\\d[A-Z] \\d[A-Z]\\d$',
  '^\\d{4} ?[A-Z]{2}$',
  '^[A-Z]{3}-\\d{4}$',
  '^SKU-[0-9]{6}$',
  '^[A-Z0-9]{8,12}$',
  '^INV-\\d{4}-\\d{5}$',
  '^([01]\\d|2[0-3]):[0-5]\\d$',
  '^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$',
  '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
  '^\\d{4}-\\d{2}$',
  '^Q[1-4]-20\\d{2}$',
  '^((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)$',
  '^([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}$',
  '^[A-Z]{2}\\d{2}[A-Z0-9]{11,30}$',
  '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$',
  '^\\d{13}$',
  '^97[89]-?\\d{10}$',
  '^\\d{3}-\\d{2}-\\d{4}$',
  '^4[0-9]{12}(?:[0-9]{3})?$',
  '^(active|inactive|archived)$',
  '^(low|medium|high)(-priority)?$',
  '^[[:alpha:]]+$',
  '^[[:alpha:]_][[:alnum:]_]*$',
  '^[[:upper:]][[:lower:]]+( [[:upper:]][[:lower:]]+)*$',
  '^[^[:space:]]+$',
  '^[[:print:]]{8,}$',
  '[[:punct:]]',
  '[A-Z]',
  '[0-9]',
  '\\S',
  '^\\S.*\\S$',
  '^.{3,50}$',
  '^\\w+$',
  '^\\W$',
  '^\\D+$',
  "^[A-Za-z][A-Za-z '.-]*$",
  '^[a-z]+(\\.[a-z]+)+$',
  '^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$',
  '^\\$?\\d{1,3}(,\\d{3})*(\\.\\d{2})?$',
  '^-?\\d+(\\.\\d+)?$',
  '^\\d+(px|em|rem|%)$',
  '^@[a-z0-9_]{1,15}$',
  '^#[a-z][a-z0-9_]*$',
  '^(\\*|[0-5]?\\d) (\\*|[01]?\\d|2[0-3]) \\* \\* \\*$',
  '^[A-HJ-NPR-Z0-9]{17}$',
  '^(\\w)\\1-(\\d)\\2$',
  '(?i)^abc[0-9]$',
  '***=a.b*c',
  '***:^x{2,3}$',
  '^\\x41\\u0042\\t?$',
  '^[]a-c-]+$',
  '^[^]a-y]{2}$',
  '\\mword\\M',
  '\\Astart',
  'end\\Z',
  '^$|^[a-z]{4}$',
  '^(|-)[0-9]+$',
  '^a{0}b$',
  '^[\\w.-]+$',
  '^\\{[a-z]+\\}$',
  '^x{,3}$',
]

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase('pg18')
})
afterAll(() => database.drop())

interface Case {
  readonly pattern: string
  readonly text: string
  readonly caseless?: boolean
}

/** What Postgres says to each: does the text match? */
async function judged(cases: readonly Case[]): Promise<boolean[]> {
  const found = await database.raw<{ matched: boolean }>(
    `select case when c then t ~* p else t ~ p end as matched
       from unnest($1::text[], $2::text[], $3::boolean[]) with ordinality as cases(p, t, c, n) order by n`,
    [
      cases.map(({ pattern }) => pattern),
      cases.map(({ text }) => text),
      cases.map(({ caseless }) => caseless === true),
    ],
  )
  return found.map(({ matched }) => matched)
}

async function expectMatches(cases: readonly Case[]): Promise<void> {
  const matched = await judged(cases)
  expect(cases.filter((_, at) => matched[at] !== true)).toStrictEqual([])
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, row) => row)

function drawn(pattern: string, caseless: boolean, path: (row: number) => string | null): Case[] {
  const shape = shapeAtHand('text.pattern', { pattern, caseless })
  return upTo(25).map((row) => ({ pattern, caseless, text: String(shape.value(row, path(row))) }))
}

describe('regular expressions of real schemas', () => {
  test('are all understood', () => {
    expect(REAL.filter((pattern) => parsePattern(pattern) === null)).toStrictEqual([])
    expect(REAL.length).toBeGreaterThan(60)
  })

  test('match what is drawn for them', async () => {
    await expectMatches(REAL.flatMap((pattern) => drawn(pattern, false, () => null)))
  })

  test('match in any case, too', async () => {
    await expectMatches(REAL.flatMap((pattern) => drawn(pattern, true, () => null)))
  })

  test('match what carries a path, and what is counted through; both are unique', async () => {
    const cases: Case[] = []
    for (const pattern of REAL) {
      const size = Math.min(20, patternSpace(parsePattern(pattern) as Pattern))
      const { at } = shapeAtHand('text.pattern', { pattern })
      const counted = upTo(size).map((index) => String(at?.(index)))
      expect(new Set(counted).size, pattern).toBe(size)
      cases.push(...counted.map((text) => ({ pattern, text })))
      const carried = drawn(pattern, false, (row) => `${row + 1}`)
      if (size >= 20) expect(new Set(carried.map(({ text }) => text)).size, pattern).toBe(carried.length)
      cases.push(...carried)
    }
    await expectMatches(cases)
  })

  test('keep within a length', async () => {
    const cases: Case[] = []
    for (const maxLength of [4, 8, 16, 20, 40]) {
      for (const pattern of REAL) {
        const shape = shapeAtHand('text.pattern', { pattern, maxLength })
        const texts = upTo(10).map((row) => String(shape.value(row)))
        cases.push(...texts.map((text) => ({ pattern, text })))
        const shortest = Math.min(...upTo(40).map((row) => String(shape.value(row)).length))
        // Where one is short enough, all are.
        if (shortest <= maxLength)
          expect(Math.max(...texts.map((text) => text.length)), pattern).toBeLessThanOrEqual(maxLength)
      }
    }
    await expectMatches(cases)
  })

  test('hold reserved addresses where they ask for addresses', () => {
    for (const pattern of REAL.filter((source) => source.includes('@') || source.includes('http'))) {
      for (const { text } of drawn(pattern, false, () => null))
        expect(text).toMatch(/^@[a-z0-9_]+$|@example\.com$|^https?:\/\/www\.example\.com|^[a-z ]+[-_]?/)
    }
  })
})

test.each([
  '(?=a)b',
  '(?!a)b',
  '(?<=a)b',
  '[[.hyphen.]]',
  '(',
  'a)',
  '[a',
  'a**',
  '*a',
  'a{3,1}',
  'a{256}',
  '(?x)a b',
  'a^b',
  '\\1',
  '[b-a]',
  '[^\\s\\S]',
])('%s is not understood, and says so', (pattern) => {
  expect(parsePattern(pattern)).toBeNull()
  expect(() => shapeAtHand('text.pattern', { pattern })).toThrow(/regular expression/)
})

/** Random patterns of parts that Postgres accepts. */
const random = fc.letrec<{ pattern: string; piece: string; atom: string }>((tie) => ({
  pattern: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
  piece: fc
    .tuple(tie('atom'), fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{1,3}', '{2,}', '+?'))
    .map(([atom, quantifier]) => atom + quantifier),
  atom: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom(
      'a',
      'b',
      'Z',
      '7',
      '_',
      '-',
      '\\.',
      '\\d',
      '\\w',
      '\\s',
      '\\D',
      '.',
      '[a-f]',
      '[^a-z]',
      '[[:digit:]x]',
      '[A-Z_]',
      '[^\\w]',
      '\\$',
      ' ',
    ),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(${one}|${other})`),
    tie('pattern').map((inner) => `(?:${inner})`),
  ),
}))
const patterns = fc
  .tuple(random.pattern, fc.boolean(), fc.boolean())
  .map(([inner, start, end]) => `${start ? '^' : ''}${inner}${end ? '$' : ''}`)

describe('random regular expressions', () => {
  test('are understood, and match what is drawn for them', async () => {
    const cases = fc.sample(patterns, 50).flatMap((pattern) => {
      expect(parsePattern(pattern), pattern).not.toBeNull()
      return [...drawn(pattern, false, () => null).slice(0, 6), ...drawn(pattern, true, () => null).slice(0, 3)]
    })
    await expectMatches(cases)
  })

  test('are read as Postgres reads them: any text matches here when it matches there', async () => {
    const texts = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', 'f', 'Z', '7', '_', '-', '.', ' ', 'x', '$'), maxLength: 8 }),
    )
    const cases = fc.sample(fc.record({ pattern: patterns, text: texts, caseless: fc.boolean() }), 500)
    const there = await judged(cases)
    const differing = cases.filter(({ pattern, text, caseless }, at) => {
      const parsed = parsePattern(pattern, caseless) as Pattern
      return matches(parsed, text) !== there[at] || matcherOf(parsed)(text) !== there[at]
    })
    expect(differing).toStrictEqual([])
  })
})

describe('the space of a regular expression', () => {
  test.each([
    ['^(red|green|blue)$', 3],
    ['^[a-z]{2}$', 676],
    ['^[A-Z]{3}-\\d{4}$', 26 ** 3 * 10 ** 4],
    ['^(a|bb|ccc)?$', 4],
    ['^[01]{1,3}$', 14],
    ['^#[0-9a-f]{6}$', 16 ** 6],
    ['^x$', 1],
  ])('%s holds %d texts', (pattern, size) => {
    expect(patternSpace(parsePattern(pattern) as Pattern)).toBe(size)
  })

  test('grows with the room', () => {
    const pattern = parsePattern('^[a-z]+$') as Pattern
    expect(patternSpace(pattern, 3)).toBe(26 ** 3)
    expect(patternSpace(pattern, 6)).toBe(26 ** 6)
    expect(patternSpace(pattern)).toBe(2 ** 53)
  })
})
