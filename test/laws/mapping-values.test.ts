import { describe, expect, it } from 'vitest'
import type { MappingTarget } from '../../src/model/assets/asset-mapping.ts'
import type { Domain } from '../../src/model/study.ts'
import type { Encoding, Value } from '../../src/model/value.ts'
import { dateOf } from '../../src/values/mapping/read/date-of.ts'
import { numberOf } from '../../src/values/mapping/read/number-of.ts'
import { assetOf, mappingOf } from '../support/mapping-of.ts'

const { mapping } = mappingOf()

const JSON_ENCODING: Encoding = { kind: 'json' }

function target(encoding: Encoding = JSON_ENCODING, base = 'jsonb', domain: Partial<Domain> = {}): MappingTarget {
  return { table: 'posts', column: 'c', encoding, base, domain: { notNull: false, ...domain } }
}

it.each<[string | number, string | null]>([
  ['2024-01-31', '2024-01-31'],
  ['20240131', '2024-01-31'],
  [20240131, '2024-01-31T00:00:00.000Z'],
  ['2024-1-5', '2024-01-05'],
  ['2024/01/31', '2024-01-31'],
  ['2024-01-31T10:30:00Z', '2024-01-31T10:30:00.000Z'],
  ['2024-01-31T10:30:00.123+02:00', '2024-01-31T08:30:00.123Z'],
  ['2024-01-31 10:30', '2024-01-31T10:30:00.000Z'],
  ['2024-01-31 10:30:05 -0800', '2024-01-31T18:30:05.000Z'],
  ['Mon, 15 Jan 2024 10:30:00 +0200', '2024-01-15T08:30:00.000Z'],
  ['January 15, 2024', '2024-01-15'],
  ['Jan 15th 2024 at 3:30 pm PST', '2024-01-15T23:30:00.000Z'],
  ['15 January 2024', '2024-01-15'],
  ['5-Jan-2024', '2024-01-05'],
  ['31.1.2024', '2024-01-31'],
  ['1/31/2024', '2024-01-31'],
  ['31/1/2024', '2024-01-31'],
  ['2024-01-31T10:30:00+01:00[Europe/Berlin]', '2024-01-31T09:30:00.000Z'],
  ['2024-01-31 10:30 Europe/Berlin', '2024-01-31T09:30:00.000Z'],
  ['2024-07-31 10:30 America/New_York', '2024-07-31T14:30:00.000Z'],
  ['2024-03-31 01:59 Europe/Berlin', '2024-03-31T00:59:00.000Z'],
  ['2024-10-27 02:30 Europe/Berlin', '2024-10-27T01:30:00.000Z'],
  ['2024-03-31 02:30 Europe/Berlin', '2024-03-31T01:30:00.000Z'],
  ['2024-11-03 01:30 America/New_York', '2024-11-03T06:30:00.000Z'],
  ['2024-01-31 10:30 UTC+2', '2024-01-31T08:30:00.000Z'],
  ['Wed Jan 31 2024 10:30:00 GMT+0100 (Central European Standard Time)', '2024-01-31T09:30:00.000Z'],
  ['2024-01-31 10:30 Europe/Nowhere', null],
  ['2024-01-31 10:30 +19:00', null],
  ['31. Januar 2024', '2024-01-31'],
  ['Mi., 31. Jan. 2024, 10:30 Uhr', '2024-01-31T10:30:00.000Z'],
  ['1er février 2024', '2024-02-01'],
  ['31 de enero de 2024', '2024-01-31'],
  ['31 agosto 2024', '2024-08-31'],
  ['5 maart 2024', '2024-03-05'],
  ['1. März 2024', '2024-03-01'],
  ['10 juillet 2024', '2024-07-10'],
  ['10 juin 2024', '2024-06-10'],
  ['2024年1月31日', '2024-01-31'],
  ['2024-060', '2024-02-29'],
  ['2024-W05-3', '2024-01-31'],
  ['2024-W53-1', null],
  ['31 Foo 2024', null],
  ['1706697000', '2024-01-31T10:30:00.000Z'],
  ['1706697000000', '2024-01-31T10:30:00.000Z'],
  ['1/2/2024', null],
  ['31.1.24', null],
  ['January 2024', null],
  ['2023-02-29', null],
  ['2024-13-01', null],
  ['2024-01-31 25:00', null],
  ['2024-01-31 10:30 XYZ', null],
  ['soon', null],
  ['2024', null],
  [2024, null],
  [1_706_697_000_000, '2024-01-31T10:30:00.000Z'],
  [1_706_697_000, '2024-01-31T10:30:00.000Z'],
])('the date %s', (written, expected) => {
  const read = dateOf(written)
  expect(
    read === null ? null : typeof written === 'number' && read.day ? new Date(read.ms).toISOString() : String(read),
  ).toBe(expected)
})

