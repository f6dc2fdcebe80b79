import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { envLayer } from '../../src/config/env-layer.ts'
import { flagLayer } from '../../src/config/flag-layer.ts'
import type { Flags } from '../../src/config/flags.ts'
import type { Layer } from '../../src/config/layer.ts'
import { settle } from '../../src/config/settle.ts'
import type { Config } from '../../src/model/config.ts'

const TODAY = Date.parse('2025-03-04T17:12:09Z')
const circumstances = { today: TODAY, root: '/project', file: null }

const file = (input: unknown): Layer => ({ kind: 'file', name: 'supa-seed.config.ts', input })
const settled = (input: unknown, flags: Flags = {}, env: Record<string, string> = {}): Config =>
  settle([file(input), envLayer(env), flagLayer(flags)], circumstances)

describe('no configuration', () => {
  it('settles to zero configuration', () => {
    expect(settle([], circumstances)).toEqual({
      dataset: null,
      instances: 1,
      sharedFixtures: [],
      datasets: [],
      scale: 1,
      seed: 'supa-seed',
      keepsNow: true,
      generators: null,
      locales: null,
      now: Date.parse('2025-03-04T12:00:00Z'),
      rows: null,
      named: false,
      edgeCases: false,
      tables: {},
      users: null,
      password: null,
      factorSecret: null,
      adminApi: null,
      accounts: null,
      strategy: { kind: 'create-new', existing: { table: null, filter: null, idField: 'id' } },
      makerkit: {
        standardTestUsers: false,
        testEmails: [],
        authFlow: 'supabase_auth',
        accountCreation: null,
        accountSystem: 'personal_and_team',
        rlsPreservation: true,
      },
      fixtures: {},
      fixtureFiles: {},
      fixturePaths: null,
      traits: {},
      phases: [],
      manifest: null,
      assetPools: {},
      associations: [],
      functions: {},
      schemas: null,
      only: [],
      except: [],
      allow: [],
      jobs: 2,
      db: { url: null, embedded: null },
      remotes: {},
      root: '/project',
      file: null,
      said: {
        db: 'default',
        remotes: 'default',
        dataset: 'default',
        instances: 'default',
        sharedFixtures: 'default',
        datasets: 'default',
        rows: 'default',
        scale: 'default',
        seed: 'default',
        now: 'default',
        generators: 'default',
        locale: 'default',
        edgeCases: 'default',
        tables: 'default',
        traits: 'default',
        users: 'default',
        defaultUsers: 'default',
        defaultAccounts: 'default',
        customizations: 'default',
        accounts: 'default',
        userStrategy: 'default',
        existingUsers: 'default',
        additionalUsers: 'default',
        personas: 'default',
        makerkit: 'default',
        manifest: 'default',
        fixtures: 'default',
        phases: 'default',
        functions: 'default',
        assetPools: 'default',
        associations: 'default',
        schemas: 'default',
        only: 'default',
        except: 'default',
        extends: 'default',
        allow: 'default',
        jobs: 'default',
      },
    })
  })
})

it('takes what users say of their creation before what the kit says', () => {
  const kit = { makerkit: { authUserCreation: 'admin_api' } }
  expect(settled({ users: { authUserCreation: 'supabase_auth' }, ...kit }).adminApi).toBeNull()
  expect(settled({ users: { requests: 3 }, ...kit }).adminApi).toEqual({ requests: 3 })
})

