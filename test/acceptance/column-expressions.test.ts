import { expect, it } from 'vitest'
import { facts, refusal, written } from '../support/blog-with-assets.ts'
import { freshDatabase } from '../support/database.ts'
import { projectFolder, seedStory, verifyStory } from '../support/story.ts'

const DDL = `create type size as enum ('extra-large', 'small');
  create table shops (id int generated always as identity primary key, name text not null, email text not null unique, code varchar(40) not null unique, token uuid not null unique,
    size size not null, opened_on date not null, closed_at timestamptz, note text, stars int check (stars between 1 and 5), tags text[] not null, config jsonb not null, made_at timestamptz default now());
  create table parts (id int generated always as identity primary key, shop_id int not null references shops, sku text not null, label text not null, slug text)`

const columns = {
  name: { expression: 'faker.company.name()' },
  email: { expression: 'faker.internet.email().x | faker.internet.exampleEmail()' },
  code: { expression: "upper(slugify(concat('shop ', row.name), 20))" },
  token: { expression: 'faker.string.uuid()' },
  size: { expression: "random(['Small', 'extra large'])" },
  opened_on: { expression: 'random_recent(2_years)' },
  closed_at: { expression: 'later(row.opened_on, 10_days)', nulls: 0.5 },
  note: { expression: "concat(row.name, ' since ', row.opened_on, ', ', row.stars, ' stars')" },
  stars: { expression: 'faker.number.int({ min: 1, max: 5 })' },
  tags: { expression: "[row.name, 'x']" },
  config: { expression: '{ size: row.size, deep: { stars: [row.stars] } }' },
}
const config = (more: object = {}, count = 40) => ({
  seed: 'expressions',
  now: '2025-06-01',
  tables: {
    shops: { count, columns: { ...columns, ...more } },
    parts: {
      count: 60,
      columns: { sku: { expression: "concat('S', row.shop_id)" }, label: { expression: 'shout(row.sku)' } },
    },
  },
  functions: { shout: (text: string) => `${text}!` },
})

it('columns get what expressions give for their row: the same in every run', async () => {
  const made: unknown[] = []
  for (const count of [40, 25]) {
    const database = await freshDatabase('pg17', DDL)
    const root = projectFolder()
    expect((await seedStory(database.db, config({}, count), root)).errors).toEqual([])
    expect(written(await seedStory(database.db, config({}, count), root))).toBe(0)
    expect((await verifyStory(database.db, config({}, count), root)).ok).toBe(true)
    await facts(
      database,
      `select bool_and(email ~ '^[^@]+-\\d+@example\\.(com|net|org)$') from shops`,
      `select bool_and(code ~ '^SHOP-' and length(code) <= 40) from shops`,
      `select bool_and(closed_at = opened_on + interval '10 days') and count(closed_at) between 1 and 39 from shops`,
      `select bool_and(note = name || ' since ' || opened_on || ', ' || stars || ' stars') from shops`,
      `select bool_and(tags = array[name, 'x'] and config = jsonb_build_object('size', size, 'deep', jsonb_build_object('stars', array[stars]))) from shops`,
      `select bool_and(sku = 'S' || shop_id and label = sku || '!') and count(*) = 60 from parts`,
      `select count(distinct size) = 2 and count(distinct stars) = 5 and count(distinct name) > 20 from shops`,
    )
    made.push(await database.raw('select * from shops where id <= 20 order by id'))
    await database.drop()
  }
  expect(JSON.stringify(made[1], (key, value) => (key === 'made_at' ? undefined : value))).toBe(
    JSON.stringify(made[0], (key, value) => (key === 'made_at' ? undefined : value)),
  )
})

it('an expression may look at a row with the same expression', async () => {
  const database = await freshDatabase(
    'pg17',
    `create table nodes (id int generated always as identity primary key, name text not null unique, parent_name text references nodes (name), mark int not null)`,
  )
  const name = { expression: "concat(row.parent_name | 'n', '.', faker.number.int({ min: 100, max: 999 }))" }
  const asking = {
    seed: 'nodes',
    tables: { nodes: { count: 30, columns: { name, mark: { expression: 'faker.number.int(9999)' } } } },
  }
  const root = projectFolder()
  expect((await seedStory(database.db, asking, root)).errors).toEqual([])
  expect((await verifyStory(database.db, asking, root)).ok).toBe(true)
  // Each draws by its own row, whatever was looked at on the way.
  await facts(
    database,
    `select count(parent_name) > 5 and bool_and(name ~ ('^' || replace(coalesce(parent_name, 'n'), '.', '\\.') || '\\.\\d{3}-\\d+$')) from nodes`,
    `select count(distinct substring(name from '(\\d{3})-\\d+$')) > 25 from nodes`,
  )
  await database.drop()
})

it('expressions that cannot be are told before anything is written', async () => {
  const database = await freshDatabase('pg17', DDL)
  const root = projectFolder()
  const wrong = {
    name: { expression: 'faker.company.nme()' },
    opened_on: { expression: "'someday'" },
    stars: { expression: '9' },
    code: { expression: 'row.note' },
    note: { expression: 'row.code' },
    closed_at: { expression: 'row.made_at' },
    tags: { expression: 'frontmatter.tags' },
    config: { expression: '{ a: row.confg }' },
    email: { expression: 'null' },
    made_at: 'leave' as const,
  }
  const refused = await refusal(seedStory(database.db, config(wrong), root))
  expect(refused).toMatchObject({ code: 'assets-invalid', exitCode: 2 })
  expect(
    refused.findings.filter(({ level }) => level === 'error').map(({ code, place }) => [code, place.column]),
  ).toEqual([
    ['expression-invalid', 'name'],
    ['expression-value', 'email'],
    ['expression-value', 'opened_on'],
    ['unknown-row-column', 'closed_at'],
    ['expression-value', 'stars'],
    ['expression-invalid', 'tags'],
    ['unknown-row-column', 'config'],
    ['expression-cycle', expect.stringMatching(/code|note/)],
  ])
  const likely = await seedStory(database.db, config({ note: 'faker.lorem.word()' }), root)
  expect(likely.warnings.map(({ code }) => code)).toContain('text-like-expression')
  await database.drop()
})
