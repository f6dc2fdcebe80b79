import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Report } from '../../src/model/reports/report.ts'
import { turbo } from '../schemas/kits/turbo.ts'
import { codes, facts, written } from '../support/blog-with-assets.ts'
import { freshDatabase, onEachServer } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { cleanupStory, planStory, projectFolder, resetStory, seedStory, verifyStory } from '../support/story.ts'
import { dropKits, withKit } from '../support/with-kit.ts'

dropKits()

const SCHEMA = `
  create table gear (id uuid primary key default gen_random_uuid(), name text not null, category text not null, brand text);
  create table setups (id uuid primary key default gen_random_uuid(), title text not null);
  create table setup_gear (setup_id uuid not null references setups on delete cascade, gear_id uuid not null references gear, position int not null, note text,
    primary key (setup_id, gear_id));
  create table authors (id int generated always as identity primary key, name text not null, popularity int not null, category text not null);
  create table posts (id int generated always as identity primary key, author_id int not null references authors, title text not null, slug text not null,
    category text not null, published_on date, unique (author_id, slug));
`

const gear = (names: readonly string[]) =>
  Object.fromEntries(
    names.map((name, i) => [
      `assets/gear/${name}.json`,
      JSON.stringify({ name, category: ['tent', 'stove', 'light'][i % 3], brand: 'Own' }),
    ]),
  )

const NAMES = Array.from({ length: 20 }, (_, i) => `piece-${i}`)

const asking = (setups: number, posts: number) => ({
  tables: {
    setups,
    posts,
    authors: { count: 5, columns: { popularity: { oneOf: [1, 2, 3] } } },
  },
  assetPools: { gearCatalog: { path: './assets/gear/*.json', table: 'gear' } },
  associations: [
    { name: 'gear_to_setups', strategy: 'random', constraints: { min: 3, max: 15 } },
    {
      name: 'posts_to_authors',
      strategy: 'weighted_random',
      weights: 'popularity',
      constraints: { minPerTarget: 1, maxPerTarget: 7 },
    },
  ],
})

const perSetup = `select s.id, count(setup_id)::int as n from setups s left join setup_gear on setup_id = s.id group by s.id order by s.id`
const forget = (root: string): void => rmSync(join(root, '.supa-seed'), { recursive: true, force: true })
const shareOf = (report: Report, name: string) => report.associations?.find((one) => one.name === name)

onEachServer(['pg17'], (server) => {
  it('rows are shared out in one load, and stay as they are when there are more', async () => {
    const database = await freshDatabase(server, SCHEMA)
    const root = projectFolder()
    putFiles(root, gear(NAMES))
    const plan = await planStory(database.db, asking(12, 20), root)
    expect(
      plan.associations?.map(({ name, via, source, target, min, max }) => [name, via, source, target, min, max]),
    ).toEqual([
      ['gear_to_setups', 'setup_gear', 'gear', 'setups', 3, 15],
      ['posts_to_authors', 'posts.author_id', 'posts', 'authors', 1, 7],
    ])
    expect(plan.tables.find(({ id }) => id === 'posts')?.columns.find(({ name }) => name === 'author_id')?.why).toBe(
      'association posts_to_authors',
    )
    const report = await seedStory(database.db, asking(12, 20), root)
    expect([report.errors, report.relaxations]).toEqual([[], []])
    const bounds = [
      `select min(n) >= 3 and max(n) <= 15 and count(distinct n) > 3 from (${perSetup}) of_each`,
      `select bool_and(n between 1 and 7) from (select count(*) as n from authors a left join posts on author_id = a.id group by a.id) of_each`,
    ]
    await facts(database, ...bounds, 'select count(*) = 20 from gear', 'select count(*) = 20 from posts')
    const first = await database.raw<{ id: string; n: number }>(perSetup)
    const spread = shareOf(report, 'gear_to_setups')?.perTarget?.histogram ?? []
    for (const { from, to, parents } of spread)
      expect(parents).toBe(first.filter(({ n }) => n >= from && n <= to).length)
    expect(written(await seedStory(database.db, asking(12, 20), root))).toBe(0)
    forget(root)
    expect(written(await seedStory(database.db, asking(12, 20), root))).toBe(0)
    forget(root)
    const more = await seedStory(database.db, asking(16, 27), root)
    expect(more.errors).toEqual([])
    expect(codes(more)).not.toContain('rows-missing')
    const added = (await database.raw<{ id: string; n: number }>(perSetup)).filter(
      ({ id }) => !first.some((one) => one.id === id),
    )
    expect(new Set(added.map(({ n }) => n)).size).toBeGreaterThan(1)
    await facts(database, ...bounds, 'select count(*) = 16 from setups')
    expect(await database.raw(perSetup)).toEqual(expect.arrayContaining(first))
    expect(written(await seedStory(database.db, asking(16, 27), root))).toBe(0)
    // What came in several runs is recognised as well.
    forget(root)
    expect((await seedStory(database.db, asking(18, 27), root)).errors).toEqual([])
    forget(root)
    const last = await seedStory(database.db, asking(18, 27), root)
    expect([written(last), last.tables.find(({ table }) => table === 'setup_gear')?.origins.existing]).toEqual([
      0,
      undefined,
    ])
    expect((await verifyStory(database.db, asking(18, 27), root)).ok).toBe(true)
    await database.raw('update posts set author_id = (select min(id) from authors)')
    expect((await verifyStory(database.db, asking(18, 27), root)).findings.map(({ code }) => code)).toContain(
      'association-out-of-bounds',
    )
    await resetStory(database.db, asking(18, 27), root)
    await cleanupStory(database.db, asking(18, 27), root)
    await facts(
      database,
      'select not exists (select from setup_gear) and not exists (select from posts) and not exists (select from gear)',
    )
    await database.drop()
  })
})

it('teams of MakerKit have bookings by their type', async () => {
  const sql = `create table public.bookings (id uuid primary key default gen_random_uuid(), account_id uuid not null references public.accounts on delete cascade, place text not null)`
  const there = await withKit(turbo('E6'), sql)
  const root = projectFolder()
  const config = {
    users: 5,
    accounts: { team: 3 },
    tables: { bookings: 12 },
    associations: [{ name: 'bookings_to_accounts', target: { table: 'accounts', type: 'team' }, min: 2, max: 6 }],
  }
  const report = await seedStory(there.db, config, root)
  expect([report.errors, report.accounts.team, report.associations?.[0]?.targets]).toEqual([[], 3, 3])
  await facts(
    there,
    'select bool_and(not is_personal_account) and count(*) = 12 from bookings join accounts a on a.id = account_id',
    'select min(n) >= 2 and max(n) <= 6 and count(*) = 3 from (select count(*) as n from bookings group by account_id) of_each',
  )
  expect(written(await seedStory(there.db, config, root))).toBe(0)
})