it.each<[string, string | null]>([
  ['1299', '1299'],
  ['1,299.00', '1299.00'],
  ['1.299,00', '1299.00'],
  ['1 299', '1299'],
  ["1'299'000", '1299000'],
  ['1,299', '1299'],
  ['1.299', '1.299'],
  ['1.299.000', '1299000'],
  ['3,5', '3.5'],
  ['-$49.99', '-49.99'],
  ['12 €', '12'],
  ['1e5', '1e5'],
  ['12345678901234567890', '12345678901234567890'],
  ['(49.99)', '-49.99'],
  ['€ 12,50', '12.50'],
  ['EUR 1.299,00', '1299.00'],
  ['12.50 USD', '12.50'],
  ['1.299,-', '1.299'],
  ['CHF 1\u2019299.\u2013', '1299'],
  ['\u221212', '-12'],
  ['1_000_000', '1000000'],
  ['1,29,900.50', '129900.50'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['1,2,3', null],
  ['1.2,3.4', null],
  ['1,299,00', null],
  ['50%', null],
  ['USD', null],
  ['--5', null],
  ['5 kg', null],
  ['', null],
])('the number %s', (written, expected) => {
  expect(numberOf(written)).toBe(expected)
})

describe('columns', () => {
  const labels = ['van-life', 'backpacking', 'car_camping']
  const text: Encoding = { kind: 'text' }
  const number: Encoding = { kind: 'number' }
  const of = (said: Value, encoding: Encoding, base: string, domain: Partial<Domain> = {}) =>
    mappingOf().mapping.value('json', assetOf({ json: said }), target(encoding, base, domain))

  it.each<[string, Value, Encoding, string, Partial<Domain>, Value]>([
    ['a text from a number', 5, text, 'text', {}, '5'],
    ['a label spelled otherwise', 'Van Life', text, 'category', { values: labels }, 'van-life'],
    ['a number with separators', '1,299.50', number, 'numeric', {}, 1299.5],
    ['a number longer than a double', '12345678901234567890.5', number, 'numeric', {}, '12345678901234567890.5'],
    ['a boolean', 'on', { kind: 'boolean' }, 'bool', {}, true],
    ['a date', 'Jan 2, 1970', { kind: 'date' }, 'date', {}, 1],
    ['an instant', '1970-01-01T00:00:01Z', { kind: 'timestamp', zone: true }, 'timestamptz', {}, 1000],
    ['a list from commas', 'a, b', { kind: 'array', element: text, delimiter: ',' }, 'text', {}, ['a', 'b']],
    ['a list from semicolons', 'a, b; c', { kind: 'array', element: text, delimiter: ',' }, 'text', {}, ['a, b', 'c']],
    ['a list over lines', 'a,\nb,\n c', { kind: 'array', element: text, delimiter: ',' }, 'text', {}, ['a', 'b', 'c']],
    ['a list as JSON', '["a", "b,c"]', { kind: 'array', element: text, delimiter: ',' }, 'text', {}, ['a', 'b,c']],
    [
      'a list as Postgres has it',
      '{a,"b,c",NULL}',
      { kind: 'array', element: text, delimiter: ',' },
      'text',
      {},
      ['a', 'b,c', null],
    ],
    ['JSON in a text', '{"a": [1]}', JSON_ENCODING, 'jsonb', {}, { a: [1] }],
    ['a text that is no JSON', '{a}', JSON_ENCODING, 'jsonb', {}, '{a}'],
    [
      'a range of two',
      '5 – 10',
      { kind: 'range', element: number },
      'int4range',
      {},
      { lower: 5, upper: 10, bounds: '[)' },
    ],
    [
      'a range of dates',
      '[2024-01-01, Jan 5 2024]',
      { kind: 'range', element: { kind: 'date' } },
      'daterange',
      {},
      { lower: 19723, upper: 19727, bounds: '[]' },
    ],
    [
      'an open range',
      { from: 5 },
      { kind: 'range', element: number },
      'int4range',
      {},
      { lower: 5, upper: null, bounds: '[)' },
    ],
    [
      'ranges',
      ['1..2', [4, 6]],
      { kind: 'multirange', element: number },
      'int4multirange',
      {},
      [
        { lower: 1, upper: 2, bounds: '[)' },
        { lower: 4, upper: 6, bounds: '[)' },
      ],
    ],
    ['a duration', 'P1DT2H', { kind: 'interval' }, 'interval', {}, 'P1DT2H'],
    ['a label with a slip', 'backpaking', text, 'category', { values: labels }, 'backpacking'],
    ['a label with an accent', 'Ván lífe', text, 'category', { values: labels }, 'van-life'],
    ['a list of one', 'a', { kind: 'array', element: text, delimiter: ',' }, 'text', {}, ['a']],
    [
      'a list of labels',
      ['Backpacking'],
      { kind: 'array', element: text, delimiter: ',' },
      'category',
      { items: { notNull: false, values: labels } },
      ['backpacking'],
    ],
    ['json as it is', { a: [1, { b: null }] }, JSON_ENCODING, 'jsonb', {}, { a: [1, { b: null }] }],
    ['an empty text in a column of numbers', '', number, 'int4', {}, null],
    ['an empty text in a column of texts', '', text, 'text', {}, null],
  ])('%s', (_, said, encoding, base, domain, expected) => {
    expect(of(said, encoding, base, domain)).toMatchObject({ value: expected })
  })

  it.each<[string, Value, Encoding, string, Partial<Domain>, string, string]>([
    ['a list in a text', ['a'], text, 'text', {}, 'a text', 'a list of 1'],
    [
      'no such label',
      'kayak',
      text,
      'category',
      { values: labels },
      'one of van-life, backpacking, car_camping',
      'kayak',
    ],
    [
      'the opposite of a label',
      'inactive',
      text,
      'state',
      { values: ['active', 'banned'] },
      'one of active, banned',
      'inactive',
    ],
    [
      'a word between two labels',
      'partlx',
      text,
      'state',
      { values: ['partly', 'partl1'] },
      'one of partly, partl1',
      'partlx',
    ],
    [
      'a range that ends before it begins',
      '[5,1)',
      { kind: 'range', element: number },
      'int4range',
      {},
      'a lower end that is not above the upper one',
      '[5,1)',
    ],
    [
      'no range',
      'five',
      { kind: 'range', element: number },
      'int4range',
      {},
      'a range such as [1,5), 1..5 or { lower: 1, upper: 5 }',
      'five',
    ],
    [
      'no duration',
      '5 fortnights',
      { kind: 'interval' },
      'interval',
      {},
      'a duration such as 30_days, 2 days 03:00 or P1DT2H',
      '5 fortnights',
    ],
    [
      'digits beyond a bigint',
      '9223372036854775808',
      number,
      'int8',
      {},
      '-9223372036854775808 to 9223372036854775807',
      '9223372036854775808',
    ],
    ['no address', '10.0.0.256', text, 'inet', {}, 'an address such as 10.0.0.1 or 2001:db8::1', '10.0.0.256'],
    [
      'a network with a host',
      '10.0.0.1/8',
      text,
      'cidr',
      {},
      'a network such as 10.0.0.0/8, whose other bits are zero',
      '10.0.0.1/8',
    ],
    ['not a number', 'cheap', number, 'numeric', {}, 'a number such as 1299, 1,299.00 or 1.299,00', 'cheap'],
    ['a fraction', 1.5, number, 'int4', {}, 'a whole number', '1.5'],
    ['too large for the type', 40_000, number, 'int2', { min: -32_768, max: 32_767 }, '-32768 to 32767', '40000'],
    ['below a check', 0, number, 'int4', { min: 1 }, 'at least 1', '0'],
    ['off a step', 7, number, 'int4', { step: 5 }, 'a multiple of 5', '7'],
    ['not a boolean', 'maybe', { kind: 'boolean' }, 'bool', {}, 'true, false, yes, no, on, off, 1 or 0', 'maybe'],
    ['too long', 'abcdef', text, 'varchar', { maxLength: 5 }, 'at most 5 characters', '6 characters'],
    ['too short', 'ab', text, 'text', { minLength: 3 }, 'at least 3 characters', '2 characters'],
    ['capitals', 'Ab', text, 'text', { case: 'lower' }, 'small letters', 'Ab'],
    ['blanks at an end', 'ab ', text, 'text', { trimmed: true }, 'no blanks at either end', 'blanks at an end'],
    [
      'a pattern',
      'a b',
      text,
      'text',
      { patterns: [{ pattern: '^[a-z]+$', caseless: false, negated: false }] },
      'a text that matches ^[a-z]+$',
      'a b',
    ],
    ['excluded', 'admin', text, 'text', { excluded: ['admin'] }, 'not admin', 'admin'],
    ['no UUID', 'abc', text, 'uuid', {}, 'a UUID', 'abc'],
    [
      'too few items',
      [],
      { kind: 'array', element: text, delimiter: ',' },
      'text',
      { minItems: 1 },
      'at least 1 items',
      '0 items',
    ],
    [
      'an item too long',
      ['abc'],
      { kind: 'array', element: text, delimiter: ',' },
      'text',
      { items: { notNull: false, maxLength: 2 } },
      'at most 2 characters',
      '3 characters',
    ],
    [
      'a future date',
      '2030-01-01',
      { kind: 'date' },
      'date',
      { maxNow: 0 },
      'not after 2025-06-01 12:00:00',
      '2030-01-01 00:00:00',
    ],
    [
      'no list in json',
      { a: 1 },
      JSON_ENCODING,
      'jsonb',
      { json: { type: 'array' } },
      'JSON of the type array',
      'an object',
    ],
    [
      'an ambiguous date',
      '1/2/2024',
      { kind: 'date' },
      'date',
      {},
      'a date such as 2024-01-31, 2024-01-31T10:30:00+01:00, January 31, 2024 or 31.1.2024',
      '1/2/2024',
    ],
  ])('%s is refused', (_, said, encoding, base, domain, expected, found) => {
    expect(of(said, encoding, base, domain)).toMatchObject({ problem: { expected, found } })
  })

  it('tells nothing from NULL', () => {
    const read = (expression: string, domain: Partial<Domain> = {}) =>
      mappingOf().mapping.value(expression, assetOf(), target(text, 'text', domain))
    expect(read('frontmatter.x')).toMatchObject({ value: null, nothing: true })
    expect(read('frontmatter.x | null')).toMatchObject({ value: null, nothing: false })
    expect(read('frontmatter.x | null', { notNull: true })).toHaveProperty('problem')
    expect(read('frontmatter.x', { notNull: true })).toMatchObject({ nothing: true })
  })

  it('passes what only the database can judge', () => {
    const patterns = [{ pattern: '(a)\\1', caseless: false, negated: false }]
    expect(of('b', text, 'text', { patterns })).toMatchObject({ value: 'b' })
    expect(of('10.0.0.1', text, 'inet')).toMatchObject({ value: '10.0.0.1' })
  })
})

it('bounds hostile texts', () => {
  const texts = [
    'x'.repeat(1e5),
    '1'.repeat(1e5),
    '1,'.repeat(3e4),
    '('.repeat(1e5),
    '2024-01-31 '.repeat(1e4),
    `2024-01-31 10:30 ${'a'.repeat(1e5)}`,
    '{'.repeat(1e5),
    '['.repeat(1e5),
    `{${'"'.repeat(1e5)}}`,
    '1 day '.repeat(1e4),
    ':'.repeat(1e5),
    `1..${'.'.repeat(1e5)}`,
    ' '.repeat(1e5),
    `a${' '.repeat(1e5)}b`,
    '\u0301'.repeat(1e5),
  ]
  const encodings: readonly [Encoding, string][] = [
    [{ kind: 'number' }, 'numeric'],
    [{ kind: 'date' }, 'date'],
    [{ kind: 'boolean' }, 'bool'],
    [{ kind: 'interval' }, 'interval'],
    [{ kind: 'time' }, 'time'],
    [{ kind: 'text' }, 'inet'],
    [{ kind: 'range', element: { kind: 'number' } }, 'int4range'],
    [{ kind: 'array', element: { kind: 'number' }, delimiter: ',' }, 'int4'],
    [JSON_ENCODING, 'jsonb'],
  ]
  // A quadratic way to read one of them would take minutes here.
  for (const text of texts)
    for (const [encoding, base] of encodings) mapping.value('json', assetOf({ json: text }), target(encoding, base))
  for (const text of texts)
    mapping.value('json', assetOf({ json: text }), target({ kind: 'text' }, 'text', { values: ['small', 'large'] }))
})

it('a bigint may be the last one that there is', () => {
  const bounds = { min: -9223372036854775000, max: 9223372036854775000 }
  for (const text of ['9223372036854775807', '-9223372036854775808']) {
    const read = mapping.value('json.n', assetOf({ json: { n: text } }), target({ kind: 'number' }, 'int8', bounds))
    expect(read).toMatchObject({ text })
  }
})
