import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Asset, Assets } from '../../src/model/assets/assets.ts'
import type { AssetPoolWish, RulesWish } from '../../src/model/config.ts'
import { readAssetPools } from '../../src/sources/files/read-asset-pools.ts'
import { JsonSchema } from '../../src/sources/files/rules/json-schema.ts'
import { SchemaError } from '../../src/sources/files/rules/schema-error.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder } from '../support/story.ts'

const ANY: RulesWish = { required: [], optional: null, types: {}, schema: null }

async function read(
  files: Readonly<Record<string, string>>,
  { rules = {}, ...said }: Partial<Omit<AssetPoolWish, 'rules'>> & { rules?: Partial<RulesWish> } = {},
  root = projectFolder(),
): Promise<Assets> {
  putFiles(root, files)
  const pool: AssetPoolWish = { path: ['c/*'], table: null, fields: null, rules: { ...ANY, ...rules }, ...said }
  return readAssetPools({ seed: 's', now: 0, root, assetPools: { pool } })
}

const itemsOf = ({ pools }: Assets): readonly Asset[] => pools.pool?.items ?? []
const identities = (assets: Assets) => itemsOf(assets).map(({ identity }) => identity)
const told = ({ findings }: Assets) => findings.map(({ place, message }) => `${place.file}: ${message}`)