describe('each setting changes something', () => {
  const cases: readonly [name: string, input: Record<string, unknown>, expected: Partial<Config>][] = [
    ['seed as text', { seed: 'demo' }, { seed: 'demo' }],
    ['seed as number', { seed: 42 }, { seed: '42' }],
    ['users through the admin API', { users: { authUserCreation: 'admin_api' } }, { adminApi: { requests: 8 } }],
    ['as a kit says it', { users: 3, makerkit: { authUserCreation: 'admin_api' } }, { adminApi: { requests: 8 } }],
    ['now as a date', { now: '2024-02-29' }, { now: Date.parse('2024-02-29T12:00:00Z') }],
    ['now as an instant', { now: '2024-02-29T23:00:00+02:00' }, { now: Date.parse('2024-02-29T21:00:00Z') }],
    ['now without a zone is UTC', { now: '2024-02-29T23:00' }, { now: Date.parse('2024-02-29T23:00:00Z') }],
    ['now as a Date', { now: new Date(5) }, { now: 5 }],
    ['now today', { now: 'today' }, { now: Date.parse('2025-03-04T12:00:00Z') }],
    ['rows', { rows: 7 }, { rows: 7, named: false }],
    ['schemas', { schemas: ['crm'] }, { schemas: ['crm'] }],
    ['only', { only: ['a', 'b'] }, { only: ['a', 'b'] }],
    ['except', { except: ['a'] }, { except: ['a'] }],
    ['allow', { allow: ['x:y'] }, { allow: ['x:y'] }],
    ['jobs', { jobs: 4 }, { jobs: 4 }],
    [
      'remotes, with false for production',
      { remotes: { preview: { region: 'eu-west-1' }, live: false } },
      {
        remotes: {
          preview: { url: null, poolerUrl: null, ref: null, region: 'eu-west-1', production: false },
          live: { url: null, poolerUrl: null, ref: null, region: null, production: true },
        },
      },
    ],
    ['db.url', { db: { url: 'postgres://u@h/d' } }, { db: { url: 'postgres://u@h/d', embedded: null } }],
    ['db.embedded', { db: { embedded: 'here' } }, { db: { url: null, embedded: 'here' } }],
    [
      'db.embedded without a folder',
      { db: { embedded: true } },
      { db: { url: null, embedded: '.supa-seed/embedded' } },
    ],
    [
      'a number of a table',
      { tables: { posts: 5 } },
      { named: true, tables: { posts: { count: 5, columns: {}, perParent: null } } },
    ],
    [
      'existing users',
      { userStrategy: 'use-existing', existingUsers: { filter: { vip: true } } },
      {
        named: false,
        users: null,
        strategy: { kind: 'use-existing', existing: { table: null, filter: { vip: true }, idField: 'id' } },
      },
    ],
    ['users beside them', { userStrategy: 'hybrid' }, { named: false, users: { count: 7 } as never }],
    [
      'so many users beside them',
      { userStrategy: 'hybrid', additionalUsers: { count: 3 }, users: 9 },
      { named: true, users: { count: 3 } as never },
    ],
    [
      'children per parent',
      { tables: { posts: { perParent: 3 } } },
      { named: true, tables: { posts: { count: null, columns: {}, perParent: { min: 3, max: 3 } } } },
    ],
    [
      'children up to',
      { tables: { posts: { perParent: { max: 3 } } } },
      { tables: { posts: { count: null, columns: {}, perParent: { min: 0, max: 3 } } } },
    ],
    [
      'children from',
      { tables: { posts: { perParent: { min: 3 } } } },
      { tables: { posts: { count: null, columns: {}, perParent: { min: 3, max: null } } } },
    ],
  ]
  it.each(cases)('%s', (_, input, expected) => {
    expect(settled(input)).toMatchObject(expected)
    expect(settled({})).not.toMatchObject(input.now === 'today' ? { seed: '-' } : expected)
  })

  it('naming columns, or no rows at all, does not narrow the run down to the named tables', () => {
    expect(settled({ tables: { posts: { columns: { title: 'x' } }, logs: 0 } }).named).toBe(false)
    expect(settled({ tables: { posts: 5 }, rows: 10 }).named).toBe(false)
  })
})

describe('columns', () => {
  const wish = (column: unknown) => settled({ tables: { t: { columns: { c: column } } } }).tables.t?.columns.c
  const cases: readonly (readonly [column: unknown, expected: unknown])[] = [
    ['draft', { kind: 'value', value: 'draft', nulls: null }],
    [null, { kind: 'value', value: null, nulls: null }],
    [5, { kind: 'value', value: 5, nulls: null }],
    [10n, { kind: 'value', value: 10n, nulls: null }],
    [new Date(0), { kind: 'value', value: '1970-01-01T00:00:00.000Z', nulls: null }],
    [['a', ['b']], { kind: 'value', value: ['a', ['b']], nulls: null }],
    ['leave', { kind: 'leave' }],
    [{ value: 'leave' }, { kind: 'value', value: 'leave', nulls: null }],
    [
      { value: { a: [1, new Date(0)] }, nulls: 0.5 },
      { kind: 'value', value: { a: [1, '1970-01-01T00:00:00.000Z'] }, nulls: 0.5 },
    ],
    [{ oneOf: ['a', null] }, { kind: 'values', values: ['a', null], weights: null, nulls: null }],
    [
      { oneOf: ['a', 'b'], weights: [0, 2.5], nulls: 0.1 },
      { kind: 'values', values: ['a', 'b'], weights: [0, 2.5], nulls: 0.1 },
    ],
    [{ shape: 'person.email' }, { kind: 'shape', shape: 'person.email', options: {}, nulls: null }],
    [
      { shape: 'text.words', maxLength: 9, nulls: 0.2 },
      { kind: 'shape', shape: 'text.words', options: { maxLength: 9 }, nulls: 0.2 },
    ],
    [
      { shape: 'date', from: '1970-01-02', to: new Date(3 * 86_400_000) },
      { kind: 'shape', shape: 'date', options: { from: 1, to: 3 }, nulls: null },
    ],
    [
      { shape: 'timestamp', from: '1970-01-01T00:00:01Z', to: 5000 },
      { kind: 'shape', shape: 'timestamp', options: { from: 1000, to: 5000 }, nulls: null },
    ],
    [{ min: 1 }, { kind: 'bounds', min: 1, max: null, nulls: null }],
    [
      { min: new Date(0), max: '2024-01-01' },
      { kind: 'bounds', min: '1970-01-01T00:00:00.000Z', max: '2024-01-01', nulls: null },
    ],
    [{ nulls: 0.3 }, { kind: 'nulls', nulls: 0.3 }],
  ]
  it.each(cases.map(([column, expected]) => ({ name: inspect(column), column, expected })))(
    '$name',
    ({ column, expected }) => {
      expect(wish(column)).toEqual(expected)
    },
  )
})

