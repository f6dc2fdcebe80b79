import { describe, expect, it } from 'vitest'
import type { MappingTarget } from '../../src/model/asset-mapping.ts'
import { type Asset, NO_ASSETS } from '../../src/model/assets.ts'
import type { Domain } from '../../src/model/study.ts'
import type { Encoding, Value } from '../../src/model/value.ts'
import { createAssetMapping } from '../../src/values/mapping/asset-mapping.ts'
import { mappingFunctions } from '../../src/values/mapping/functions/index.ts'
import { plainText } from '../../src/values/mapping/markdown/plain-text.ts'
import { dateOf } from '../../src/values/mapping/read/date-of.ts'
import { numberOf } from '../../src/values/mapping/read/number-of.ts'

const NOW = Date.UTC(2025, 5, 1, 12)
const DAY = 86_400_000
const mapping = createAssetMapping('42', NOW, NO_ASSETS)

function asset(part: Partial<Asset> = {}): Asset {
  const file = { name: 'a-b.md', stem: 'a-b', extension: 'md', path: 'x/a-b.md', size: 12, type: 'text/markdown' }
  return {
    identity: 'x/a-b.md',
    digest: '',
    place: 'c/x/a-b.md',
    file,
    frontmatter: {},
    body: '',
    json: null,
    csv: null,
    image: null,
    ...part,
  }
}

const JSON_ENCODING: Encoding = { kind: 'json' }

function target(encoding: Encoding = JSON_ENCODING, base = 'jsonb', domain: Partial<Domain> = {}): MappingTarget {
  return { table: 'posts', column: 'c', encoding, base, domain: { notNull: false, ...domain } }
}

function value(expression: string, item: Asset = asset(), at = target()): Value {
  const read = mapping.value(expression, item, at)
  if ('problem' in read) throw new Error(`${expression}: ${JSON.stringify(read.problem)}`)
  return read.value
}

function problem(expression: string, item: Asset = asset(), at = target()) {
  const read = mapping.value(expression, item, at)
  if (!('problem' in read)) throw new Error(`${expression} gives ${JSON.stringify(read.value)}`)
  return read.problem
}

function syntax(expression: string) {
  const read = mapping.read(expression)
  if (!('problem' in read)) throw new Error(`${expression} can be read`)
  return read.problem
}

