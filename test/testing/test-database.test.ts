import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defineConfig } from '../../src/index.ts'
import { keepCopy, readCopy } from '../../src/run/testing/database/cache.ts'
import { DatabaseError, handles, seedTestDatabase } from '../../src/test.ts'
import { freshFolder } from '../support/children.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder } from '../support/story.ts'

const MIGRATION = `
create table orders (id bigint generated always as identity primary key, number int not null unique,
  customer_id uuid not null references auth.users on delete cascade, total numeric(10, 2) not null default 0);
create sequence tickets;
alter table orders enable row level security;
create policy read on orders for select to authenticated using (customer_id = (select auth.uid()));
create policy write on orders for insert to authenticated with check (customer_id = (select auth.uid()));`

const config = defineConfig({
  seed: 'policies',
  users: { count: 3, passwordCost: 4 },
  tables: { orders: 6 },
  fixtures: {
    users: { alice: { email: 'alice@example.com' }, bo: {} },
    orders: { order1001: { number: 1001, total: 20, customer_id: { $ref: 'alice' } } },
  },
})

const cwd = projectFolder()
putFiles(cwd, { 'supabase/migrations/20250101000000_shop.sql': MIGRATION })

test('a database for each test: as others see it, and as it was seeded', async () => {
  const db = await seedTestDatabase({ config, cwd })
  const h = db.handles
  expect({ ...h.alice }).toEqual({ ...handles(config).alice })
  const mine = (who: typeof h.alice) => db.asUser(who, (as) => as.query('select number from orders order by number'))
  expect(await mine(h.alice)).toContainEqual({ number: 1001 })
  expect(await mine(h.bo)).not.toContainEqual({ number: 1001 })
  expect(await db.asAnon((as) => as.query('select from orders'))).toEqual([])
  expect(await db.asServiceRole((as) => as.query('select count(*) as n from orders'))).toEqual([{ n: 6 }])
  expect(await db.asUser('alice@example.com', (as) => as.query('select auth.uid() as id'))).toEqual([
    { id: h.alice.id },
  ])

  // What a policy refuses leaves the rest as it was.
  const put = 'insert into orders (number, customer_id) values ($1, $2) returning id'
  const seen = await db.asUser(h.bo, async (as) => {
    const refused = await as.query(put, [7, h.alice.id]).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(DatabaseError)
    expect(refused).toMatchObject({ code: '42501', message: expect.stringContaining('orders') })
    return as.query(put, [8, h.bo.id])
  })
  await expect(
    db.asUser(h.bo, async (as) => {
      await as.query(put, [9, h.bo.id])
      throw new Error('of the test itself')
    }),
  ).rejects.toThrow('of the test itself')
  expect(await db.query('select number from orders where number between 1 and 99')).toEqual([{ number: 8 }])
  expect(await db.query(`select nextval('tickets') as n, current_user::text as me, auth.uid() as id`)).toEqual([
    { n: 1, me: 'postgres', id: null },
  ])
  await expect(db.asAnon(() => db.query('select 1'))).rejects.toMatchObject({ code: 'database-busy' })
  await expect(db.asUser('nobody@example.com', async () => 1)).rejects.toMatchObject({ code: 'unknown-user' })
  await db.close()

  const [next, beside] = await Promise.all([seedTestDatabase({ config, cwd }), seedTestDatabase({ config, cwd })])
  await beside.query('drop table orders')
  expect(await next.query('select count(*) as n, max(id) as id from orders')).toEqual([{ n: 6, id: 6 }])
  expect(await next.query(`select nextval('tickets') as n`)).toEqual([{ n: 1 }])
  // The one that was refused took a number, too.
  expect(seen).toEqual([{ id: 8 }])
  expect(await next.asUser(h.bo, (as) => as.query(put, [8, h.bo.id]))).toEqual([{ id: 7 }])
  await Promise.all([next.close(), beside.close()])
})

test('a database of its own commits, and one that was committed is given to nobody', async () => {
  const own = await seedTestDatabase({ config, cwd, isolation: 'instance' })
  await own.query('begin; update orders set total = 5; commit')
  expect(await own.asServiceRole((as) => as.query('select distinct total from orders'))).toEqual([{ total: '5.00' }])
  await own.close()
  const db = await seedTestDatabase({ config, cwd })
  const [before] = await db.query('select sum(total) as sum from orders')
  const ended = { code: 'test-transaction-ended' }
  await expect(db.query('update orders set total = 5; commit')).rejects.toMatchObject(ended)
  await expect(db.close()).rejects.toMatchObject(ended)
  const next = await seedTestDatabase({ config, cwd })
  expect(await next.query('select sum(total) as sum from orders')).toEqual([before])
  await next.close()
  const cache = join(cwd, '.supa-seed', 'cache')
  expect(readdirSync(cache).filter((name) => name.endsWith('.tar.gz'))).toHaveLength(1)
  expect(readdirSync(join(cwd, '.supa-seed'))).toEqual(['cache'])
})

test('SQL that is named, and SQL that is not there', async () => {
  const cwd = freshFolder()
  putFiles(cwd, {
    'sql/b.sql': 'create table u (id int primary key); insert into u values (1);',
    'sql/a.sql': 'create table t (id int primary key);',
  })
  putFiles(cwd, { 'supa-seed.config.json': '{ "seed": 1 }', 'fixtures/t.yaml': 't: { two: { id: 2 } }' })
  const db = await seedTestDatabase({ cwd, migrations: 'sql', cache: false })
  expect({ ...db.handles.two }).toEqual({ id: 2 })
  expect(await db.query('select id from u')).toEqual([{ id: 1 }])
  await db.close()
  expect(existsSync(join(cwd, '.supa-seed'))).toBe(false)
  await expect(seedTestDatabase({ config: {}, cwd, migrations: './nowhere' })).rejects.toMatchObject({
    code: 'file-unreadable',
  })
})

test('copies are kept whole, and a few of them', async () => {
  const root = freshFolder()
  const copy = {
    dump: new Blob(['packed']),
    manifest: { version: 1 as const, seed: 's', handles: { users: { al: { id: 'x', password: 'secret' } } } },
  }
  const keys = Array.from({ length: 6 }, (_, i) => String(i).repeat(64))
  for (const key of keys) await keepCopy(root, key, copy)
  const cache = join(root, '.supa-seed', 'cache')
  expect(readdirSync(cache).filter((name) => name.endsWith('.tar.gz'))).toHaveLength(4)
  const read = await readCopy(root, keys[5] ?? '')
  expect([await read?.dump.text(), read?.manifest]).toEqual([
    'packed',
    { ...copy.manifest, handles: { users: { al: { id: 'x' } } } },
  ])
  writeFileSync(join(cache, `test-${keys[5]}.tar.gz`), 'damaged')
  expect(await readCopy(root, keys[5] ?? '')).toBe(null)
  rmSync(cache, { recursive: true })
  expect(await readCopy(root, keys[4] ?? '')).toBe(null)
})
