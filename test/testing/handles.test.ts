import { expect, onTestFinished, test } from 'vitest'
import { ago, defineConfig, SeedError } from '../../src/index.ts'
import { handles, loadHandles } from '../../src/test.ts'
import { fixtureKey } from '../../src/values/keys/fixture-key.ts'
import { freshFolder } from '../support/children.ts'
import { putFiles } from '../support/put-files.ts'

const config = defineConfig({
  seed: 'shop',
  users: { count: 3, password: 'open sesame', emailDomain: 'shop.test' },
  fixtures: {
    users: { alice: { email: 'Alice@Example.com' }, bo: {}, nobody: { is_anonymous: true } },
    orders: {
      order1001: {
        number: 1001,
        customer_id: { $ref: 'alice' },
        placed_at: new Date('2026-01-02T03:04:05Z'),
        meta: { a: [1] },
      },
      both: {},
    },
    items: { both: { id: 7 }, second: {} },
    'crm."Big Deals"': { 'a handle': {}, constructor: { name: 'x' } },
  },
})

function failure(work: () => unknown): SeedError {
  try {
    work()
  } catch (error) {
    if (error instanceof SeedError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

test('what fixtures say, keys from handles, addresses and the password', () => {
  const h = handles(config)
  const alice = fixtureKey('shop', 'auth.users', 'alice')
  expect({ ...h.alice }).toEqual({ id: alice, email: 'alice@example.com', password: 'open sesame' })
  expect(h.users.bo.email).toBe('bo@shop.test')
  expect({ ...h.nobody }).toMatchObject({ email: null, password: null })
  expect({ ...h.order1001 }).toEqual({
    id: fixtureKey('shop', 'orders', 'order1001'),
    number: 1001,
    customer_id: alice,
    placed_at: new Date('2026-01-02T03:04:05Z'),
    meta: { a: [1] },
  })
  expect(h['crm."Big Deals"']['a handle'].id).toBe(fixtureKey('shop', 'crm."Big Deals"', 'a handle'))
  expect(h['crm."Big Deals"'].constructor.name).toBe('x')
  expect(h.items.both.id).toBe(7)
  expect(h.order1001).toEqual(handles(config).order1001)
  expect(Object.keys(h.items)).toEqual(['both', 'second'])
  expect(() => Object.assign(h.order1001, { number: 5 })).toThrow(TypeError)
})

test('the environment outweighs the configuration, as it does for seed', () => {
  const { SUPA_SEED_PASSWORD: password, SUPA_SEED_SEED: seed } = process.env
  onTestFinished(() => {
    for (const [name, value] of Object.entries({ SUPA_SEED_PASSWORD: password, SUPA_SEED_SEED: seed }))
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  })
  Object.assign(process.env, { SUPA_SEED_PASSWORD: 'of this run', SUPA_SEED_SEED: 'other' })
  expect(handles(config).alice).toMatchObject({
    id: fixtureKey('other', 'auth.users', 'alice'),
    password: 'of this run',
  })
})

test('what cannot be known is told with what to do about it', () => {
  const h = handles(config) as unknown as Record<string, Record<string, unknown>>
  expect(failure(() => h.second?.id)).toMatchObject({
    code: 'handle-value-unknown',
    place: { table: 'items', column: 'id', path: 'fixtures.items.second.id' },
    next: expect.stringContaining('manifest'),
  })
  expect(failure(() => h.order1001?.total).message).toContain('order1001 has in orders.total')
  expect(failure(() => h.both)).toMatchObject({ code: 'handle-ambiguous', found: 'orders, items' })
  expect(failure(() => h.order1002)).toMatchObject({ code: 'unknown-handle', next: 'Did you mean order1001?' })
  const circle = handles(
    JSON.parse('{ "fixtures": { "a": { "x": { "id": { "$ref": "y" } }, "y": { "id": { "$ref": "x" } } } } }'),
  )
  expect(failure(() => circle.x?.id).message).toContain('circle')
  expect(failure(() => handles(JSON.parse('{ "fixtures": { "a": 5 } }'))).code).toBe('config-invalid')
})

test('traits, copies, nested rows with a handle, and moments', () => {
  const nested = {
    seed: 'shop',
    now: '2026-03-01',
    traits: { orders: { paid: { status: 'paid', paid_at: ago('1 day') } } },
    fixtures: {
      orders: {
        order1001: { $traits: ['paid'], items: [{ $handle: 'tent', sku: 'TENT-2' }, {}] },
        bulk: { $times: 2, number: ({ index }: { index: number }) => index },
      },
    },
  }
  const h = handles(defineConfig(nested)) as unknown as Record<string, Record<string, unknown>>
  expect({ ...h.order1001 }).toEqual({
    id: fixtureKey('shop', 'orders', 'order1001'),
    status: 'paid',
    paid_at: '2026-02-28T12:00:00.000Z',
  })
  expect({ ...h.tent }).toEqual({ id: fixtureKey('shop', 'items', 'tent'), sku: 'TENT-2' })
  expect(h['bulk.1']?.id).toBe(fixtureKey('shop', 'orders', 'bulk.1'))
  expect(failure(() => h['bulk.1']?.number).code).toBe('handle-value-unknown')
  expect(failure(() => h.bulk).code).toBe('unknown-handle')
  const today = handles(defineConfig({ ...nested, now: 'today' })) as unknown as typeof h
  expect(failure(() => today.order1001?.paid_at).message).toContain('told from now')
})

test('a configuration that is found by its path, with fixtures in files beside it', async () => {
  const cwd = freshFolder()
  putFiles(cwd, {
    'supa-seed.config.json': '{ "seed": "x", "fixtures": ["./rows/*.yaml", { "users": { "bo": {} } }] }',
    'rows/users.yaml': 'users: { alice: { email: A@example.com } }',
  })
  const h = await loadHandles(undefined, { cwd })
  expect([h.alice?.email, h.bo?.email]).toEqual(['a@example.com', 'bo@example.com'])
  expect((await loadHandles('supa-seed.config.json', { cwd })).alice?.id).toBe(fixtureKey('x', 'auth.users', 'alice'))
  const sync = handles(defineConfig({ fixtures: './rows/*.yaml' }))
  expect(failure(() => sync.alice).next).toContain('loadHandles')
})

test('a manifest tells what only the database knows', () => {
  const manifest = {
    version: 1,
    seed: 'shop',
    handles: { items: { second: { id: 4, total: '9.50' } }, late: { x: { id: 1 } } },
  }
  const h = handles(config, manifest) as unknown as Record<string, Record<string, unknown>>
  expect([h.second?.id, h.second?.total, h.x?.id, h.order1001?.number]).toEqual([4, '9.50', 1, 1001])
  expect(failure(() => handles(config, './nowhere.json'))).toMatchObject({ code: 'manifest-unreadable' })
  expect(failure(() => handles(config, { version: 2 }))).toMatchObject({ code: 'manifest-unreadable' })
})

test('instances have handles of their own, shared rows are the same, and what may differ is only in a manifest', () => {
  const several = defineConfig({
    seed: 'shop',
    instances: 2,
    users: { count: 3, emailDomain: 'shop.test' },
    sharedFixtures: ['items'],
    fixtures: {
      users: { alice: { email: 'Alice@Example.com' }, bo: {} },
      orders: { order1001: { number: 1001, customer_id: { $ref: 'alice' } } },
      items: { both: { id: 7 } },
      notes: { n: { $shared: true, body: 'x' }, m: { order: { $ref: 'order1001' }, done: true } },
    },
  })
  const h = handles(several)
  const second = h.at(2)
  expect(second.alice.email).toBe('alice+2@example.com')
  expect(second.bo).toMatchObject({ email: 'bo+2@shop.test', id: fixtureKey('shop', 'auth.users', 'bo@2') })
  expect(second.order1001.id).toBe(fixtureKey('shop', 'orders', 'order1001@2'))
  expect([second.order1001.customer_id, second.m.done]).toEqual([second.alice.id, true])
  expect([second.n.id, second.items.both.id, second.at(1).alice.id]).toEqual([h.n.id, 7, h.alice.id])
  expect(failure(() => second.order1001.number)).toMatchObject({ code: 'handle-value-unknown' })
  expect(failure(() => h.at(3))).toMatchObject({ code: 'unknown-instance', expected: '1 to 2' })
  const rows = { orders: { 'order1001@2': { number: 11001 }, 'late@2': { id: 'x' } } }
  const known = handles(several, { version: 1, seed: 'shop', handles: rows })
  expect(known.at(2).order1001.number).toBe(11001)
  expect(Object.keys(known.at(2).orders)).toContain('late')
  expect(Object.keys(known.orders)).toEqual(['order1001'])
})

test('moments are known where now is', () => {
  const fixtures = { visits: { first: { starts_at: ago('1 day', { at: '09:30' }) } } }
  const dated = handles(defineConfig({ now: '2026-03-02', fixtures })) as unknown as Record<
    string,
    Record<string, unknown>
  >
  expect(dated.first?.starts_at).toBe('2026-03-01T09:30:00.000Z')
  const h = handles(defineConfig({ fixtures })) as unknown as Record<string, Record<string, unknown>>
  expect(failure(() => h.first?.starts_at)).toMatchObject({ code: 'handle-value-unknown' })
})
