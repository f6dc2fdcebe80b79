import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parsePlainYaml } from '../../src/sources/files/formats/parse-plain-yaml.ts'
import { parseYaml } from '../../src/sources/files/formats/parse-yaml.ts'
import { plainData } from '../../src/sources/files/formats/plain-data.ts'

const WORDS = [
  ...[
    'true',
    'False',
    'null',
    '~',
    'NULL',
    'yes',
    'no',
    'on',
    '.inf',
    '-.Inf',
    '.nan',
    '0x1f',
    '0o17',
    '017',
    '1_000',
    '12:30',
    '1e3',
    '-0',
    '+5',
    '.5',
    '5.',
    '-',
  ],
  ...[
    '2025-01-31',
    '2025-01-31T10:30:00Z',
    '1.2.3',
    '=1+1',
    '<<',
    '*a',
    '&a',
    '!x',
    '|',
    '>',
    '@a',
    '`b`',
    '%c',
    '?',
    ': x',
    'a: b',
    'a:',
    'a #b',
    'a#b',
    '#b',
    '-x',
  ],
  ...[
    '[a, b]',
    '[ a , 1, true]',
    '[]',
    '[a',
    'a]',
    '{a: 1}',
    '[a b, c/d]',
    "['x', y]",
    '[a:b]',
    '[,]',
    '[a,]',
    '"x"',
    "'x'",
    '"x',
    'x"',
    "it's",
    "'it''s'",
    '"a\\nb"',
    '""',
    "''",
    '"a" b',
  ],
  ...[
    'Hello, world',
    '€ 5',
    'ünï',
    '日本',
    '👍',
    'a\tb',
    'a  b',
    '---',
    '...',
    '- a',
    '12345678901234567890',
    '1.0',
    '00',
    '٣',
  ],
]

const value = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ unit: fc.constantFrom(...'ab1 :-#[]{},\'"\\.&*!|>%@`?~=+\t€\u00a0\u0085') }),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const key = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom(
      'title',
      'a',
      'b-c',
      '_d',
      'date2',
      'null',
      'true',
      '__proto__',
      'constructor',
      'y',
      'n',
    ),
  },
  { weight: 1, arbitrary: value },
)
const gap = fc.constantFrom(': ', ': ', ': ', ':  ', ':', ' : ')
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(key, gap, value).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '# note', '  more', '---', '...', 'title:', 'list:') },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('', '  ', ' '), value).map(([indent, text]) => `${indent}- ${text}`),
  },
)

it('front matter that is read without a parser is what the parser gives', () => {
  let plain = 0
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      const text = lines.join('\n')
      const quick = parsePlainYaml(text)
      if (quick === null) return
      plain++
      const parsed = parseYaml(text)
      expect(parsed).not.toHaveProperty('message')
      expect(plainData(quick)).toEqual(plainData(('value' in parsed ? parsed.value : null) ?? {}))
    }),
    { numRuns: 20_000 },
  )
  expect(plain).toBeGreaterThan(1000)
})

it('usual front matter needs no parser', () => {
  expect(
    parsePlainYaml(
      'title: Airing down, a story\ndate: 2025-03-02\ntags: [sand, van life]\ndraft: false\nweight: 1.5\nlist:\n  - a\n  - "b: c"\nempty:\n\nlast: \'x\'\n',
    ),
  ).toEqual({
    title: 'Airing down, a story',
    date: '2025-03-02',
    tags: ['sand', 'van life'],
    draft: false,
    weight: 1.5,
    list: ['a', 'b: c'],
    empty: null,
    last: 'x',
  })
})