describe('expressions', () => {
  const item = asset({
    frontmatter: {
      title: 'Hello, *World* – né',
      tags: ['a', 'b'],
      empty: '',
      none: null,
      'publish-date': '2024-01-05',
      'odd key': 1,
      seo: { title: 'Deep', list: [{ x: 1 }] },
    },
    body: '# Head\n\nOne **two** [three](http://x.y).',
  })

  it.each<[string, Value]>([
    ['frontmatter.title', 'Hello, *World* – né'],
    ['frontmatter.seo.title', 'Deep'],
    ['frontmatter.seo.list[0].x', 1],
    ['frontmatter.tags[1]', 'b'],
    ['frontmatter.tags[2]', null],
    ['frontmatter.publish-date', '2024-01-05'],
    ["frontmatter['odd key']", 1],
    ['frontmatter."odd key"', 1],
    ['frontmatter.nothing.at.all', null],
    ['frontmatter.empty', null],
    ["frontmatter.empty | 'x'", 'x'],
    ["frontmatter.none | frontmatter.empty | 'y'", 'y'],
    ["frontmatter.nothing | ''", ''],
    ['frontmatter.tags | []', ['a', 'b']],
    ['frontmatter.nothing | []', []],
    ["[] | ['x']", ['x']],
    ["['a', 1, true, null, frontmatter.tags[0]]", ['a', 1, true, null, 'a']],
    ['-1.5', -1.5],
    ['true', true],
    ["'it''".replace("''", "\\'s'"), "it's"],
    ['"a\\nb"', 'a\nb'],
    ['(frontmatter.nothing | 1)', 1],
    ['slugify(frontmatter.title)', 'hello-world-ne'],
    ['slugify(frontmatter.title, 8)', 'hello'],
    ["slugify('日本') | file.stem", 'a-b'],
    ['slugify(frontmatter.nothing)', null],
    ['upper(lower(file.name))', 'A-B.MD'],
    ['title_case(file.stem)', 'A B'],
    ["title_case('lord of the pans')", 'Lord of the Pans'],
    ["concat('setups/', file.name)", 'setups/a-b.md'],
    ["concat('setups/', frontmatter.nothing)", null],
    ["split('a, b,,c')", ['a', 'b', 'c']],
    ["split('a/b', '/')", ['a', 'b']],
    ['join(frontmatter.tags)', 'a, b'],
    ["join(frontmatter.tags, '-')", 'a-b'],
    ['first(frontmatter.tags)', 'a'],
    ['coalesce(frontmatter.nothing, 2)', 2],
    ["trim('  a ')", 'a'],
    ["truncate('one two three four', 10)", 'one two…'],
    ["number('1.299,50 €')", 1299.5],
    ["boolean('Yes')", true],
    ['json(\'{"a": [1]}\')', { a: [1] }],
    ["date('Jan 5, 2024')", '2024-01-05'],
    ["date('2024-01-05 10:30 CET')", '2024-01-05T09:30:00.000Z'],
    ['now()', '2025-06-01T12:00:00.000Z'],
    ['markdown_to_text(body)', 'Head\n\nOne two three.'],
    ['excerpt(body)', 'One two three.'],
    ['calculate_read_time(body)', 1],
    ['file.size', 12],
  ])('%s', (expression, expected) => {
    expect(value(expression, item)).toEqual(expected)
  })

  it('reaches own properties only', () => {
    for (const path of ['constructor', '__proto__', 'toString', 'tags.length', 'title.length'])
      expect(value(`frontmatter.${path}`, item)).toBeNull()
  })

  it('says where and what is wrong, and what was meant', () => {
    expect(syntax('slugfy(body)')).toMatchObject({ column: 1, found: 'slugfy', next: 'Did you mean slugify?' })
    expect(syntax('upper( slugfy(body))')).toMatchObject({ column: 8 })
    expect(syntax('random_recent(30_dyas)')).toMatchObject({ column: 15, next: 'Did you mean days?' })
    expect(syntax('file.nme')).toMatchObject({ next: 'Did you mean file.name?' })
    expect(syntax('frontmater.title')).toMatchObject({ next: 'Did you mean frontmatter.title?' })
    expect(syntax('title').next).toContain('frontmatter.title')
    expect(syntax('body.x').message).toContain('the body is a text')
    expect(syntax('trim(1, 2)')).toMatchObject({ expected: 'trim(text)', found: '2 arguments' })
    expect(syntax('frontmatter.title |')).toMatchObject({ message: 'The expression ends too early.', column: 20 })
    expect(syntax('frontmatter.title title')).toMatchObject({ expected: '| or the end', column: 19 })
    expect(syntax("'abc")).toMatchObject({ message: 'A text has no end.', column: 1 })
    expect(syntax("'a\\q'").message).toContain('escape')
    expect(syntax('a @ b').message).toContain('place 3')
    expect(syntax('').message).toContain('too early')
    expect(syntax('frontmatter.tags[-1]').column).toBe(18)
  })

  it('bounds hostile expressions', () => {
    expect(syntax('('.repeat(4000)).message).toContain('nested')
    expect(syntax('a'.repeat(5000)).message).toContain('long')
    expect(syntax('['.repeat(2000)).message).toContain('nested')
  })

  it('never evaluates code', () => {
    for (const code of ['process.exit(1)', 'body.constructor("x")()', 'globalThis', '`x`', 'require("fs")', '1+1'])
      expect(mapping.read(code), code).toHaveProperty('problem')
  })

  it('tells functions what kind of argument they were given', () => {
    expect(problem('excerpt(frontmatter.tags)', item)).toMatchObject({
      expected: 'a text',
      found: 'a list of 2',
      column: 1,
    })
    expect(problem("truncate('a', 'b')")).toMatchObject({ expected: 'a whole number from 1', found: 'b' })
    expect(problem("random_recent('x')").expected).toContain('30_days')
    expect(problem("number('abc')")).toMatchObject({ found: 'abc' })
    expect(problem("json('{')").message).toBe('json: this is not JSON.')
  })
})

