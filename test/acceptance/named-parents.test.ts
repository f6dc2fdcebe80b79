import { expect, test } from 'vitest'
import { contents } from '../support/contents.ts'
import { freshDatabase } from '../support/database.ts'
import { cleanupStory, projectFolder, seedStory } from '../support/story.ts'

const SCHEMA = `
  create table roles (id serial primary key, name text not null unique);
  create table plans (code text primary key, title text not null);
  create table members (id uuid primary key default gen_random_uuid(), role_id int not null references roles, plan text not null references plans, name text not null);
  insert into roles (name) values ('owner');
  insert into plans values ('free', 'Free');`

test('the only row of a reference table stays a parent once a fixture names it', async () => {
  const database = await freshDatabase('pg17', SCHEMA)
  const root = projectFolder()
  const config = {
    tables: { members: 6 },
    fixtures: {
      roles: { owner: { name: 'owner' } },
      plans: { free: { code: 'free' } },
      members: { ann: { name: 'Ann', role: 'owner', plan: { code: 'free' } } },
    },
  }
  expect(await seedStory(database.db, config, root)).toMatchObject({ ok: true, warnings: [] })
  expect(await database.raw('select role_id, plan, count(*)::int as n from members group by 1, 2')).toEqual([
    { role_id: 1, plan: 'free', n: 6 },
  ])
  const before = await contents(database)
  for (const again of [root, projectFolder()]) {
    expect(await seedStory(database.db, config, again)).toMatchObject({ ok: true })
    expect(await contents(database)).toEqual(before)
  }
  await cleanupStory(database.db, config, projectFolder())
  expect(await database.raw('select title from plans, roles')).toEqual([{ title: 'Free' }])
  expect(await database.raw('select from members')).toEqual([])
  await database.drop()
})

test('rows of others stay parents beside a new one that fixtures name by a key that is said', async () => {
  const database = await freshDatabase('pg17', SCHEMA)
  const root = projectFolder()
  const config = {
    tables: { members: 8 },
    fixtures: {
      plans: { pro: { code: 'pro', title: 'Pro' } },
      members: { ann: { name: 'Ann', plan: 'pro' } },
    },
  }
  expect(await seedStory(database.db, config, root)).toMatchObject({ ok: true, warnings: [] })
  expect(await database.raw('select plan, count(*)::int as n from members group by 1 order by 1')).toEqual([
    { plan: 'free', n: 7 },
    { plan: 'pro', n: 1 },
  ])
  const before = await contents(database)
  for (const again of [root, projectFolder()]) {
    expect(await seedStory(database.db, config, again)).toMatchObject({ ok: true })
    expect(await contents(database)).toEqual(before)
  }
  await cleanupStory(database.db, config, root)
  expect(await database.raw('select code from plans')).toEqual([{ code: 'free' }])
  await database.drop()
})

test('numbered rows that are given are found again by what one of them does not say', async () => {
  const database = await freshDatabase(
    'pg17',
    'create table notes (id serial primary key, name text not null unique, body text not null)',
  )
  const fixtures = { notes: { all: { name: 'all', body: 'said' }, part: { name: 'part' } } }
  const report = await seedStory(database.db, { fixtures }, projectFolder())
  expect(report.notes).toMatchObject([
    { code: 'handle-key-unknown', level: 'info', place: { table: 'notes' }, found: 'integer' },
  ])
  const again = await seedStory(database.db, { fixtures }, projectFolder())
  expect(again).toMatchObject({ ok: true, warnings: [] })
  expect(again.notes.filter(({ code }) => code === 'adopted')).toEqual([])
  await cleanupStory(database.db, { fixtures }, projectFolder())
  expect(await database.raw('select from notes')).toEqual([])
  const [named] = (
    await seedStory(database.db, { fixtures: { notes: { one: { id: 7, name: 'one' } } } }, projectFolder())
  ).notes
  expect(named).toBeUndefined()
  await database.drop()
})
