import { describe, expect, it } from 'vitest'
import { envLayer } from '../../src/config/env-layer.ts'
import { flagLayer } from '../../src/config/flag-layer.ts'
import { settle } from '../../src/config/settle.ts'
import { SeedError } from '../../src/model/seed-error.ts'

const circumstances = { today: 0, root: '/project', file: 'supa-seed.config.ts' }

function problems(input: unknown, layers = [envLayer({}), flagLayer({})]) {
  try {
    settle([{ kind: 'file', name: 'supa-seed.config.ts', input }, ...layers], circumstances)
  } catch (error) {
    expect(error).toBeInstanceOf(SeedError)
    expect(error).toMatchObject({ code: 'config-invalid', exitCode: 2 })
    return (error as SeedError).findings.map(({ code, place, expected, found, next }) => ({
      code,
      path: place.path,
      expected,
      found,
      next,
    }))
  }
  return []
}

describe('names that do not exist', () => {
  const cases: readonly [input: unknown, path: string, next: string][] = [
    [{ sed: 'x' }, 'sed', 'Did you mean seed?'],
    [{ tabels: {} }, 'tabels', 'Did you mean tables?'],
    [{ schema: ['a'] }, 'schema', 'Did you mean schemas?'],
    [{ db: { uri: 'x' } }, 'db.uri', 'Did you mean url?'],
    [{ tables: { posts: { counts: 5 } } }, 'tables.posts.counts', 'Did you mean count?'],
    [{ tables: { posts: { columns: { a: { onOf: [1] } } } } }, 'tables.posts.columns.a.onOf', 'Did you mean oneOf?'],
    [
      { tables: { posts: { columns: { a: { oneOf: [1], weight: [1] } } } } },
      'tables.posts.columns.a.weight',
      'Did you mean weights?',
    ],
    [
      { tables: { posts: { columns: { a: { shape: 'persn.email' } } } } },
      'tables.posts.columns.a.shape',
      'Did you mean person.email?',
    ],
    [
      { tables: { posts: { columns: { a: { shape: 'person.email', maxLenght: 5 } } } } },
      'tables.posts.columns.a.maxLenght',
      'Did you mean maxLength?',
    ],
    [{ tables: { posts: { perParent: { mni: 1 } } } }, 'tables.posts.perParent.mni', 'Did you mean min?'],
    [{ now: 'tody' }, 'now', 'Did you mean today?'],
    [{ orders: { count: 50 } }, 'orders', 'Tables go under tables: { tables: { orders: … } }'],
    // A bare name with a number means a table, unless it looks like a setting.
    [{ sede: 50 }, 'sede', 'Did you mean seed?'],
  ]
  it.each(cases)('%j', (input, path, next) => {
    expect(problems(input)).toMatchObject([{ path, next }])
  })
})

describe('values that are not valid', () => {
  const posts = (column: unknown) => ({ tables: { posts: { columns: { a: column } } } })
  const cases: readonly [input: unknown, path: string, expected: string, found: string][] = [
    [{ rows: -1 }, 'rows', 'at least 0', '-1'],
    [{ rows: 1.5 }, 'rows', 'a whole number', '1.5'],
    [{ rows: '10' }, 'rows', 'a whole number', '"10"'],
    [{ rows: Number.NaN }, 'rows', 'a number', 'NaN'],
    [{ rows: 1e300 }, 'rows', 'at most 9007199254740991', '1e+300'],
    [{ jobs: 0 }, 'jobs', 'at least 1', '0'],
    [{ seed: '' }, 'seed', 'some text', '""'],
    [{ seed: true }, 'seed', 'text or a number', 'true'],
    [{ only: 'posts' }, 'only', 'a list', '"posts"'],
    [
      { now: '2024-02-30' },
      'now',
      '"today", or an ISO date (2025-06-01) or an ISO instant (2025-06-01T09:30:00Z)',
      '"2024-02-30"',
    ],
    [
      { db: { url: 'mysql://me:secret@host/x' } },
      'db.url',
      'a URL that begins with postgres://',
      '"mysql://me:***@host/x"',
    ],
    [{ db: { url: 'postgres://u@h/d', embedded: 'x' } }, 'db', 'either url or embedded', 'both'],
    [
      { tables: { posts: '50' } },
      'tables.posts',
      'a whole number or an object { count, total, perParent, locale, columns }',
      '"50"',
    ],
    [{ tables: { posts: -50 } }, 'tables.posts', 'at least 0', '-50'],
    [{ tables: { '': 5 } }, 'tables[""]', 'a name that is not empty', '""'],
    [{ tables: { posts: { perParent: { min: 3, max: 1 } } } }, 'tables.posts.perParent.min', 'at most max (1)', '3'],
    [posts({ oneOf: [] }), 'tables.posts.columns.a.oneOf', 'at least 1 values', 'an empty list'],
    [posts({ oneOf: [1, 2], weights: [1] }), 'tables.posts.columns.a.weights', '2 weights, one for each value', '1'],
    [posts({ oneOf: [1, 2], weights: [0, 0] }), 'tables.posts.columns.a.weights', 'a weight above 0', 'only zeros'],
    [posts({ oneOf: [1, 2], weights: [1, -1] }), 'tables.posts.columns.a.weights[1]', 'at least 0', '-1'],
    [posts({ min: 5, max: 1 }), 'tables.posts.columns.a.min', 'at most max (1)', '5'],
    [posts({ nulls: 2 }), 'tables.posts.columns.a.nulls', 'at most 1', '2'],
    [posts({}), 'tables.posts.columns.a', 'one of value, oneOf, shape, expression, min, max, nulls', 'an empty object'],
    [posts({ shape: 'integer', min: 1 }), 'tables.posts.columns.a.max', 'a number', 'nothing'],
    [posts({ shape: 'text.words', case: 'title' }), 'tables.posts.columns.a.case', '"lower", "upper"', '"title"'],
    [
      posts({ shape: 'date', from: 'yesterday', to: '2024-01-01' }),
      'tables.posts.columns.a.from',
      'an ISO date (2025-06-01) or an ISO instant',
      '"yesterday"',
    ],
    [
      [],
      '',
      'an object { db, remotes, dataset, datasets, rows, scale, seed, now, generators, edgeCases, locale, users, defaultUsers, defaultAccounts, accounts, userStrategy, existingUsers, additionalUsers, personas, extends, customizations, makerkit, tables, fixtures, traits, phases, instances, sharedFixtures, manifest, assetPools, associations, functions, schemas, only, except, allow, jobs, $schema }',
      'an empty list',
    ],
  ]
  it.each(cases)('%j', (input, path, expected, found) =>
    expect(problems(input)).toEqual([{ code: 'invalid-setting', path, expected, found, next: expect.any(String) }]),
  )
})

