import { describe, expect, it } from 'vitest'
import type { MappingTarget } from '../../src/model/assets/asset-mapping.ts'
import { type Asset, NO_ASSETS } from '../../src/model/assets/assets.ts'
import type { Domain } from '../../src/model/study.ts'
import type { Encoding, Value } from '../../src/model/value.ts'
import { createAssetMapping } from '../../src/values/mapping/asset-mapping.ts'
import { mappingFunctions } from '../../src/values/mapping/functions/index.ts'
import { plainText } from '../../src/values/mapping/markdown/plain-text.ts'
import { assetOf, NOW } from '../support/mapping-of.ts'

const DAY = 86_400_000
const mapping = createAssetMapping('42', NOW, NO_ASSETS)

const JSON_ENCODING: Encoding = { kind: 'json' }

function target(encoding: Encoding = JSON_ENCODING, base = 'jsonb', domain: Partial<Domain> = {}): MappingTarget {
  return { table: 'posts', column: 'c', encoding, base, domain: { notNull: false, ...domain } }
}

function value(expression: string, item: Asset = assetOf(), at = target()): Value {
  const read = mapping.value(expression, item, at)
  if ('problem' in read) throw new Error(`${expression}: ${JSON.stringify(read.problem)}`)
  return read.value
}

function problem(expression: string, item: Asset = assetOf(), at = target()) {
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
  const item = assetOf({
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
    expect(syntax('yaml.name')).toMatchObject({ next: 'Did you mean json.name?' })
    expect(syntax('image.widht')).toMatchObject({ next: 'Did you mean image.width?' })
    expect(syntax('image.alt.x').expected).toContain('image.taken_at')
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
    value('frontmatter.date | random_recent(30_days)', assetOf({ identity }), place) as number

  it('hangs on the item and the column, and on nothing else', () => {
    expect(recent('a')).toBe(recent('a'))
    expect(
      createAssetMapping('42', NOW, NO_ASSETS).value('random_recent(30_days)', assetOf({ identity: 'a' }), at),
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
