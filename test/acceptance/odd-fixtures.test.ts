import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../support/blog-with-assets.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { cleanupStory, planStory, projectFolder, seedStory } from '../support/story.ts'

const SHOP = `
  create table staff (id serial primary key, name text not null, boss int references staff, created_at timestamptz default now());
  create table orders (id uuid primary key default gen_random_uuid(), staff_id int not null references staff on delete cascade, title text not null unique);
  create table shelves (id uuid primary key default gen_random_uuid(), label text not null check (label ~ '^[a-z]+$'));
  create table boxes (id uuid primary key default gen_random_uuid(), shelf_id uuid not null references shelves on delete cascade);
  create table lines (order_id uuid references orders on delete cascade, label text, primary key (order_id, label));`

describe('fixtures', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase('pg17', SHOP)
  })
  afterAll(() => database.drop())

  const refused = (config: object) => refusal(planStory(database.db, config, projectFolder()))

  test('that stand above one another in a circle are refused; one that says nothing stands at the top', async () => {
    const circle = { a: { boss: { $ref: 'b' } }, b: { boss: { $ref: 'c' } }, c: { boss: { $ref: 'a' } } }
    expect(await refused({ fixtures: { staff: circle } })).toMatchObject({
      code: 'fixture-circle',
      place: { table: 'staff', path: 'fixtures.staff.a' },
    })
    const config = { fixtures: { staff: { a: { boss: { $ref: 'b' } }, b: { name: 'B' }, c: { boss: { $ref: 'c' } } } } }
    const root = projectFolder()
    await seedStory(database.db, config, root)
    expect(await database.raw('select id, boss from staff order by id')).toEqual([
      { id: 1, boss: 2 },
      { id: 2, boss: null },
      { id: 3, boss: 3 },
    ])
    await cleanupStory(database.db, config, root)
  })

  test('that the database refuses are told, not the rows that hang on them', async () => {
    const config = { fixtures: { shelves: { top: { label: 'Not So' } }, boxes: { one: { shelf: 'top' } } } }
    expect(await refusal(seedStory(database.db, config, projectFolder()))).toMatchObject({
      code: 'cannot-fill',
      message: expect.stringContaining('shelves_label_check'),
      place: { table: 'shelves', path: 'fixtures.shelves.top' },
      next: expect.stringContaining('Change what'),
    })
  })

  test('that cannot be met are refused, where they are said', async () => {
    expect(await refused({ fixtures: { orders: { one: { staff_id: 99, title: 'x' } } } })).toMatchObject({
      code: 'cannot-fill',
      exitCode: 2,
      place: { table: 'orders', path: 'fixtures.orders.one' },
    })
    const twice = { staff: { s: { name: 'S' } }, orders: { one: { title: 'x' }, two: { title: 'x' } } }
    const error = await refusal(seedStory(database.db, { fixtures: twice }, projectFolder(), { rehearsal: false }))
    expect(error).toMatchObject({
      code: 'fixture-twice',
      place: { table: 'orders', path: 'fixtures.orders.two.title' },
    })
    await database.raw('truncate staff cascade')
  })

  test('bring the rows that they need and do not name', async () => {
    const root = projectFolder()
    const config = { fixtures: { lines: { first: { label: 'first' } } } }
    expect(await seedStory(database.db, config, root)).toMatchObject({ ok: true, errors: [], warnings: [] })
    expect(await database.raw('select label from lines')).toEqual([{ label: 'first' }])
    await cleanupStory(database.db, config, root)
  })

  test('that say NULL lead nowhere; those of several tables may go by one handle', async () => {
    await database.raw(`create table people (id uuid primary key, name text);
      create table profiles (id uuid primary key references people, bio text);
      create table badges (id serial primary key, staff_id int unique references staff)`)
    const root = projectFolder()
    const config = {
      fixtures: {
        staff: { bob: { name: 'Bob' } },
        badges: { blank: { staff_id: null }, own: { staff_id: { $ref: 'bob' } } },
        people: { ann: { name: 'Ann' } },
        profiles: { ann: { id: { $ref: 'ann' }, bio: 'hers' } },
      },
    }
    expect(await seedStory(database.db, config, root)).toMatchObject({ ok: true, errors: [] })
    expect(await database.raw('select name from badges left join staff on staff.id = staff_id order by 1')).toEqual([
      { name: 'Bob' },
      { name: null },
    ])
    expect(await database.raw('select name, bio from people join profiles using (id)')).toEqual([
      { name: 'Ann', bio: 'hers' },
    ])
    await cleanupStory(database.db, config, root)
  })

  test('of later runs lead to the rows that they name, whatever has come between', async () => {
    await database.raw(`create table places (id text primary key, name text not null);
      create table visits (id serial primary key, place_id text not null references places, note text);
      insert into places values ('b', 'B'), ('d', 'D')`)
    const root = projectFolder()
    const visits = { first: { place_id: 'd' } }
    await seedStory(database.db, { tables: { visits: 3 }, fixtures: { visits } }, root)
    await database.raw(`insert into places values ('a', 'A'), ('c', 'C')`)
    const more = { ...visits, old: { place_id: 'b', note: 'old' }, new: { place_id: 'c', note: 'new' } }
    const later = { tables: { visits: 5 }, fixtures: { visits: more } }
    const { tables, pools } = await planStory(database.db, later, root)
    const link = tables.find(({ id }) => id === 'visits')?.links[0]
    const frozen = pools.find(({ id }) => id === link?.parent.pool)?.rows.flat()
    expect(link?.fixed?.map(([, parent]) => parent !== null && frozen?.[parent])).toEqual(['d', 'b', false])
    await seedStory(database.db, later, root)
    const last = {
      tables: { visits: 6 },
      fixtures: {
        places: { e: { id: 'e', name: 'E' } },
        visits: { ...more, beside: { place_id: { $ref: 'e' }, note: 'beside' } },
      },
    }
    expect(await seedStory(database.db, last, root)).toMatchObject({ ok: true, errors: [] })
    expect(
      await database.raw(`select place_id, note from visits where note in ('old', 'new', 'beside') order by id`),
    ).toEqual([
      { place_id: 'b', note: 'old' },
      { place_id: 'c', note: 'new' },
      { place_id: 'e', note: 'beside' },
    ])
    await cleanupStory(database.db, last, root)
  })

  test('with what no database stores are refused where they are said, also where rows are there', async () => {
    await database.raw(`create type mood as enum ('sad', 'happy');
      create table songs (id serial primary key, title text not null, moods mood[]);
      insert into songs (title) values ('theirs')`)
    for (const title of ['a\u0000b', 'half \ud800'])
      expect(await refused({ fixtures: { songs: { one: { title } } } })).toMatchObject({
        code: 'fixture-value',
        place: { path: 'fixtures.songs.one.title' },
      })
    const wrong = { fixtures: { songs: { one: { title: 'x', moods: ['glad'] } } } }
    expect(await refusal(seedStory(database.db, wrong, projectFolder()))).toMatchObject({
      exitCode: 2,
      place: { table: 'songs' },
      message: expect.stringContaining('glad'),
    })
  })

  test('may have a number that the sequence is about to give to others', async () => {
    await database.raw('alter sequence staff_id_seq restart 1')
    const root = projectFolder()
    const config = { tables: { staff: 5 }, fixtures: { staff: { x: { name: 'X' }, y: { id: 4, name: 'Y' } } } }
    expect(await seedStory(database.db, config, root)).toMatchObject({ ok: true })
    expect(await database.raw(`select id from staff where name = 'Y'`)).toEqual([{ id: 4 }])
    expect(await database.raw('select count(*)::int as n from staff')).toEqual([{ n: 5 }])
    const before = await contents(database)
    await seedStory(database.db, config, projectFolder())
    expect(await contents(database)).toEqual(before)
    const [next] = await database.raw<{ free: boolean }>(
      `select nextval('staff_id_seq') > (select max(id) from staff) as free`,
    )
    expect(next).toEqual({ free: true })
    await cleanupStory(database.db, config, root)
  })
})