describe('all problems together', () => {
  it('names each with the layer that said it', () => {
    const layers = [envLayer({ SUPA_SEED_JOBS: 'many' }), flagLayer({ rows: ['x', 'posts=-4'], now: 'never' })]
    const found = problems(
      { sed: 1, tables: { a: { count: 'x', columns: { c: { shape: 'nothing-like-it' } } } } },
      layers,
    )
    expect(found.map(({ path }) => path)).toEqual([
      'sed',
      'tables.a.count',
      'tables.a.columns.c.shape',
      'jobs',
      'now',
      'rows',
      'tables.posts.count',
    ])
  })

  it('says who', () => {
    const error = catching(() => settle([flagLayer({ rows: ['posts=-4'] })], circumstances))
    expect(error.message).toBe('--rows: tables.posts.count is not valid.')
    const other = catching(() =>
      settle([{ kind: 'file', name: 'supa-seed.config.ts', input: { rows: -4 } }], circumstances),
    )
    expect(other).toMatchObject({
      message: 'supa-seed.config.ts: rows is not valid.',
      place: { file: 'supa-seed.config.ts', path: 'rows' },
    })
  })

  it('gives each finding an id of its own', () => {
    const error = catching(() =>
      settle([{ kind: 'file', name: 'f', input: { rows: -1, jobs: 0, schemas: 1 } }], circumstances),
    )
    expect(new Set(error.findings.map(({ id }) => id)).size).toBe(3)
  })
})

describe('hostile input', () => {
  it('refuses __proto__ anywhere', () => {
    const input = JSON.parse('{"tables":{"__proto__":{"count":5}},"__proto__":{"rows":3}}')
    expect(problems(input).map(({ path, found }) => ({ path, found }))).toEqual([
      { path: 'tables.__proto__', found: '__proto__' },
      { path: '__proto__', found: '__proto__' },
    ])
    expect(({} as { rows?: number }).rows).toBeUndefined()
  })

  it('refuses objects that contain themselves', () => {
    const value: Record<string, unknown> = {}
    value.self = value
    expect(problems({ tables: { a: { columns: { c: { value } } } } })).toMatchObject([
      { path: 'tables.a.columns.c.value.self', found: 'an object that contains itself' },
    ])
  })

  it('refuses depths without end', () => {
    let value: unknown = 1
    for (let i = 0; i < 20_000; i++) value = [value]
    expect(problems({ tables: { a: { columns: { c: { value } } } } })).toMatchObject([
      { expected: 'at most 64 levels' },
    ])
  })

  it('refuses functions', () => {
    expect(problems({ tables: { a: { columns: { c: () => 1 } } } })).toMatchObject([
      { path: 'tables.a.columns.c', found: 'a function' },
    ])
  })

  it('lets tables and columns be called like anything', () => {
    const columns = { constructor: 1, toString: 2, hasOwnProperty: 3 }
    const { tables } = settle(
      [{ kind: 'file', name: 'f', input: { tables: { constructor: { count: 1, columns }, '"we.ird" x': 2 } } }],
      circumstances,
    )
    expect(Object.keys(tables)).toEqual(['constructor', '"we.ird" x'])
    const [first] = Object.values(tables)
    expect(Object.keys(first?.columns ?? {})).toEqual(['constructor', 'toString', 'hasOwnProperty'])
    expect(tables.toString).toBeUndefined()
  })

  it('ignores what is undefined', () => {
    expect(
      problems({ seed: undefined, tables: { a: undefined, b: { count: undefined, columns: { c: undefined } } } }),
    ).toEqual([])
  })
})

function catching(work: () => unknown): SeedError {
  try {
    work()
  } catch (error) {
    return error as SeedError
  }
  throw new Error('nothing was thrown')
}
