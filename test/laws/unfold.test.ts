import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Relation } from '../../src/model/catalog.ts'
import { unfold } from '../../src/plan/fixtures/unfold/unfold.ts'

const column = (name: string, position: number) => ({
  name,
  position,
  typeName: name === 'made_by' ? 'uuid' : name === 'kept_by' ? 'bigint' : 'text',
  notNull: false,
  default: null,
})
const key = (table: string, columns: readonly string[]) => ({
  name: `${table}_${columns.join('_')}_key`,
  columns,
  predicate: null,
})
const foreign = (
  name: string,
  columns: readonly string[],
  parent: string,
  parentColumns: readonly string[] = ['id'],
) => ({
  name: `${name}_${columns.join('_')}_fkey`,
  columns,
  parent,
  parentColumns,
})

const relation = (
  name: string,
  columns: readonly string[],
  foreignKeys: readonly ReturnType<typeof foreign>[] = [],
  uniques: readonly string[][] = [],
  primary: readonly string[] = ['id'],
): Relation =>
  ({
    id: name,
    schema: 'public',
    name,
    columns: columns.map(column),
    primaryKey: key(name, primary),
    uniques: uniques.map((one) => key(name, one)),
    foreignKeys,
    triggers: [],
  }) as unknown as Relation

const SHOP = [
  relation('people', ['id', 'email'], [], [['email']]),
  relation(
    'orders',
    ['id', 'number', 'buyer_id', 'giverId', 'meta'],
    [foreign('orders', ['buyer_id'], 'people'), foreign('orders', ['giverId'], 'people')],
  ),
  relation('items', ['id', 'order_id', 'sku', 'price'], [foreign('items', ['order_id'], 'orders')]),
  relation('tags', ['id', 'name'], [], [['name']]),
  relation(
    'order_tags',
    ['order_id', 'tag_id'],
    [foreign('order_tags', ['order_id'], 'orders'), foreign('order_tags', ['tag_id'], 'tags')],
    [],
    ['order_id', 'tag_id'],
  ),
  relation(
    'messages',
    ['id', 'sender_id', 'reader_id'],
    [foreign('messages', ['sender_id'], 'people'), foreign('messages', ['reader_id'], 'people')],
  ),
  relation(
    'notes',
    ['id', 'made_by', 'kept_by', 'read_by'],
    [
      foreign('notes', ['made_by'], 'people'),
      foreign('notes', ['kept_by'], 'people'),
      foreign('notes', ['read_by'], 'people'),
    ],
  ),
  relation('lots', ['tenant', 'lot'], [], [], ['tenant', 'lot']),
  relation('sales', ['id', 'tenant', 'lot_no'], [foreign('sales', ['tenant', 'lot_no'], 'lots', ['tenant', 'lot'])]),
]

type Said = Record<string, Record<string, Record<string, unknown>>>

const unfolded = (fixtures: Said, traits: Said = {}) => {
  const { fixtures: rows, problems } = unfold({
    config: { fixtures, traits, fixtureFiles: {}, users: null },
    candidates: SHOP,
    now: Date.UTC(2026, 0, 1),
    fakerAt: ({ handle, key: name }) => ({ at: `${handle} ${name}` }),
  })
  const flat = Object.fromEntries(
    [...rows].map(([table, all]) => [
      table,
      Object.fromEntries(
        all.map((row) => [
          row.handle,
          { ...row.values, ...(row.leads === undefined ? {} : { leads: { ...row.leads } }) },
        ]),
      ),
    ]),
  )
  return { rows: flat, problems: problems.map(({ code, place }) => [code, place.path]), told: problems }
}
const $ref = (handle: string) => ({ $ref: handle })

