import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { cleanupStory, planStory, projectFolder, seedStory } from '../support/story.ts'

const text = await readFile(new URL('../../docs/fixtures.md', import.meta.url), 'utf8')

const sample = (language: string): string => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? ''

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase('pglite')
  await layBase(database.db)
  await database.raw(sample('sql'))
})
afterAll(() => database.drop())

test('rows nest in a file beside the configuration', async () => {
  const root = projectFolder()
  putFiles(root, {
    'fixtures/orders.yaml': sample('yaml'),
    'supa-seed.config.json': '{ "tables": { "orders": 6, "order_items": 20 } }',
  })
  expect(await seedStory(database.db, undefined, root)).toMatchObject({ ok: true, errors: [], warnings: [] })
  const rows = `select number, c.name, (select count(*)::int from order_items i where i.order_id = o.id) as items, array_agg(t.name order by t.name) as tags
    from orders o join customers c on c.id = customer_id join order_tags on order_id = o.id join tags t on t.id = tag_id where number in (1001, 1002) group by o.id, c.name order by number`
  expect(await database.raw(rows)).toEqual([
    { number: 1001, name: 'Ann', items: 2, tags: ['urgent'] },
    { number: 1002, name: 'Bo', items: 3, tags: ['gift', 'urgent'] },
  ])
  await cleanupStory(database.db, undefined, root)
})

test('traits, copies, sequences and functions', async () => {
  const root = projectFolder()
  putFiles(root, { 'supa-seed.config.ts': sample('ts') })
  expect((await planStory(database.db, undefined, root)).tables.flatMap(({ fixtures = [] }) => fixtures)).toHaveLength(
    12,
  )
  expect(await seedStory(database.db, undefined, root)).toMatchObject({ ok: true, errors: [] })
  const rows = `select status, total::float, (select count(*)::int from order_items i where i.order_id = o.id and quantity = 10) as items from orders o where number = 1001`
  expect(await database.raw(rows)).toEqual([{ status: 'paid', total: 200, items: 3 }])
  expect(
    await database.raw(`select min(sku) as first, count(*)::int as n from products where sku like 'TENT-%'`),
  ).toEqual([{ first: 'TENT-001', n: 5 }])
  await cleanupStory(database.db, undefined, root)
})

test('users have an address of their handle, and roles of the application', async () => {
  const root = projectFolder()
  expect(await seedStory(database.db, JSON.parse(sample('json')), root)).toMatchObject({
    ok: true,
    users: { created: 5 },
  })
  const rows = `select email, role, raw_app_meta_data ->> 'role' as app, raw_user_meta_data ->> 'name' as name from auth.users where email like 'alice%'`
  expect(await database.raw(rows)).toEqual([
    { email: 'alice@example.com', role: 'authenticated', app: 'admin', name: 'Alice' },
  ])
})
