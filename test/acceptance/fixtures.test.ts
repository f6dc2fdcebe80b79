import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ref } from '../../src/config/ref.ts'
import { sequence } from '../../src/config/sequence.ts'
import type { Finding } from '../../src/model/finding.ts'
import { fixtureKey } from '../../src/values/keys/fixture-key.ts'
import { refusal } from '../support/blog-with-assets.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { cleanupStory, planStory, projectFolder, seedStory } from '../support/story.ts'

const SHOP = `
  create type state as enum ('open', 'paid', 'shipped');
  create table customers (id uuid primary key default gen_random_uuid(), email text not null unique, name text not null);
  create table products (id serial primary key, sku varchar(12) not null unique, price numeric(10, 2) not null check (price > 0));
  create table orders (id uuid primary key default gen_random_uuid(), number int not null unique, customer_id uuid not null references customers on delete cascade,
    gift_for uuid references customers, status state not null default 'open', total numeric(12, 2), placed_at timestamptz not null default now());
  create table order_items (id uuid primary key default gen_random_uuid(), order_id uuid not null references orders on delete cascade,
    product_id int not null references products, quantity int not null default 1 check (quantity between 1 and 99));
  create table tags (id serial primary key, name text not null unique);
  create table order_tags (order_id uuid references orders on delete cascade, tag_id int references tags, primary key (order_id, tag_id));
  create table notes (id serial primary key, writer uuid not null references customers, reader uuid references customers, body text not null);
  create table warehouses (id uuid primary key default gen_random_uuid(), name text not null);
  create table bins (warehouse_id uuid references warehouses, code text, primary key (warehouse_id, code));
  create table stock (id uuid primary key default gen_random_uuid(), warehouse_id uuid not null references warehouses, bin_code text not null, what text not null,
    foreign key (warehouse_id, bin_code) references bins);`

const config = {
  seed: 42,
  tables: { customers: 6, orders: 12, order_items: 30 },
  traits: {
    orders: {
      paid: { status: 'paid', placed_at: '2026-01-05T09:00:00Z', $options: { rate: 2 } },
      large: { $traits: 'paid', order_items: [{ product: { sku: 'TENT-2', price: 300 }, quantity: 4 }] },
    },
  },
  fixtures: {
    customers: {
      ann: { email: 'ann@shop.test', name: 'Ann', 'notes.writer': 2 },
      vip: {
        $times: 3,
        email: sequence('vip-{n:3}@shop.test'),
        name: ({ index, faker }: { index: number; faker: never }) =>
          `${(faker as { person: { firstName(): string } }).person.firstName()} ${index}`,
      },
    },
    tags: { camping: { name: 'camping' } },
    warehouses: { north: { name: 'North', bins: [{ code: 'A1', stock: [{ what: 'tent' }] }] } },
    stock: { stove: { what: 'stove', bin: { warehouse: { name: 'South' }, code: 'B2' } } },
    orders: {
      order1001: {
        number: 1001,
        customer_id: ref('ann'),
        gift_for: { email: 'bo@shop.test', name: 'Bo' },
        tags: ['camping', { name: 'gear' }],
        order_items: [{ product: { sku: 'TENT-2', price: 300 }, quantity: 2 }, {}],
      },
      order1002: {
        $traits: ['large'],
        number: 1002,
        customer: { email: 'ANN@shop.test'.toLowerCase() },
        total: ({ row, options }: { row: Record<string, unknown>; options: Record<string, unknown> }) =>
          Number(row.number) * Number(options.rate),
        tags: [{ name: 'gear' }],
      },
    },
  },
}