describe('rows that nest', () => {
  test('are the flat rows that they stand for', () => {
    const { rows, problems } = unfolded({
      people: { ann: { email: 'ann@x.test', 'messages.sender_id': [{ reader: 'bo' }] }, bo: {} },
      orders: {
        one: {
          number: 1,
          buyer: 'ann',
          giver: { email: 'ann@x.test' },
          meta: { a: [1] },
          items: [{ sku: 'A' }, {}],
          tags: ['old', { name: 'new' }],
        },
        two: { number: 2, buyer_id: { email: 'new@x.test' }, items: 1, tags: [{ name: 'new' }] },
        three: { buyer: { email: 'new@x.test' }, items: { $handle: 'mine' } },
      },
      tags: { old: { name: 'old' } },
      sales: { sale: { lot_no: { tenant: 1, lot: 7 } }, none: { lot: null } },
    })
    expect(problems).toEqual([])
    expect(rows).toEqual({
      people: { ann: { email: 'ann@x.test' }, bo: {}, 'two.buyer': { email: 'new@x.test' } },
      messages: { 'ann.messages.sender_id.0': { sender_id: $ref('ann'), reader_id: $ref('bo') } },
      orders: {
        one: { number: 1, buyer_id: $ref('ann'), giverId: $ref('ann'), meta: { a: [1] } },
        two: { number: 2, buyer_id: $ref('two.buyer') },
        three: { buyer_id: $ref('two.buyer') },
      },
      items: {
        'one.items.0': { order_id: $ref('one'), sku: 'A' },
        'one.items.1': { order_id: $ref('one') },
        'two.items.0': { order_id: $ref('two') },
        mine: { order_id: $ref('three') },
      },
      tags: { old: { name: 'old' }, 'one.tags.1': { name: 'new' } },
      order_tags: {
        'one.order_tags.0': { order_id: $ref('one'), tag_id: $ref('old') },
        'one.order_tags.1': { order_id: $ref('one'), tag_id: $ref('one.tags.1') },
        'two.order_tags.0': { order_id: $ref('two'), tag_id: $ref('one.tags.1') },
      },
      lots: { 'sale.lot': { tenant: 1, lot: 7 } },
      sales: { none: { tenant: null, lot_no: null }, sale: { leads: { sales_tenant_lot_no_fkey: 'sale.lot' } } },
    })
  })

  test('take a handle in the column of a foreign key where its type shows that it is no key', () => {
    const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e'
    const { rows, problems } = unfolded({
      people: { ann: {} },
      notes: {
        one: { made_by: 'ann', kept_by: 'ann', read_by: 'ann' },
        two: { made_by: uuid, kept_by: '7' },
        three: { made_by: `{${uuid.toUpperCase()}}`, kept_by: null },
      },
    })
    expect(problems).toEqual([])
    expect(rows.notes).toMatchObject({
      one: { made_by: $ref('ann'), kept_by: $ref('ann'), read_by: 'ann' },
      two: { made_by: uuid, kept_by: '7' },
      three: { made_by: `{${uuid.toUpperCase()}}`, kept_by: null },
    })
  })

  test('keep their handles and values whatever other rows are said, and in whatever order', () => {
    const name = fc.stringMatching(/^[a-z]{3,6}$/)
    const row = fc.record({
      number: fc.nat(),
      items: fc.oneof(fc.nat(3), fc.array(fc.record({ sku: fc.string() }), { maxLength: 3 })),
    })
    fc.assert(
      fc.property(fc.dictionary(name, row, { minKeys: 2, maxKeys: 6 }), (orders) => {
        const all = unfolded({ orders }).rows
        const backwards = unfolded({ orders: Object.fromEntries(Object.entries(orders).reverse()) }).rows
        expect(backwards).toEqual(all)
        for (const [handle, own] of Object.entries(orders))
          for (const [table, rows] of Object.entries(unfolded({ orders: { [handle]: own } }).rows))
            expect(all[table]).toMatchObject(rows)
      }),
      { numRuns: 50 },
    )
  })
})