describe('fields that must be there, and what they must be', () => {
  const rules = { required: ['title', 'date'], types: { title: 'string', date: 'date', tags: 'string[]' } }

  it('an item that is otherwise is told with line and column, and the rest goes on', async () => {
    const assets = await read(
      {
        'c/good.md': '---\ntitle: Good\ndate: 2025-01-31\ntags: [a, b]\n---\n',
        'c/bare.md': '---\ntitle: Bare\ndate: January 31, 2025\n---\n',
        'c/none.md': '---\ntitel: Slip\n---\n',
        'c/empty.md': 'no front matter',
        'c/year.md': '---\ntitle: 1984\ndate: soon\ntags: a, b\n---\n',
        'c/toml.md': '+++\ntitle = "T"\ndate = "never"\n+++\n',
        'c/json.md': '{\n  "title": "J",\n  "date": 5\n}\n',
      },
      { rules },
    )
    expect(identities(assets)).toEqual(['bare.md', 'good.md'])
    expect(told(assets)).toEqual([
      'c/empty.md:1: The field title is missing.',
      'c/empty.md:1: The field date is missing.',
      'c/json.md:3:3: The field date must be a date (date), and is the number 5.',
      'c/none.md:2: The field title is missing.',
      'c/none.md:2: The field date is missing.',
      'c/toml.md:3:1: The field date must be a date (date), and is the text "never".',
      'c/year.md:2:1: The field title must be a text (string), and is the number 1984.',
      'c/year.md:3:1: The field date must be a date (date), and is the text "soon".',
      'c/year.md:4:1: The field tags must be a list of values, each a text (string[]), and is the text "a, b".',
    ])
    expect(assets.findings.map(({ next }) => next)).toEqual([
      'Add title.',
      'Add date.',
      'Write it as 2025-01-31, or 2025-01-31T10:30:00+01:00.',
      'Call it title, if titel is meant to be it.',
      'Add date.',
      'Write it as 2025-01-31, or 2025-01-31T10:30:00+01:00.',
      'Put it into quotes.',
      'Write it as 2025-01-31, or 2025-01-31T10:30:00+01:00.',
      'Write it as a list: [a, b].',
    ])
    expect(assets.findings).toMatchObject(Array(9).fill({ code: 'asset-invalid', level: 'warning' }))
  })

  it.each<[string, unknown, boolean]>([
    ['number', 1.5, true],
    ['number', '1.5', false],
    ['integer', 1.5, false],
    ['boolean', true, true],
    ['boolean', 'yes', false],
    ['email', 'ada@example.com', true],
    ['email', 'ada@localhost', false],
    ['url', 'https://example.com/a', true],
    ['url', '/a', false],
    ['uuid', '123e4567-e89b-12d3-a456-426614174000', true],
    ['object', { a: 1 }, true],
    ['object', [1], false],
    ['array', [1], true],
    ['any', 5, true],
    ['number | string', 'a', true],
    ['number[]', [1, 'a'], false],
    ['date[]', ['2025-01-31', '31.1.2025'], true],
  ])('%s: %j', async (type, value, fits) => {
    const assets = await read(
      { 'c/a.json': JSON.stringify({ deep: { x: value } }) },
      { rules: { types: { 'deep.x': type } } },
    )
    expect(itemsOf(assets)).toHaveLength(fits ? 1 : 0)
    expect(assets.findings).toHaveLength(fits ? 0 : 1)
  })

  it('values that it may have, fields that nobody named', async () => {
    const assets = await read(
      {
        'c/a.json':
          '[\n {"id": 1, "status": "draft"},\n {"id": 2, "status": "Draft", "x": 1},\n {"id": 3, "statsu": "draft"}]',
      },
      { rules: { required: ['id'], optional: ['status'], types: { status: ['draft', 'live'] } } },
    )
    expect(identities(assets)).toEqual(['a.json#1', 'a.json#3'])
    expect(told(assets)).toEqual([
      'c/a.json:3:12: The field status must be one of "draft", "live", and is the text "Draft".',
      'c/a.json:3:31: Nothing is said of the field x.',
      'c/a.json:4:12: Nothing is said of the field statsu.',
    ])
    expect(assets.findings.map(({ code, next }) => [code, next])).toEqual([
      ['asset-invalid', 'Did you mean draft?'],
      ['field-unknown', 'Name it under optionalFrontmatter, or take it away.'],
      ['field-unknown', 'Did you mean status?'],
    ])
  })

  it('records of CSV are what their texts can be read as', async () => {
    const types = { price: 'number', stock: 'integer', on: 'boolean', tags: 'string[]' }
    const assets = await read(
      { 'c/a.csv': 'sku,price,stock,on,tags\na,"1,299.00",5,yes,"x, y"\nb,cheap,5.5,maybe,\n' },
      { rules: { required: ['sku'], types } },
    )
    expect(itemsOf(assets)).toHaveLength(1)
    expect(told(assets)).toEqual([
      'c/a.csv:3: The field price must be a number (number), and is the text "cheap".',
      'c/a.csv:3: The field stock must be a whole number (integer), and is the text "5.5".',
      'c/a.csv:3: The field on must be true or false (boolean), and is the text "maybe".',
    ])
  })
})

