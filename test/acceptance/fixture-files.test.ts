import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SeedError } from '../../src/model/seed-error.ts'
import { refusal } from '../support/blog-with-assets.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { cleanupStory, planStory, projectFolder, seedStory } from '../support/story.ts'

const SHOP = `
  create table customers (id uuid primary key default gen_random_uuid(), email text not null unique, name text not null);
  create table orders (id uuid primary key default gen_random_uuid(), number int not null unique, customer_id uuid not null references customers, note text);`

const FILES = {
  'supa-seed.config.json':
    '{ "fixtures": { "customers": { "ann": { "name": "Ann" } } }, "traits": { "customers": { "test": { "email": "eve@shop.test" } } } }',
  'fixtures/orders.yaml':
    'orders:\n  order1001: &first { number: 1001, customer: ann, $traits: noted }\n  order1002:\n    number: 1002\n    customer: { $traits: test, name: Eve }\n$traits:\n  orders: { noted: { note: from a file } }\n',
  'fixtures/more.ts': `import { ref } from 'supa-seed'\nexport default { orders: { order1003: { number: 1003, customer_id: ref('ann'), note: ({ faker }: any) => faker.lorem.word() } } }\n`,
  'fixtures/page.ts': 'throw new Error("another tool keeps its own here")\n',
}

describe('fixtures in files', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase('pglite', SHOP)
  })
  afterAll(() => database.drop())

  const problems = async (files: Record<string, string>, config: object): Promise<unknown> => {
    const root = projectFolder()
    putFiles(root, files)
    const error = await refusal(planStory(database.db, config, root))
    if (!(error instanceof SeedError)) throw error
    const told = error.findings ?? []
    return (told.length > 0 ? told : [error]).map(({ code, place }) => [code, place.file, place.path])
  }

  test('beside the configuration are read: YAML, JSON, and modules that import supa-seed', async () => {
    const root = projectFolder()
    putFiles(root, FILES)
    expect(await seedStory(database.db, undefined, root)).toMatchObject({ ok: true, errors: [], warnings: [] })
    const rows =
      'select number, name, note is not null as noted from orders join customers c on c.id = customer_id order by number'
    expect(await database.raw(rows)).toEqual([
      { number: 1001, name: 'Ann', noted: true },
      { number: 1002, name: 'Eve', noted: true },
      { number: 1003, name: 'Ann', noted: true },
    ])
    expect(await seedStory(database.db, undefined, root)).toMatchObject({ ok: true })
    expect(await database.raw('select count(*)::int as n from orders')).toEqual([{ n: 3 }])
    await cleanupStory(database.db, undefined, root)
  })

  test('may lie where the configuration says, beside rows of its own', async () => {
    const root = projectFolder()
    putFiles(root, { 'e2e/rows.json': '{ "orders": { "one": { "number": 1, "customer": { "name": "Bo" } } } }' })
    const config = { fixtures: ['./e2e/*.json', { orders: { two: { number: 2 } } }] }
    expect(await seedStory(database.db, config, root)).toMatchObject({ ok: true })
    expect(await database.raw('select number from orders order by number')).toEqual([{ number: 1 }, { number: 2 }])
    await cleanupStory(database.db, config, root)
  })

  test('are told where they are wrong', async () => {
    const one = { orders: { one: { number: 1 } } }
    expect(await problems({ 'a.yaml': 'orders: { one: { number: 2 } }' }, { fixtures: ['a.yaml', one] })).toEqual([
      ['handle-twice', 'a.yaml', 'fixtures.orders.one'],
    ])
    expect(
      await problems(
        { 'a.yaml': 'orders: { one: 5 }', 'b.yaml': 'orders: [', 'c.json': '[]', 'd.txt': '' },
        { fixtures: ['*.*'] },
      ),
    ).toEqual([
      ['fixture-file', 'b.yaml:1', undefined],
      ['fixture-file', 'd.txt', undefined],
      ['invalid-setting', 'a.yaml', 'fixtures.orders.one'],
      ['invalid-setting', 'c.json', 'fixtures'],
    ])
    expect(await problems({ 'a.yaml': 'orders: { one: { numbr: 1 } }' }, { fixtures: 'a.yaml' })).toEqual([
      ['unknown-column', 'a.yaml', 'fixtures.orders.one.numbr'],
    ])
    expect(await problems({}, { fixtures: './nowhere/*.yaml' })).toEqual([
      ['fixture-file', './nowhere/*.yaml', undefined],
    ])
  })

  test('must not lead out of the project, nor explode', async () => {
    const [root, other] = [projectFolder(), projectFolder()]
    putFiles(other, { 'secret.yaml': 'orders: { one: { number: 1 } }' })
    putFiles(root, { 'rows/own.yaml': '' })
    symlinkSync(join(other, 'secret.yaml'), join(root, 'rows/secret.yaml'))
    expect(await refusal(planStory(database.db, { fixtures: 'rows/*.yaml' }, root))).toMatchObject({
      code: 'fixture-file',
      place: { file: 'rows/secret.yaml' },
    })
    const climbing = await refusal(planStory(database.db, { fixtures: `${other}/*.yaml` }, root))
    expect(climbing).toMatchObject({ code: 'fixture-file' })
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...[...'bcdefghi'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`),
    ]
    writeFileSync(join(root, 'bomb.yaml'), bomb.join('\n'))
    expect(await refusal(planStory(database.db, { fixtures: 'bomb.yaml' }, root))).toMatchObject({
      code: 'fixture-file',
    })
  })
})