describe('chance', () => {
  const at = target({ kind: 'timestamp', zone: true }, 'timestamptz')
  const recent = (identity: string, place = at): number =>
    value('frontmatter.date | random_recent(30_days)', asset({ identity }), place) as number

  it('hangs on the item and the column, and on nothing else', () => {
    expect(recent('a')).toBe(recent('a'))
    expect(
      createAssetMapping('42', NOW, NO_ASSETS).value('random_recent(30_days)', asset({ identity: 'a' }), at),
    ).toMatchObject({
      value: recent('a'),
    })
    expect(recent('a')).not.toBe(recent('b'))
    expect(recent('a')).not.toBe(recent('a', { ...at, column: 'other' }))
  })

  it('stays within its span and fills it', () => {
    const times = Array.from({ length: 300 }, (_, i) => recent(`item ${i}`))
    expect(Math.max(...times)).toBeLessThanOrEqual(NOW)
    expect(Math.min(...times)).toBeGreaterThan(NOW - 30 * DAY)
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(28 * DAY)
  })

  it('draws anew for each call of an expression', () => {
    const both = value('[random_recent(), random_recent()]') as Value[]
    expect(both[0]).not.toEqual(both[1])
  })
})

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
  ['1/2/2024', null],
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
  ['1,2,3', null],
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
    createAssetMapping('42', NOW, NO_ASSETS).value('json', asset({ json: said }), target(encoding, base, domain))

  it.each<[string, Value, Encoding, string, Partial<Domain>, Value]>([
    ['a text from a number', 5, text, 'text', {}, '5'],
    ['a label spelled otherwise', 'Van Life', text, 'category', { values: labels }, 'van-life'],
    ['a number with separators', '1,299.50', number, 'numeric', {}, 1299.5],
    ['a number longer than a double', '12345678901234567890.5', number, 'numeric', {}, '12345678901234567890.5'],
    ['a boolean', 'on', { kind: 'boolean' }, 'bool', {}, true],
    ['a date', 'Jan 2, 1970', { kind: 'date' }, 'date', {}, 1],
    ['an instant', '1970-01-01T00:00:01Z', { kind: 'timestamp', zone: true }, 'timestamptz', {}, 1000],
    ['a list from commas', 'a, b', { kind: 'array', element: text, delimiter: ',' }, 'text', {}, ['a', 'b']],
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
      createAssetMapping('42', NOW, NO_ASSETS).value(expression, asset(), target(text, 'text', domain))
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

describe('markdown', () => {
  it.each<[string, string]>([
    ['Title\n=====\n\nText', 'Title\n\nText'],
    ['## A *b* `c`\ntext', 'A b c\n\ntext'],
    ['- one\n- [x] two\n  more\n1. three', 'one\ntwo\nmore\nthree'],
    ['> quoted\n> on', 'quoted on'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'a, b\n1, 2'],
    ['```js\nlet a = *1*\n```', 'let a = *1*'],
    ['~~~\n```\n~~~\nafter', '```\n\nafter'],
    ['![alt text](a.png) and [link](b "t") and <https://x.y>', 'alt text and link and https://x.y'],
    ['a <b>bold</b> &amp; \\*plain\\*<!-- gone\nalso --> end', 'a bold & *plain* end'],
    ['one\ntwo\n\n---\n\n[ref]: http://x\n\nthree[^1]', 'one two\n\nthree'],
    ['snake_case_name and __strong__', 'snake_case_name and strong'],
  ])('%j', (markdown, expected) => {
    expect(plainText(markdown)).toBe(expected)
  })

  it('costs no more than its length, whatever is in it', () => {
    const hostile = ['[', '![', '*a', '_', '`', '<a ', '<!--', '| ', '> ', '- ', '\\', '&amp', '[^', '](', '#']
    // A quadratic pattern would take minutes here.
    for (const piece of hostile) expect(plainText(piece.repeat(200_000 / piece.length))).toBeTypeOf('string')
  })
})

it('every function has words for the documentation', () => {
  for (const [name, { gives, parameters }] of mappingFunctions) {
    expect(gives, name).toMatch(/^[^A-Z]/)
    expect(gives).not.toMatch(/[.|]$/)
    expect(parameters.every((parameter) => /^(\.\.\.)?[a-z_]+\??$/.test(parameter))).toBe(true)
  }
})
