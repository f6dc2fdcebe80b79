import { beforeAll, expect, test } from 'vitest'
import type { Plan } from '../../src/model/plan.ts'
import { compileRows } from '../../src/values/rows/rows.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { planStory, projectFolder } from '../support/story.ts'

const SCHEMA = `
create table people (id uuid primary key default gen_random_uuid(), full_name text not null, email text not null unique, created_at timestamptz not null default now());
create table posts (id uuid primary key default gen_random_uuid(), person_id uuid not null references people, title text not null, slug text not null unique, note text, status text not null check (status in ('draft', 'published')), created_at timestamptz not null default now());
create table comments (id uuid primary key default gen_random_uuid(), post_id uuid not null references posts, person_id uuid not null references people, body text not null);
create table tags (id uuid primary key default gen_random_uuid(), name text not null unique);
create table post_tags (post_id uuid references posts, tag_id uuid references tags, primary key (post_id, tag_id));`

const BASE = {
  now: '2026-01-15',
  tables: { people: 20, posts: 120, comments: 300, tags: 15, post_tags: 240 },
  fixtures: { people: { alice: { full_name: 'Alice' } }, posts: { welcome: { person_id: { $ref: 'alice' } } } },
}

type Rows = ReadonlyMap<string, Readonly<Record<string, string | null>>>
/** Rows by table and key. */
type Planned = ReadonlyMap<string, Rows>

/** What a plan would write, by table and key. Nothing is written. */
function rowsOf(plan: Plan): Planned {
  const rows = compileRows(plan)
  return new Map(
    plan.tables.map(({ id, rows: count, key, columns }) => {
      const names = columns.map(({ name }) => name)
      const all = Array.from({ length: count }, (_, row) => {
        const texts = rows.table(id).texts(row, names)
        return Object.fromEntries(names.map((name, at) => [name, texts[at] ?? null]))
      })
      return [id, new Map(all.map((row) => [key.columns.map((name) => row[name]).join(' '), row]))]
    }),
  )
}

interface Moved {
  /** Rows of before that are not there any more. */
  readonly gone: number
  readonly come: number
  /** Columns that say something else in rows that both have, and in how many of them. */
  readonly changed: Readonly<Record<string, number>>
}

let database: TestDatabase
let base: Planned

const planned = async (config: unknown): Promise<Planned> =>
  rowsOf(await planStory(database.db, config, projectFolder()))

beforeAll(async () => {
  database = await freshDatabase('pglite', SCHEMA)
  base = await planned(BASE)
})

/** What a change moves, by table, printed in per cent of the rows that were there. */
function movedBy(change: string, after: Planned, before: Planned = base): Readonly<Record<string, Moved>> {
  const moved: Record<string, Moved> = {}
  for (const [table, rows] of before) {
    const now = after.get(table) ?? new Map()
    const changed: Record<string, number> = {}
    let gone = 0
    for (const [key, row] of rows) {
      const other = now.get(key)
      if (other === undefined) gone++
      else for (const name of Object.keys(row)) if (row[name] !== other[name]) changed[name] = (changed[name] ?? 0) + 1
    }
    moved[table] = { gone, come: now.size - (rows.size - gone), changed }
  }
  const percent = (rows: number, table: string): string =>
    `${((100 * rows) / (before.get(table)?.size ?? 1)).toFixed(1)} %`
  const told = Object.entries(moved).map(
    ([table, { gone, changed }]) =>
      `${table} ${percent(gone, table)}${Object.entries(changed)
        .map(([name, rows]) => `, ${name} ${percent(rows, table)}`)
        .join('')}`,
  )
  console.log(`${change} moves: ${told.join('; ')}`)
  return moved
}

const sized = (tables: Partial<typeof BASE.tables>, rest: object = {}) => ({
  ...BASE,
  ...rest,
  tables: { ...BASE.tables, ...tables },
})

const STILL: Moved = { gone: 0, come: 0, changed: {} }
const ALL_STILL = { people: STILL, posts: STILL, comments: STILL, tags: STILL, post_tags: STILL }

test('one parent more takes its fair share, twice at most, and nobody else gains', async () => {
  let gone = 0
  for (const seed of ['a', 'b', 'c']) {
    const before = await planned(sized({}, { seed }))
    const after = await planned(sized({ people: 21 }, { seed }))
    const moved = movedBy(`one person more (seed ${seed})`, after, before)
    expect(moved).toMatchObject({ people: { gone: 0, come: 1, changed: {} }, posts: { changed: {} }, tags: STILL })
    const [newcomer] = [...(after.get('people') ?? [])].flatMap(([key]) =>
      before.get('people')?.has(key) ? [] : [key],
    )
    const come = [...(after.get('posts') ?? [])].filter(([key]) => !before.get('posts')?.has(key))
    expect(come.map(([, row]) => row.person_id)).toEqual(come.map(() => newcomer))
    gone += moved.posts?.gone ?? 0
  }
  expect(gone / 3).toBeLessThanOrEqual((2 * 120) / 21)
})

test('one fixture more takes the place of one row', async () => {
  const posts = { ...BASE.fixtures.posts, second: { person_id: { $ref: 'alice' } } }
  const moved = movedBy('one fixture more', await planned({ ...BASE, fixtures: { ...BASE.fixtures, posts } }))
  expect(moved).toMatchObject({ people: STILL, tags: STILL, posts: { gone: 1, come: 1, changed: {} } })
  // What belonged to the one that is gone, and what the fixture gets.
  expect(moved.comments).toMatchObject({ gone: 0, come: 0 })
  expect(moved.comments?.changed.post_id ?? 0).toBeLessThanOrEqual((4 * 300) / 120)
  expect(moved.post_tags?.gone).toBeLessThanOrEqual((4 * 240) / 120)
})

test('another dataset has the same keys for the same handles, and other sizes add and take away', async () => {
  const demo = {
    dataset: 'demo',
    datasets: { demo: { tables: { people: 40, tags: 15 }, fixtures: { posts: { last: {} } } } },
  }
  const after = await planned({ ...BASE, ...demo })
  const moved = movedBy('another dataset', after)
  expect(moved.people).toEqual({ gone: 0, come: 20, changed: {} })
  expect(moved.tags).toEqual(STILL)
  for (const table of ['people', 'posts'])
    expect(after.get(table)?.keys().next()).toEqual(base.get(table)?.keys().next())
})

test('scale adds rows to those that are there', async () => {
  const moved = movedBy('scale 2', await planned(sized({}, { scale: 2 })))
  expect(moved).toMatchObject({ people: { gone: 0, come: 20, changed: {} }, tags: { gone: 0, come: 15, changed: {} } })
  expect(moved.posts?.changed).toEqual({})
  expect(moved.posts?.gone).toBeLessThanOrEqual(120 / 5)
  expect(moved.comments?.gone).toBeLessThanOrEqual(300 / 5)
})

test('a column, a table and another name move nothing else', async () => {
  await database.raw('alter table posts add column views integer not null default 0')
  expect(movedBy('one column more', await planned(BASE))).toEqual(ALL_STILL)
  await database.raw(
    'create table likes (id uuid primary key, post_id uuid not null references posts, person_id uuid references people)',
  )
  expect(movedBy('one table more', await planned({ ...BASE, tables: { ...BASE.tables, likes: 40 } }))).toEqual(
    ALL_STILL,
  )
  await database.raw('alter table posts rename column note to remark')
  const moved = movedBy('a column by another name', await planned(BASE))
  expect(moved).toEqual({ ...ALL_STILL, posts: { ...STILL, changed: { note: 120 } } })
})