describe('traits, copies, sequences and functions', () => {
  const traits = {
    orders: {
      paid: { number: 5, meta: 'paid', $options: { rate: 2, fee: 1 } },
      large: { $traits: ['paid'], number: 9, items: 2 },
    },
  }

  test('later traits go before earlier ones, the row before all', () => {
    const { rows, problems } = unfolded(
      {
        orders: {
          a: { $traits: ['paid', 'large'] },
          b: { $traits: ['large', 'paid'], meta: 'own', items: [] },
          c: {
            $traits: 'paid',
            $options: { rate: 3 },
            number: ({ options }: { options: Record<string, number> }) => options.rate! * 10 + options.fee!,
          },
        },
      },
      traits,
    )
    expect(problems).toEqual([])
    expect(rows.orders).toEqual({
      a: { number: 9, meta: 'paid' },
      b: { number: 5, meta: 'own' },
      c: { number: 31, meta: 'paid' },
    })
    expect(Object.keys(rows.items ?? {})).toEqual(['a.items.0', 'a.items.1'])
  })

  test('copies are numbered from 0, sequences from 1, over all rows of a table', () => {
    const { rows } = unfolded({
      items: {
        first: { sku: { $sequence: 'S-{n:3}' } },
        more: { $times: 2, sku: { $sequence: (n: number) => `#${n}` }, price: ({ index }: { index: number }) => index },
      },
      orders: { o: { items: [{ sku: { $sequence: 'T', start: 10 } }] } },
    })
    expect(rows.items).toEqual({
      first: { sku: 'S-001' },
      'more.0': { sku: '#2', price: 0 },
      'more.1': { sku: '#3', price: 1 },
      'o.items.0': { order_id: $ref('o'), sku: 'T13' },
    })
  })

  test('functions see the row, the row above, faker at their address, and now; and may give anything that can be written', () => {
    type Given = Record<'row' | 'parent' | 'faker', Record<string, unknown>> & {
      now: Date
      ref: (handle: string) => unknown
    }
    const { rows, problems } = unfolded({
      orders: {
        o: {
          number: ({ row }: Given) => Number(row.meta) + 1,
          meta: ({ now }: Given) => now.getUTCFullYear(),
          buyer_id: ({ ref }: Given) => ref('ann'),
          items: () => [{ sku: ({ faker }: Given) => faker.at, price: ({ parent }: Given) => parent.number }],
        },
      },
      people: { ann: {} },
    })
    expect(problems).toEqual([])
    expect(rows).toMatchObject({
      orders: { o: { number: 2027, meta: 2026, buyer_id: $ref('ann') } },
      items: { 'o.items.0': { sku: 'o.items.0 sku', price: 2027 } },
    })
  })
})

test('what cannot be unfolded is told, all at once', () => {
  let calls = 0
  const { problems, told } = unfolded(
    {
      order: { a: {} },
      orders: {
        a: { numbr: 1, items: 'x', $trait: 'y', $traits: ['piad', 'round'], tags: [5] },
        b: { number: () => calls++, meta: { deep: () => 1 }, buyer: 'nobody' },
        c: {
          number: async () => 1,
          meta: () => {
            throw new Error('no')
          },
        },
        d: {
          number: ({ row }: { row: Record<string, unknown> }) => row.meta,
          meta: ({ row }: { row: Record<string, unknown> }) => row.number,
        },
        e: { $times: -1 },
        f: { items: [{ $handle: 'x' }, { $handle: 'x' }], giver: { email: 'ann@x.test', id: 7 } },
        g: { $traits: 'endless' },
        h: { buyer: { $times: 2 } },
      },
      people: { ann: { email: 'ann@x.test', messages: 1 } },
    },
    { orders: { paid: {}, round: { $traits: 'round' }, endless: { items: [{ order: { $traits: 'endless' } }] } } },
  )
  const at = (code: string) => problems.filter(([one]) => one === code).map(([, path]) => path)
  expect(at('unknown-table')).toEqual(['fixtures.order'])
  expect(at('unknown-column')).toEqual(['fixtures.orders.a.$trait', 'fixtures.orders.a.numbr'])
  expect(at('unknown-trait')).toEqual(['fixtures.orders.a.$traits', 'fixtures.orders.a.$traits'])
  expect(at('fixture-value')).toEqual([
    'fixtures.orders.a.items',
    'fixtures.orders.a.tags[0]',
    'fixtures.orders.b.meta',
    'fixtures.orders.h.buyer',
  ])
  expect(at('function-varies')).toEqual(['fixtures.orders.b.number'])
  expect(at('fixture-function').slice(0, 2)).toEqual(['fixtures.orders.c.number', 'fixtures.orders.c.meta'])
  expect(at('fixture-function')).toHaveLength(3)
  expect(at('fixture-invalid')).toContain('fixtures.orders.e.$times')
  expect(at('handle-twice')).toEqual(['fixtures.orders.f.items[1]'])
  expect(at('fixture-differs')).toEqual(['fixtures.orders.f.giver'])
  expect(at('fixture-unclear')).toEqual(['fixtures.people.ann.messages'])
  expect(told.find(({ code }) => code === 'fixture-unclear')?.next).toContain('messages.sender_id, messages.reader_id')
  expect(told.find(({ place }) => place.path === 'fixtures.orders.a.numbr')?.next).toBe('Did you mean number?')
})
