import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emailOfHandle } from '../../src/model/given/email-of-handle.ts'
import { fixtureKey } from '../../src/values/keys/fixture-key.ts'
import { compileRows } from '../../src/values/rows/rows.ts'
import { blocks, follow, planOf, uuidKey } from '../support/plan.ts'

interface World {
  readonly handles: readonly string[]
  readonly users: number
  readonly posts: number
  readonly now: number
}

/** Users and their posts; the same handles are given in both, before all that is made. */
const worldOf = ({ handles, users, posts, now }: World) => {
  const given = handles.length
  const fixtures = handles.map((handle, row) => ({ row, handle }))
  const parents = given + users
  const choose = blocks(given + posts, parents, { generations: [{ rows: given + posts, parents, given }] })
  const plan = planOf(
    {
      users: { rows: parents, columns: { id: uuidKey, key: uuidKey } },
      posts: {
        rows: given + posts,
        columns: { id: uuidKey, user_id: follow('user_id') },
        links: { user_id: { to: 'users', choose } },
      },
    },
    { now },
  )
  return compileRows({ ...plan, tables: plan.tables.map((table) => ({ ...table, fixtures })) })
}

const handle = fc.oneof(
  fc.constantFrom('alice', 'order1001', 'order1001.items.0', 'größe "x"'),
  fc.string({ minLength: 1 }),
)
const world = fc.record({
  handles: fc.uniqueArray(handle, { minLength: 1, maxLength: 6 }),
  users: fc.nat(20),
  posts: fc.nat(60),
  now: fc.integer({ min: 0, max: 4e12 }),
})

describe('the key of a fixture', () => {
  test('hangs on seed, table, handle and column alone, in whatever order rows are made', () => {
    fc.assert(
      fc.property(world, fc.boolean(), (given, backwards) => {
        const rows = worldOf(given)
        for (const id of ['users', 'posts']) {
          const table = rows.table(id)
          const order = Array.from({ length: table.plan.rows }, (_, row) => row)
          for (const row of backwards ? order.reverse() : order) {
            const [key] = table.texts(row, ['id'])
            const own = given.handles[row]
            if (own !== undefined) expect(key).toBe(fixtureKey('42', id, own))
            else expect(given.handles.map((one) => fixtureKey('42', id, one))).not.toContain(key)
          }
        }
        expect(rows.table('users').texts(0, ['key'])).toEqual([fixtureKey('42', 'users', given.handles[0]!, 'key')])
      }),
      { numRuns: 60 },
    )
  })

  test('leaves those of the rows beside it as they are, forwards and backwards', () => {
    const given = { handles: ['a', 'b'], users: 5, posts: 30, now: 0 }
    const keys = (order: readonly number[]) => {
      const table = worldOf(given).table('posts')
      return new Map(order.map((row) => [row, table.texts(row, ['id'])[0]]))
    }
    const forwards = Array.from({ length: 32 }, (_, row) => row)
    const mixed = keys([5, 0, 6, 1, ...forwards.toReversed()])
    expect(new Set(mixed.values()).size).toBe(32)
    for (const [row, key] of keys(forwards)) expect(mixed.get(row)).toBe(key)
  })

  test('is a uuid of version 7, and another one for every seed, table, handle and column', () => {
    const addresses = [
      ['42', 'users', 'alice'],
      ['43', 'users', 'alice'],
      ['42', 'posts', 'alice'],
      ['42', 'users', 'bob'],
      ['42', 'users', 'alice', 'key'],
    ] as const
    const keys = addresses.map(([seed, table, name, column]) => fixtureKey(seed, table, name, column))
    expect(new Set(keys).size).toBe(addresses.length)
    for (const key of keys) expect(key).toMatch(/^018cc251-f400-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('the address of a user who is given', () => {
  test('is the handle, where that can stand in an address', () => {
    expect(emailOfHandle('alice')).toBe('alice@example.com')
    expect(emailOfHandle('teamOwner', 'acme.test')).toBe('teamowner@acme.test')
    expect(emailOfHandle('order1001.users.0')).toBe('order1001.users.0@example.com')
  })

  test('can be written for any handle, and tells handles apart', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 20, selector: (text) => text.toLowerCase() }), (handles) => {
        const addresses = handles.map((one) => emailOfHandle(one))
        for (const address of addresses) expect(address).toMatch(/^[a-z0-9]+([._-][a-z0-9]+)*@example\.com$/)
        expect(new Set(addresses).size).toBe(handles.length)
      }),
    )
  })
})
