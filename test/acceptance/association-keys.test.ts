import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { facts, refusal, written } from '../support/blog-with-assets.ts'
import { freshDatabase } from '../support/database.ts'
import { cleanupStory, projectFolder, seedStory, verifyStory } from '../support/story.ts'

const SCHEMA = `
  create table orgs (id uuid primary key default gen_random_uuid(), name text not null);
  create table gear (id int generated always as identity primary key, name text not null);
  create table setups (id bigserial primary key, title text not null);
  create table setup_gear (setup_id bigint references setups, gear_id int references gear, part text check (part in ('top', 'base')), primary key (setup_id, gear_id, part));
  create table notes (id uuid primary key default gen_random_uuid(), setup_id bigint references setups, org_id uuid references orgs);
  create table people (org_id uuid references orgs, id uuid default gen_random_uuid(), name text not null, primary key (org_id, id));
  create table teams (org_id uuid references orgs, id uuid default gen_random_uuid(), name text not null, primary key (org_id, id));
  create table members (org_id uuid, team_id uuid, person_id uuid, primary key (org_id, team_id, person_id),
    foreign key (org_id, team_id) references teams, foreign key (org_id, person_id) references people);
  create table users (id uuid primary key default gen_random_uuid(), name text not null);
  create table friends (a uuid references users, b uuid references users, primary key (a, b));
  create unique index on friends (least(a, b), greatest(a, b));
  create table matches (low uuid references users, high uuid references users, primary key (low, high), check (low < high));
`

const asking = (more: number) => ({
  tables: { orgs: 3, gear: 9 + more, setups: 5 + more, people: 20, teams: 6, users: 9 + more },
  associations: [
    { name: 'gear_to_setups', via: 'setup_gear', min: 5, max: 6 },
    { name: 'people_to_teams', min: 1, max: 3 },
    { name: 'orgs_to_setups', max: 2 },
    { name: 'friends', source: 'users', target: 'users', via: { table: 'friends', source: 'a', target: 'b' }, max: 3 },
    {
      name: 'matches',
      source: 'users',
      target: 'users',
      via: { table: 'matches', source: 'low', target: 'high' },
      max: 2,
    },
  ],
})

it('pairs hold the keys and checks of the table that joins, and are recognised without a journal', async () => {
  const database = await freshDatabase('pglite', SCHEMA)
  const root = projectFolder()
  const forget = () => rmSync(join(root, '.supa-seed'), { recursive: true, force: true })
  const report = await seedStory(database.db, asking(0), root)
  expect([report.errors, report.warnings.map(({ code }) => code)]).toEqual([[], []])
  const held = [
    'select bool_and(n between 5 and 6) from (select count(gear_id) as n from setups left join setup_gear on setup_id = id group by id) of_each',
    'select count(*) > 4 from members',
    'select count(*) > 8 from friends',
    'select count(*) > 4 from matches',
    'select count(setup_id) > 4 from notes',
  ]
  await facts(database, ...held)
  forget()
  expect(written(await seedStory(database.db, asking(0), root))).toBe(0)
  expect((await verifyStory(database.db, asking(0), root)).ok).toBe(true)
  expect((await seedStory(database.db, asking(3), root)).errors).toEqual([])
  await facts(database, ...held)
  expect(written(await seedStory(database.db, asking(3), root))).toBe(0)
  expect((await verifyStory(database.db, asking(3), root)).ok).toBe(true)
  await cleanupStory(database.db, asking(3), root)
  await facts(database, 'select not exists (select from setup_gear) and not exists (select from friends)')

  const refused = async (...associations: readonly object[]) => {
    const { code, place } = await refusal(
      seedStory(database.db, { tables: { people: 4, teams: 2 }, associations }, root),
    )
    return [code, place.path]
  }
  const lead = { source: 'people', target: 'orgs', via: 'people.org_id' }
  expect(await refused({ name: 'x', ...lead }, { name: 'y', ...lead })).toEqual([
    'association-conflict',
    'associations[1]',
  ])
  const pair = { source: 'people', target: 'teams' }
  expect((await refused({ name: 'x', ...pair }, { name: 'y', ...pair }))[0]).toBe('association-conflict')
  expect(await refused({ name: 'x', ...lead, target: { table: 'orgs', filter: { name: 'nobody' } } })).toEqual([
    'association-without-rows',
    'associations[0].target.filter',
  ])
  await database.drop()
})
