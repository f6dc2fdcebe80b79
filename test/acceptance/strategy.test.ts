import { expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import { turbo } from '../schemas/kits/turbo.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, onEachServer, type TestDatabase } from '../support/database.ts'
import { cleanupStory, planStory, projectFolder, seedStory, verifyStory } from '../support/story.ts'

/** An application about life outdoors on the kit: profiles that only personal accounts may have, and what people share. */
const OUTDOOR = `
create table profiles (
  id uuid primary key references auth.users on delete cascade, username text not null unique, bio text, created_at timestamptz not null default now()
);
create function check_profile() returns trigger language plpgsql as $$
begin
  if not exists (select from accounts a where a.id = new.id and a.is_personal_account) then
    raise exception 'profiles are for personal accounts';
  end if;
  return new;
end $$;
create trigger check_profile before insert on profiles for each row execute function check_profile();
create table setups (
  id uuid primary key default gen_random_uuid(), account_id uuid not null references accounts on delete cascade,
  title text not null, created_at timestamptz not null default now()
);
create table posts (
  id bigint generated always as identity primary key, author_id uuid not null references profiles on delete cascade,
  title text not null, created_at timestamptz not null default now()
);
create table comments (
  id bigint generated always as identity primary key, post_id bigint not null references posts on delete cascade,
  author_id uuid not null references auth.users on delete cascade, body text not null
);`

const PERSONAS = [
  ...['casual_camper', 'expert_overlander', 'van_life', 'backpacker', 'family_camping'],
  ...['gear_reviewer', 'content_creator'],
]

/** The kit's test users, as its own seed file writes them. */
const KIT_USERS = `
insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at)
select '00000000-0000-0000-0000-000000000000', id::uuid, 'authenticated', 'authenticated', name || '@makerkit.dev', 'x', '2024-02-20', '{}', '{}', '2024-02-20'
from (values ('31a03e74-1639-45b6-bfa7-77447f1a4762', 'test'), ('5c064f1b-78ee-4e1c-ac3b-e99aa97c99bf', 'owner'),
  ('6b83d656-e4ab-48e3-a062-c0c54a427368', 'member'), ('b73eb03e-fb7a-424d-84ff-18e2791ce0b4', 'custom'),
  ('c5b930c9-0a76-412e-a836-4bc4849a3270', 'super-admin')) as kit (id, name);
insert into accounts (id, primary_owner_user_id, name, slug, is_personal_account)
values ('5deaa894-2094-4da3-b4fd-1fada0809d1c', '31a03e74-1639-45b6-bfa7-77447f1a4762', 'Makerkit', 'makerkit', false);
insert into profiles (id, username) values ('31a03e74-1639-45b6-bfa7-77447f1a4762', 'the_tester');`

async function outdoor(server: TestDatabase['server']): Promise<TestDatabase> {
  const database = await freshDatabase(server)
  await layBase(database.db)
  await database.raw([turbo('E3'), OUTDOOR, KIT_USERS].join(';\n'))
  return database
}

async function holds(database: TestDatabase, queries: readonly string[]): Promise<void> {
  for (const query of queries) expect(Object.values((await database.raw(query))[0] ?? {}), query).toEqual([true])
}

/** Everything of those who were there before. */
const others = (database: TestDatabase) =>
  database.raw(`select to_jsonb(u) as u, to_jsonb(a) as a, to_jsonb(p) as p from auth.users u left join accounts a on a.primary_owner_user_id = u.id
    left join profiles p on p.id = u.id and p.username = 'the_tester' where u.email like '%@makerkit.dev' and (a.created_by is null) order by u.id, a.id`)

onEachServer(['pg17', 'pglite'], (server) => {
  test('hybrid: seven new users beside the five of the kit', async () => {
    const database = await outdoor(server)
    const root = projectFolder()
    const config = {
      userStrategy: 'hybrid',
      existingUsers: { table: 'accounts', filter: { is_personal_account: true } },
      additionalUsers: { count: 7, personas: PERSONAS },
      users: { passwordCost: 4 },
      accounts: { team: 0 },
      tables: { setups: 48, posts: 60, comments: 120 },
    }
    const before = await others(database)
    const report = await seedStory(database.db, config, root)
    expect(report).toMatchObject({ ok: true, users: { created: 7, existing: 5, total: 12 }, warnings: [] })
    expect(report.signIns).toHaveLength(7)
    expect(report.signIns.filter(({ email }) => email.endsWith('@makerkit.dev'))).toEqual([])
    expect(await others(database)).toEqual(before)
    await holds(database, [
      'select count(*) = 12 from auth.users',
      'select count(*) = 7 from auth.identities',
      `select count(distinct raw_user_meta_data ->> 'persona') = 7 from auth.users`,
      'select count(*) = 12 from accounts where is_personal_account',
      'select count(*) = 1 from accounts where not is_personal_account',
      'select count(*) = 12 from profiles',
      'select count(*) = 48 and count(distinct account_id) > 6 from setups',
      `select count(*) > 5 from setups join auth.users u on u.id = account_id where u.email like '%@makerkit.dev'`,
      `select count(*) > 5 from posts join auth.users u on u.id = author_id where u.email like '%@makerkit.dev'`,
      `select count(*) > 5 from posts join auth.users u on u.id = author_id where u.email not like '%@makerkit.dev'`,
      `select count(distinct author_id) > 8 from comments`,
      'select bool_and(p.created_at >= a.created_at) from posts p join profiles a on a.id = p.author_id where a.username <> $$the_tester$$',
    ])
    const whole = await contents(database)
    expect(await seedStory(database.db, config, root)).toMatchObject({ ok: true, users: { created: 0, total: 12 } })
    expect(await contents(database)).toEqual(whole)
    if (server === 'pg17') {
      const again = await seedStory(database.db, config, projectFolder())
      expect(again).toMatchObject({ ok: true, users: { created: 0, total: 12 } })
      expect(await contents(database)).toEqual(whole)
      expect(await verifyStory(database.db, config, root)).toMatchObject({ ok: true })
    }
    await cleanupStory(database.db, config, server === 'pg17' ? root : projectFolder())
    expect(await others(database)).toEqual(before)
    await holds(database, [
      'select count(*) = 5 from auth.users',
      'select count(*) = 6 from accounts',
      'select count(*) = 1 from profiles',
      'select count(*) = 0 from posts',
    ])
    await database.drop()
  })
})

test('more of everything, and one who was there has left', async () => {
  const database = await outdoor('pg17')
  const root = projectFolder()
  const config = (count: number, posts: number) => ({
    userStrategy: 'hybrid',
    additionalUsers: { count },
    users: { passwordCost: 4, linked: { google: 1 } },
    tables: { posts },
  })
  expect(await seedStory(database.db, config(3, 40), root)).toMatchObject({
    ok: true,
    users: { created: 3, existing: 5 },
  })
  const grown = await seedStory(database.db, config(5, 60), root)
  expect(grown).toMatchObject({ ok: true, users: { created: 2, existing: 8, total: 10 }, warnings: [] })
  await holds(database, [
    'select count(*) = 10 from profiles',
    'select count(*) = 60 from posts',
    'select count(*) = 6 and count(distinct user_id) = 5 from auth.identities',
    'select count(distinct author_id) > 7 from posts',
  ])
  await database.raw(`delete from auth.users where email = 'member@makerkit.dev'`)
  const left = await seedStory(database.db, config(5, 60), root)
  expect(left.users).toEqual({ created: 0, existing: 9, total: 9 })
  expect(left.warnings.find(({ code }) => code === 'adopted-gone')).toMatchObject({
    place: { table: 'auth.users' },
    message: expect.stringContaining('member@makerkit.dev'),
  })
  expect(left.warnings).toHaveLength(1)
  const more = await seedStory(database.db, config(7, 80), root)
  expect(more).toMatchObject({ ok: true, users: { created: 2, existing: 9 }, errors: [] })
  expect(more.tables.find(({ table }) => table === 'posts')).toMatchObject({ inserted: 20 })
  await cleanupStory(database.db, config(7, 80), root)
  await holds(database, [
    'select count(*) = 4 from auth.users',
    'select count(*) = 0 from posts',
    'select count(*) = 1 from profiles',
  ])
  await database.drop()
})

test('use-existing: nobody is made, and nobody changed', async () => {
  const database = await outdoor('pg17')
  const root = projectFolder()
  const config = { userStrategy: 'use-existing', tables: { setups: 20, posts: 30, comments: 40 } }
  const before = await others(database)
  const report = await seedStory(database.db, config, root)
  expect(report).toMatchObject({ ok: true, users: { created: 0, existing: 5, total: 5 }, warnings: [] })
  expect(await others(database)).toEqual(before)
  await holds(database, [
    'select count(*) = 6 from accounts',
    'select count(*) = 20 and bool_and(is_personal_account) from setups join accounts a on a.id = account_id',
    'select count(*) = 30 and count(distinct author_id) > 3 from posts',
    'select count(*) = 40 from comments',
    'select count(*) = 0 from auth.identities',
  ])
  const whole = await contents(database)
  await seedStory(database.db, config, root)
  await seedStory(database.db, config, projectFolder())
  expect(await contents(database)).toEqual(whole)
  const one = { ...config, existingUsers: { table: 'auth.users', filter: { email: 'owner@makerkit.dev' } } }
  await cleanupStory(database.db, config, root)
  expect(await others(database)).toEqual(before)
  await holds(database, ['select count(*) = 0 from setups', 'select count(*) = 0 from posts'])
  expect(await seedStory(database.db, one, projectFolder())).toMatchObject({ ok: true })
  await holds(database, [
    `select bool_and(u.email = 'owner@makerkit.dev') from posts join auth.users u on u.id = author_id`,
    'select count(*) = 2 from profiles',
  ])
  await database.drop()
})

test('what cannot be met says what to do', async () => {
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  await database.raw(
    `create table notes (id uuid primary key default gen_random_uuid(), user_id uuid not null references auth.users, body text not null)`,
  )
  const refused = (config: object) =>
    seedStory(database.db, { tables: { notes: 4 }, users: { passwordCost: 4 }, ...config }, projectFolder())
  await expect(refused({ userStrategy: 'use-existing' })).rejects.toMatchObject({
    code: 'no-existing-users',
    place: { table: 'auth.users' },
    next: expect.stringContaining("userStrategy: 'create-new'"),
  })
  await expect(refused({ userStrategy: 'use-existing', users: 3 })).rejects.toMatchObject({ code: 'users-not-made' })
  const existing = { userStrategy: 'hybrid', existingUsers: { table: 'user', filter: { emial: 'a@b.c' } } }
  await expect(refused(existing)).rejects.toMatchObject({ code: 'unknown-table' })
  await expect(
    refused({ ...existing, existingUsers: { ...existing.existingUsers, table: 'auth.users' } }),
  ).rejects.toMatchObject({
    code: 'unknown-column',
    place: { path: 'existingUsers.filter.emial' },
    next: 'Did you mean email?',
  })
  const filtered = (filter: object) => refused({ ...existing, existingUsers: { table: 'auth.users', filter } })
  await expect(filtered({ is_sso_user: 'maybe' })).rejects.toMatchObject({
    code: 'filter-misfit',
    place: { path: 'existingUsers.filter.is_sso_user' },
    expected: 'boolean',
    found: 'maybe',
  })
  await expect(filtered({ id: 7 })).rejects.toMatchObject({ code: 'filter-misfit', expected: 'uuid', found: '7' })
  const idle = await planStory(database.db, { additionalUsers: { count: 2 }, tables: { notes: 4 } }, projectFolder())
  expect(idle.findings.find(({ code }) => code === 'strategy-unused')).toMatchObject({
    place: { path: 'additionalUsers' },
    next: expect.stringContaining("'hybrid'"),
  })
  const alone = await refused({ userStrategy: 'hybrid', additionalUsers: { count: 2 } })
  expect(alone).toMatchObject({ ok: true, users: { created: 2, existing: 0, total: 2 } })
  expect(alone.warnings).toMatchObject([{ code: 'no-existing-users' }])
  const plainly = {
    userStrategy: 'use-existing',
    existingUsers: { table: 'auth.users', filter: { is_sso_user: 'no' } },
  }
  await expect(planStory(database.db, { tables: { notes: 4 }, ...plainly }, projectFolder())).resolves.toMatchObject({
    findings: expect.arrayContaining([expect.objectContaining({ code: 'users-adopted' })]),
  })
  // Of users whom another journal knows nobody can tell here.
  await expect(refused({ userStrategy: 'use-existing' })).resolves.toMatchObject({ users: { created: 0, existing: 2 } })
  await database.drop()
})