describe('layers', () => {
  it('later ones outweigh earlier ones, and who said what is remembered', () => {
    const config = settled(
      { seed: 'file', rows: 1, jobs: 1, tables: { posts: { count: 50, columns: { a: 1, b: 1 } }, 'crm.orders': 2 } },
      { rows: ['3', 'public.posts=60'], seed: 'flag' },
      { SUPA_SEED_SEED: 'env', SUPA_SEED_JOBS: '9', SUPA_SEED_NOW: '' },
    )
    expect(config).toMatchObject({
      seed: 'flag',
      rows: 3,
      jobs: 9,
      tables: { posts: { count: 60, columns: { a: { value: 1 } } } },
    })
    expect(config.said).toMatchObject({
      seed: '--seed',
      rows: '--rows',
      jobs: 'SUPA_SEED_JOBS',
      now: 'default',
      'tables.posts.count': '--rows',
      'tables.posts.columns.a': 'supa-seed.config.ts',
      'tables["crm.orders"].count': 'supa-seed.config.ts',
    })
    expect(config.said).not.toHaveProperty('tables')
  })

  it('merges tables column by column', () => {
    const layers: Layer[] = [
      file({ tables: { t: { count: 1, columns: { a: 1, b: 2 } } } }),
      { kind: 'call', name: 'call', input: { tables: { t: { columns: { b: 3 } } } } },
    ]
    const { t } = settle(layers, circumstances).tables
    expect(t).toMatchObject({ count: 1, columns: { a: { value: 1 }, b: { value: 3 } } })
  })

  it('takes a database as one thing: a flag replaces what the file said', () => {
    const config = settled({ db: { url: 'postgres://u@h/d' } }, { embedded: true })
    expect(config.db).toEqual({ url: null, embedded: '.supa-seed/embedded' })
    expect(config.said).toMatchObject({ 'db.embedded': '--embedded' })
    expect(config.said).not.toHaveProperty(['db.url'])
  })

  it('adds allowed dangers up', () => {
    expect(settled({ allow: ['a'] }, { allow: ['b,a', 'c'] }).allow).toEqual(['a', 'b', 'c'])
  })

  it('gives the same whether layers are laid one by one or all at once', () => {
    const all = settled({ rows: 1, tables: { a: 1 } }, { rows: ['a=2'] }, { SUPA_SEED_ROWS: '5' })
    const again = settle(
      [
        file({ rows: 1, tables: { a: 1 } }),
        { kind: 'call', name: 'x', input: {} },
        envLayer({ SUPA_SEED_ROWS: '5' }),
        flagLayer({ rows: ['a=2'] }),
      ],
      circumstances,
    )
    expect(again).toEqual(all)
  })
})

describe('the one-line form of the library', () => {
  const call = (input: unknown) =>
    settle([{ kind: 'call', name: 'call', input }], { ...circumstances, bareNames: true })

  it('takes unknown names for tables', () => {
    expect(call({ users: 10, posts: 50, rows: 4, 'crm.orders': { count: 3 }, tables: { a: 1 } })).toMatchObject({
      rows: 4,
      users: { count: 10 },
      tables: { a: { count: 1 }, posts: { count: 50 }, 'crm.orders': { count: 3 } },
    })
  })

  it('stands in files as well, for numbers', () => {
    const said = settle([file({ users: 10, posts: 50, accounts: { team: 5, personal: 10 } })], circumstances)
    expect(said).toMatchObject({
      named: true,
      users: { count: 10, password: null, emailDomain: null },
      accounts: { team: 5, personal: 10 },
      tables: { posts: { count: 50 } },
    })
    expect(() => settle([file({ posts: { count: 50 } })], circumstances)).toThrow(/there is no setting posts/)
  })
})

describe('what a configuration starts from', () => {
  it('lies below everything else, part by part', () => {
    const { makerkit, said } = settled({ extends: 'makerkit-saas', makerkit: { accountSystem: 'simple' } })
    expect(makerkit).toMatchObject({ standardTestUsers: true, accountSystem: 'simple' })
    expect(said).toMatchObject({
      'makerkit.standardTestUsers': 'makerkit-saas',
      'makerkit.accountSystem': 'supa-seed.config.ts',
    })
    expect(settled({ extends: 'makerkit-saas', makerkit: { standardTestUsers: false } }).named).toBe(false)
  })

  it('is one of those that there are', () => {
    expect(() => settled({ extends: 'makerkit' })).toThrow('extends is not valid')
  })
})