describe('a JSON Schema', () => {
  const schema = {
    type: 'object',
    required: ['name', 'price'],
    properties: {
      name: { type: 'string', minLength: 2 },
      price: { type: 'number', exclusiveMinimum: 0 },
      tags: { type: 'array', items: { $ref: '#/$defs/tag' }, uniqueItems: true },
    },
    additionalProperties: false,
    $defs: { tag: { type: 'string', pattern: '^[a-z-]+$' } },
  }

  it('judges JSON, YAML, front matter and CSV, with line and column', async () => {
    const assets = await read(
      {
        'c/a.json': '{ "name": "Tent", "price": 5 }',
        'c/b.json': '[\n  { "name": "T", "price": 0 },\n  { "name": "Mug", "price": 9,\n    "tags": ["ok", "No"] } ]',
        'c/c.yaml': 'name: Pan\nprice: free\n',
        'c/d.md': '---\nname: Pot\nprice: 3\ncolor: red\n---\n',
        'c/e.csv': 'name,price\nCup,3.5\nJug,none\n',
        'c/f.jsonl': '{"name": "Ax", "price": 1}\n{"price": 1}\n',
      },
      { rules: { schema } },
    )
    expect(identities(assets)).toEqual(['a.json', 'e.csv#1', 'f.jsonl#1'])
    expect(told(assets)).toEqual([
      'c/b.json:2:5: The field name must be at least 2 characters, and is the text "T".',
      'c/b.json:2:18: The field price must be more than 0, and is the number 0.',
      'c/b.json:4:20: The field tags[1] must be a text like ^[a-z-]+$, and is the text "No".',
      'c/c.yaml:2:1: The field price must be a number, and is the text "free".',
      'c/d.md:4:1: The field color must be one of name, price, tags, and is a field color.',
      'c/e.csv:3: The field price must be a number, and is the text "none".',
      'c/f.jsonl:2: The field name is missing.',
    ])
  })

  it('may lie in a file of the project, and what is wrong with it is an error', async () => {
    const good = await read(
      { 'c/a.json': '{"name": "T"}', 's/gear.json': JSON.stringify(schema) },
      { rules: { schema: 's/gear.json' } },
    )
    expect(told(good)).toHaveLength(2)
    const yaml = await read(
      { 'c/a.json': '{"name": 5}', 's/gear.yaml': 'properties: {name: {type: string}}' },
      { rules: { schema: 's/gear.yaml' } },
    )
    expect(told(yaml)).toEqual(['c/a.json:1:2: The field name must be a text, and is the number 5.'])
    const outside = projectFolder()
    putFiles(outside, { 's.json': '{}' })
    for (const [name, text] of [
      ['s/none.json', null],
      ['s/broken.json', '{\n "type": oops}'],
      ['s/slip.json', '{"requierd": ["a"]}'],
      ['s/foreign.json', '{"$ref": "https://example.com/x.json"}'],
      ['s/look.json', '{"pattern": "(?=a)a"}'],
      [join('..', outside.split('/').at(-1) as string, 's.json'), null],
    ] as const) {
      const assets = await read(
        { 'c/a.json': '{"name": 5}', ...(text === null ? {} : { [name]: text }) },
        { rules: { schema: name } },
      )
      expect(assets.findings).toMatchObject([{ code: 'schema-invalid', level: 'error', place: { file: name } }])
      expect(itemsOf(assets)).toHaveLength(1)
    }
  })

  it.each<[object | boolean, unknown, boolean]>([
    [{ required: ['a'] }, {}, false],
    [{ properties: { a: { type: 'string' } } }, { a: 1 }, false],
    [{ enum: [1, 'a', null, { x: [1] }] }, { x: [1] }, true],
    [{ const: [1] }, [1, 2], false],
    [{ anyOf: [{ type: 'string' }, { minimum: 5 }] }, 4, false],
    [{ oneOf: [{ minimum: 1 }, { maximum: 3 }] }, 2, false],
    [{ not: { type: 'null' } }, null, false],
    [
      JSON.parse('{"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"maxProperties": 0}}'),
      { a: 1 },
      false,
    ],
    [JSON.parse('{"if": {"required": ["a"]}, "then": {"required": ["b"]}}'), { c: 1 }, true],
    [{ dependentRequired: { a: ['b'] } }, { a: 1 }, false],
    [{ prefixItems: [{ type: 'string' }], items: { type: 'number' } }, ['a', 1, 'b'], false],
    [{ items: [{ type: 'string' }], additionalItems: false }, ['a', 1], false],
    [{ contains: { const: 1 }, maxContains: 1 }, [1, 1], false],
    [{ patternProperties: { '^x': { type: 'number' } }, additionalProperties: false }, { xa: 1 }, true],
    [{ propertyNames: { maxLength: 2 } }, { abc: 1 }, false],
    [
      { uniqueItems: true },
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      false,
    ],
    [{ maxLength: 2 }, '\u{1f600}\u{1f600}', true],
    [{ multipleOf: 0.01 }, 4.35, true],
    [{ format: 'date' }, '2025-02-30', false],
    [
      { $ref: '#/$defs/node', $defs: { node: { properties: { next: { $ref: '#/$defs/node' } }, required: ['v'] } } },
      { v: 1, next: {} },
      false,
    ],
    [false, 1, false],
    [{ 'x-note': 5, title: 'T' }, 1, true],
  ])('%j holds for %j: %s', (given, value, holds) => {
    expect(new JsonSchema(given as never).check(value as never).length === 0).toBe(holds)
  })

  it.each<[object, RegExp]>([
    [{ $ref: '#/$defs/none' }, /leads nowhere/],
    [{ type: 'strin' }, /type cannot be that/],
    [{ minLength: -1 }, /minLength/],
    [{ properties: { a: 5 } }, /no schema/],
    [{ unevaluatedProperties: false }, /not understood/],
    [{ pattern: '(a)\\1' }, /pattern/],
    [JSON.parse(`${'{"not":'.repeat(80)}true${'}'.repeat(80)}`), /too large/],
  ])('%j is refused', (given, message) => {
    expect(() => new JsonSchema(given as never)).toThrow(message)
    expect(() => new JsonSchema(given as never)).toThrow(SchemaError)
  })

  it('a circle of references ends, and a pattern that explodes does not', () => {
    const circle = new JsonSchema({ $ref: '#' })
    expect(() => circle.check(1)).toThrow(SchemaError)
    expect(new JsonSchema({ pattern: '^(a+)+$' }).check(`${'a'.repeat(5000)}b`)).toHaveLength(1)
  })
})

