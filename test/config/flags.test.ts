import { describe, expect, it } from 'vitest'
import { envLayer } from '../../src/config/env-layer.ts'
import { flagLayer } from '../../src/config/flag-layer.ts'
import { settingFlags } from '../../src/config/flags.ts'
import { splitNames } from '../../src/config/read-words.ts'
import { configSchema } from '../../src/config/schema.ts'
import { settingMeta } from '../../src/config/setting.ts'
import { shapeNames } from '../../src/config/shape-options.ts'
import { configJsonSchema } from '../../src/index.ts'

describe('flags', () => {
  it('are made of the schema', () => {
    expect(settingFlags().map(({ flag, key, path, read }) => [flag, key, path.join('.'), read])).toEqual([
      ['--db-url', 'dbUrl', 'db.url', 'text'],
      ['--embedded', 'embedded', 'db.embedded', 'text'],
      ['--dataset', 'dataset', 'dataset', 'text'],
      ['--rows', 'rows', 'rows', 'number'],
      ['--scale', 'scale', 'scale', 'number'],
      ['--seed', 'seed', 'seed', 'text'],
      ['--now', 'now', 'now', 'text'],
      ['--edge-cases', 'edgeCases', 'edgeCases', 'text'],
      ['--locale', 'locale', 'locale', 'text'],
      ['--instances', 'instances', 'instances', 'number'],
      ['--schema', 'schema', 'schemas', 'list'],
      ['--only', 'only', 'only', 'list'],
      ['--except', 'except', 'except', 'list'],
      ['--allow', 'allow', 'allow', 'list'],
      ['--jobs', 'jobs', 'jobs', 'number'],
    ])
  })

  it('become a layer in the form of the configuration', () => {
    const { input, names } = flagLayer({
      dbUrl: 'postgres://u@h/d',
      rows: ['1_000', 'orders=5', 'crm."a=b"=6', 'x=many'],
      seed: '42',
      schema: ['public,crm', '"My, schema"'],
      only: ['orders'],
      jobs: 'two',
      config: 'x.json',
    })
    expect(input).toEqual({
      db: { url: 'postgres://u@h/d' },
      rows: 1000,
      tables: { orders: { count: 5 }, 'crm."a=b"': { count: 6 }, x: { count: 'many' } },
      seed: '42',
      schemas: ['public', 'crm', '"My, schema"'],
      only: ['orders'],
      jobs: 'two',
    })
    expect(names).toMatchObject({ 'db.url': '--db-url', rows: '--rows', 'tables.orders': '--rows' })
  })

  it('the environment says the same in its way', () => {
    const { input, names } = envLayer({
      SUPA_SEED_ROWS: '5',
      SUPA_SEED_SEED: '7',
      SUPA_SEED_JOBS: '',
      SUPA_SEED_NOW: undefined,
      OTHER: '1',
    })
    expect(input).toEqual({ rows: 5, seed: '7' })
    expect(names).toEqual({ rows: 'SUPA_SEED_ROWS', seed: 'SUPA_SEED_SEED' })
  })
})

describe('names in a list', () => {
  it.each([
    ['a,b', ['a', 'b']],
    [' a , "b,c" ,', ['a', '"b,c"']],
    ['crm."x"",y",z', ['crm."x"",y"', 'z']],
    ['"open,end', ['"open', 'end']],
    ['', []],
  ])('%s', (text, names) => {
    expect(splitNames(text)).toEqual(names)
  })
})

describe('JSON Schema', async () => {
  const schema = (await configJsonSchema()) as {
    properties: Record<string, { description: string; examples: unknown[] }>
    additionalProperties: boolean
  }

  it('describes every setting, and none besides', () => {
    expect(Object.keys(schema.properties)).toEqual(Object.keys(configSchema.shape))
    expect(schema.additionalProperties).toBe(false)
    for (const [name, field] of Object.entries(configSchema.shape)) {
      const meta = settingMeta(field)
      if (meta === null) continue
      expect(schema.properties[name]).toMatchObject({ description: meta.description, examples: meta.examples })
    }
  })

  it('keeps what is for the command line to itself, and names all shapes', () => {
    const text = JSON.stringify(schema)
    expect(text).not.toMatch(/"(flag|env|group|argument|otherwise)":/)
    for (const name of shapeNames) expect(text).toContain(`"const":"${name}"`)
  })
})

describe('examples', () => {
  it('of every setting are valid', () => {
    for (const [name, field] of Object.entries(configSchema.shape))
      for (const example of settingMeta(field)?.examples ?? [])
        expect(configSchema.safeParse({ [name]: example }).error, `${name}`).toBeUndefined()
  })
})