describe.each(['pglite', 'pg17'] as const)('fixtures on %s', (server) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase(server, SHOP)
  })
  afterAll(() => database.drop())

  test('are unfolded, count, keep their keys, stay as they are, are found again without a journal, and go', async () => {
    const root = projectFolder()
    expect(await seedStory(database.db, config, root)).toMatchObject({ ok: true, errors: [], warnings: [] })
    const orders = await database.raw(`
      select o.id, number, c.name as customer, g.name as gift, status::text, total::float, array_agg(distinct t.name order by t.name) as tags,
        (select array_agg(p.sku || ' ' || quantity order by quantity desc) from order_items i join products p on p.id = i.product_id where i.order_id = o.id and p.sku = 'TENT-2' and quantity in (2, 4)) as tents
      from orders o join customers c on c.id = customer_id left join customers g on g.id = gift_for join order_tags on order_id = o.id join tags t on t.id = tag_id
      where number in (1001, 1002) group by o.id, c.name, g.name order by number`)
    expect(orders).toMatchObject([
      {
        id: fixtureKey('42', 'orders', 'order1001'),
        customer: 'Ann',
        gift: 'Bo',
        tags: ['camping', 'gear'],
        tents: ['TENT-2 2'],
      },
      {
        id: fixtureKey('42', 'orders', 'order1002'),
        customer: 'Ann',
        status: 'paid',
        total: 2004,
        tags: ['gear'],
        tents: ['TENT-2 4'],
      },
    ])
    const [counts] = await database.raw(`
      select (select count(*)::int from customers) as customers, (select count(*)::int from orders) as orders, (select count(*)::int from order_items) as items,
        (select count(*)::int from order_items where order_id = '${fixtureKey('42', 'orders', 'order1001')}') as of1001,
        (select array_agg(email order by email) from customers where email like 'vip%') as vips,
        (select count(*)::int from notes n join customers c on c.id = writer where c.name = 'Ann') as notes`)
    expect(counts).toEqual({
      customers: 6,
      orders: 12,
      items: 30,
      of1001: 2,
      vips: ['vip-001@shop.test', 'vip-002@shop.test', 'vip-003@shop.test'],
      notes: 2,
    })
    const bins =
      'select what, code, w.name from stock join bins b using (warehouse_id) join warehouses w on w.id = warehouse_id where code = bin_code order by what'
    expect(await database.raw(bins)).toEqual([
      { what: 'stove', code: 'B2', name: 'South' },
      { what: 'tent', code: 'A1', name: 'North' },
    ])
    const before = await contents(database)
    expect(await seedStory(database.db, config, root)).toMatchObject({ ok: true })
    expect(await contents(database)).toEqual(before)
    expect(await seedStory(database.db, config, projectFolder())).toMatchObject({ ok: true })
    expect(await contents(database)).toEqual(before)
    await cleanupStory(database.db, config, root)
    expect(await database.raw('select count(*)::int as n from customers')).toEqual([{ n: 0 }])
  })
})

test('everything that is wrong with fixtures is told at once, before anything is written', async () => {
  const database = await freshDatabase('pglite', SHOP)
  const orders = {
    a: { number: 'x', customer_id: ref('nobody'), status: 'payd', total: [1], placed_at: 'soon' },
    b: { number: 2, customer_id: ref('shoe'), totl: 5, id: 'no-uuid' },
    c: { number: 2, customer: null },
  }
  const products = { shoe: { sku: 'much longer than twelve', price: 0 } }
  const items = { one: { quantity: 100 }, two: { quantity: 2.5 } }
  const wrong = { fixtures: { orders, products, order_items: items, ordrs: { z: {} } } }
  const error = await refusal(planStory(database.db, wrong, projectFolder()))
  expect(error).toMatchObject({ code: 'fixtures-invalid', exitCode: 2 })
  const told = ((error as { findings?: readonly Finding[] }).findings ?? []).map(({ code, place, expected, next }) =>
    [place.path, code, expected?.slice(0, 39), next?.startsWith('Did') ? next : ''].join(' | '),
  )
  expect(told.sort()).toEqual([
    'fixtures.order_items.one.quantity | fixture-value | at most 99 | ',
    'fixtures.order_items.two.quantity | fixture-value | integer, a whole number from -214748364 | ',
    'fixtures.orders.a.customer_id | unknown-handle | a fixture of customers | ',
    'fixtures.orders.a.number | fixture-value | integer, a whole number from -214748364 | ',
    'fixtures.orders.a.placed_at | fixture-value | timestamptz, such as 2026-01-31 | ',
    'fixtures.orders.a.status | fixture-value | one of open, paid, shipped | ',
    'fixtures.orders.a.total | fixture-value | numeric(12,2) | ',
    'fixtures.orders.b.customer_id | handle-of-other-table | a fixture of customers | ',
    'fixtures.orders.b.id | fixture-value | uuid | ',
    'fixtures.orders.b.totl | unknown-column | one of id, number, customer_id, gift_fo | Did you mean total?',
    'fixtures.orders.c.customer_id | fixture-value | uuid, not NULL | ',
    'fixtures.orders.c.number | fixture-twice | one row for each (orders_number_key) | ',
    'fixtures.ordrs | unknown-table | a table of this database | Did you mean orders?',
    'fixtures.products.shoe.price | fixture-value | at least 0.01 | ',
    'fixtures.products.shoe.sku | fixture-value | at most 12 characters | ',
  ])
  await database.drop()
})