describe('strict, and files outside', () => {
  it('strict: a file that cannot be used is an error', async () => {
    const files = { 'c/a.md': '---\nx: [\n---\n', 'c/b.json': '{"n": 1}', 'c/c.md': 'good' }
    const lenient = await read(files, { rules: { required: ['n'] } })
    expect(lenient.findings.map(({ level }) => level)).toEqual(['warning', 'warning'])
    const strict = await read(files, { rules: { required: ['n'] }, strict: true })
    expect(strict.findings.map(({ code, level }) => [code, level])).toEqual([
      ['asset-unreadable', 'error'],
      ['asset-invalid', 'error'],
    ])
    expect(identities(strict)).toEqual(['b.json'])
  })

  it('allowed: absolute paths, paths that climb out and links that lead out', async () => {
    const folder = projectFolder()
    mkdirSync(join(folder, 'project/c'), { recursive: true })
    putFiles(folder, { 'shared/a.md': 'a', 'shared/deep/b.md': 'b', 'project/c/c.md': 'c' })
    symlinkSync(join(folder, 'shared/a.md'), join(folder, 'project/c/link.md'))
    const root = join(folder, 'project')
    const paths = async (path: readonly string[], allowOutside?: true) => {
      const assets = await read({}, { path, ...(allowOutside ? { allowOutside } : {}) }, root)
      return [identities(assets), itemsOf(assets).map(({ place }) => place), assets.findings.map(({ code }) => code)]
    }
    const where = ['../shared/a.md', '../shared/deep/b.md']
    expect(await paths(['../shared/**/*.md'], true)).toEqual([['a.md', 'deep/b.md'], where, ['assets-outside']])
    expect(await paths(['./c/../../shared/**/*.md'], true)).toEqual([['a.md', 'deep/b.md'], where, ['assets-outside']])
    expect(await paths([`${folder}/shared/**/*.md`, `!${folder}/shared/deep/**`], true)).toEqual([
      ['a.md'],
      ['../shared/a.md'],
      ['assets-outside'],
    ])
    expect(await paths(['c/*.md'], true)).toEqual([['c.md', 'link.md'], ['c/c.md', 'c/link.md'], ['assets-outside']])
    expect(await paths(['c/*.md'])).toEqual([['c.md'], ['c/c.md'], ['asset-refused']])
    expect(await paths(['../shared/**/*.md'])).toEqual([[], [], ['asset-refused', 'asset-refused']])
    expect((await paths([`${folder}/shared/**/*.md`]))[0]).toEqual([])
  })
})
