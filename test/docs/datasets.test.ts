import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { cleanupStory, projectFolder, seedStory } from '../support/story.ts'

const text = await readFile(new URL('../../docs/datasets.md', import.meta.url), 'utf8')

const SHOP = `
create table customers (id uuid primary key default gen_random_uuid(), email text not null unique);
create table orders (id bigint generated always as identity primary key, customer_id uuid not null references customers, total numeric(8,2) not null);`

const SHOPS = `create table plans (code text primary key);
create table shops (id uuid primary key default gen_random_uuid(), slug text not null unique, plan text not null references plans);
alter table customers add column shop_id uuid references shops;
alter table orders add column number int unique;`

const OTHERS = `insert into customers (email) values ('one@example.com'), ('two@example.com'), ('three@example.com')`

const [datasets, total, scale, instances] = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) =>
  JSON.parse(json ?? ''),
)

it('the examples run, twice without any change, and total counts who is there', async () => {
  const database = await freshDatabase('pglite', SHOP)
  const rowsOf = async (config: unknown): Promise<unknown> => {
    const root = projectFolder()
    await seedStory(database.db, config, root)
    const again = await seedStory(database.db, config, root)
    expect(again).toMatchObject({ ok: true, warnings: [] })
    expect(again.tables.filter(({ inserted }) => inserted > 0)).toEqual([])
    const found = await database.raw(
      'select (select count(*)::int from customers) as customers, (select count(*)::int from orders) as orders',
    )
    await cleanupStory(database.db, config, root)
    return found[0]
  }
  expect(await rowsOf(datasets)).toEqual({ customers: 4, orders: 4 })
  expect(await rowsOf({ ...datasets, dataset: 'demo' })).toEqual({ customers: 10, orders: 60 })
  expect(await rowsOf(scale)).toEqual({ customers: 5, orders: 10 })
  await database.raw(SHOPS)
  expect(await rowsOf(instances)).toEqual({ customers: 3, orders: 3 })
  await database.raw(OTHERS)
  expect(await rowsOf(total)).toEqual({ customers: 12, orders: 0 })
  expect(await rowsOf({ tables: { customers: { total: 2 } } })).toEqual({ customers: 3, orders: 0 })
})