test('natural keys lead to rows of others, which stay as they are', async () => {
  const database = await freshDatabase('pglite', SHOP)
  await database.raw(
    `insert into tags (name) values ('camping'), ('other'); insert into customers (email, name) values ('her@shop.test', 'Her')`,
  )
  const fixtures = {
    orders: {
      mine: { number: 1, customer: { email: 'her@shop.test' }, tags: [{ name: 'camping' }, { name: 'gear' }] },
    },
  }
  const root = projectFolder()
  expect(await seedStory(database.db, { fixtures }, root)).toMatchObject({ ok: true, errors: [] })
  const rows = `select c.name, array_agg(t.name order by t.name) as tags from orders o join customers c on c.id = customer_id
    join order_tags on order_id = o.id join tags t on t.id = tag_id group by c.name`
  expect(await database.raw(rows)).toEqual([{ name: 'Her', tags: ['camping', 'gear'] }])
  const before = await contents(database)
  for (const folder of [root, projectFolder()]) {
    expect(await seedStory(database.db, { fixtures }, folder)).toMatchObject({ ok: true })
    expect(await contents(database)).toEqual(before)
  }
  await cleanupStory(database.db, { fixtures }, root)
  expect(await database.raw('select name from tags order by name')).toEqual([{ name: 'camping' }, { name: 'other' }])
  await database.drop()
})

test('fixtures that the application changed are told, and set back when asked; deleted ones come back', async () => {
  const database = await freshDatabase('pg17', SHOP)
  const fixtures = {
    customers: { ann: { email: 'ann@shop.test' }, bo: { email: 'bo@shop.test' } },
    orders: {
      one: { number: 1, customer: 'ann', status: 'paid', order_items: [{ quantity: 3 }] },
      two: { number: 2, customer: 'bo' },
    },
  }
  const own = { tables: { customers: 4, orders: 8 }, fixtures }
  const root = projectFolder()
  await seedStory(database.db, own, root)
  const before = await contents(database)
  await database.raw(
    `update orders set status = 'open', total = 1 where number = 1; delete from orders where number = 2`,
  )
  for (const folder of [root, projectFolder()]) {
    const { findings } = await planStory(database.db, own, folder)
    expect(findings.filter(({ code }) => code.startsWith('fixture-'))).toMatchObject([
      { code: 'fixture-deleted', place: { path: 'fixtures.orders.two' } },
      { code: 'fixture-changed', place: { column: 'status' }, expected: 'paid', found: 'open' },
    ])
  }
  const told = await seedStory(database.db, own, root)
  expect(told.warnings).toContainEqual(expect.objectContaining({ code: 'fixture-changed', level: 'warning' }))
  const states = () =>
    database.raw('select number, status::text, total::float from orders where number in (1, 2) order by number')
  expect(await states()).toMatchObject([{ number: 1, status: 'open', total: 1 }, { number: 2 }])
  expect(await seedStory(database.db, own, root, { restore: true })).toMatchObject({ ok: true, warnings: [] })
  expect(await states()).toMatchObject([{ number: 1, status: 'paid', total: 1 }, { number: 2 }])
  const same = async () => Object.entries(await contents(database)).filter(([table]) => table !== 'orders')
  expect(await same()).toEqual(Object.entries(before).filter(([table]) => table !== 'orders'))
  expect(await seedStory(database.db, own, root)).toMatchObject({ ok: true, warnings: [] })
  const edited = {
    ...own,
    fixtures: { ...fixtures, customers: { ...fixtures.customers, bo: { email: 'new@shop.test' } } },
  }
  const { findings: warned } = await planStory(database.db, edited, root)
  expect(warned.filter(({ code }) => code.startsWith('fixture-'))).toMatchObject([
    { code: 'fixture-edited', level: 'warning', place: { path: 'fixtures.customers.bo' } },
  ])
  await cleanupStory(database.db, own, root)
  expect(await database.raw('select count(*)::int as n from orders')).toEqual([{ n: 0 }])
  await database.drop()
})
