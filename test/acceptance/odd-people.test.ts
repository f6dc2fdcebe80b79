import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import { openDatabase } from '../../src/database/open-database.ts'
import { refusal } from '../support/blog-with-assets.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { cleanupStory, planStory, projectFolder, seedStory, verifyStory } from '../support/story.ts'

/** What triggers on auth.users do in the wild, besides a profile with the user's own key and gaps to fill. */
const ODD = `
  alter table auth.users add tenant text not null;
  create table filled (id uuid primary key references auth.users on delete cascade, name text);
  create table keyed (id uuid primary key default gen_random_uuid(), user_id uuid not null unique references auth.users on delete cascade, bio text);
  create table notes (id serial primary key, keyed_id uuid not null references keyed on delete cascade, title text);
  create table counted (id serial primary key, user_id uuid not null unique references auth.users on delete cascade, bio text);
  create table maybe (id uuid primary key references auth.users on delete cascade, bio text);
  create table numbered (id uuid primary key references auth.users on delete cascade, no int generated always as identity, bio text);
  create table never (id uuid primary key references auth.users on delete cascade, bio text);
  create function on_user() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into public.filled (id, name) values (new.id, new.raw_user_meta_data ->> 'full_name') on conflict (id) do nothing;
    insert into public.keyed (user_id) values (new.id);
    insert into public.counted (user_id) values (new.id);
    if not exists (select from public.maybe m where m.id = new.id) then insert into public.maybe (id) values (new.id); end if;
    insert into public.numbered (id) values (new.id);
    if new.is_anonymous then insert into public.never (id) values (new.id); end if;
    return new;
  end $$;
  create trigger on_user after insert on auth.users for each row execute function on_user();`

describe('rows that triggers make for users', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase('pg17')
    await layBase(database.db)
    await database.raw(ODD)
  })
  afterAll(() => database.drop())

  const ALL = ['filled', 'keyed', 'counted', 'maybe', 'numbered', 'never']

  test('are found by whatever key they have, whether the trigger made them or not', async () => {
    const root = projectFolder()
    const report = await seedStory(database.db, { rows: 4 }, root)
    expect(report).toMatchObject({ ok: true, errors: [], warnings: [] })
    const counts = ALL.map((table) => `(select count(*) from ${table}) as ${table}`)
    const [rows] = await database.raw(
      `select ${counts.join(', ')}, (select count(bio) from keyed where bio <> '') as bios`,
    )
    expect(rows).toEqual({ ...Object.fromEntries(ALL.map((table) => [table, '4'])), bios: '4' })
    const notes = report.tables.flatMap(({ note }) => note ?? [])
    expect(notes.filter((note) => /more/.test(note))).toEqual([])
    const before = await contents(database)
    await seedStory(database.db, { rows: 4 }, root)
    expect(await contents(database)).toEqual(before)
    await seedStory(database.db, { rows: 4 }, projectFolder())
    expect(await contents(database)).toEqual(before)
    const verified = await verifyStory(database.db, { rows: 4 }, root)
    expect(verified.checks.filter(({ result }) => result === 'failed')).toEqual([])
    await cleanupStory(database.db, { rows: 4 }, root)
    const left = await database.raw(ALL.map((table) => `select from ${table}`).join(' union all '))
    expect(left).toEqual([])
  })

  test('may be what is counted, and only as many as they are', async () => {
    const root = projectFolder()
    const report = await seedStory(database.db, { tables: { filled: 7 } }, root)
    expect(report).toMatchObject({ ok: true, users: { created: 7 } })
    for (const filled of [3, { perParent: 2 }]) {
      const error = await refusal(planStory(database.db, { users: 7, tables: { filled } }, root))
      expect(error).toMatchObject({ code: 'rows-by-trigger', exitCode: 2, place: { table: 'filled' } })
    }
    await cleanupStory(database.db, {}, root)
  })

  test('are left alone where the trigger makes others that hang on them', async () => {
    const chain = await freshDatabase('pg17')
    await layBase(chain.db)
    await chain.raw(`
      create table teams (id uuid primary key default gen_random_uuid(), user_id uuid not null unique references auth.users on delete cascade);
      create table seats (team_id uuid primary key references teams on delete cascade, label text);
      create function on_user() returns trigger language plpgsql security definer set search_path = '' as $$
      declare made uuid;
      begin
        insert into public.teams (user_id) values (new.id) returning id into made;
        insert into public.seats (team_id, label) values (made, 'first');
        return new;
      end $$;
      create trigger on_user after insert on auth.users for each row execute function on_user();`)
    const report = await seedStory(chain.db, { users: 3 }, projectFolder())
    expect(report).toMatchObject({ ok: true, users: { created: 3 } })
    expect(await chain.raw('select count(*)::int as n from teams')).toEqual([{ n: 3 }])
    await chain.drop()
  })
})

test('users where nobody can be one are refused', async () => {
  const plain = await freshDatabase('pg17', 'create table notes (id serial primary key)')
  for (const [config, path] of [
    [{ users: 5 }, 'users'],
    [{ makerkit: { standardTestUsers: true } }, 'makerkit.standardTestUsers'],
  ] as const)
    expect(await refusal(planStory(plain.db, config, projectFolder()))).toMatchObject({
      code: 'no-users-table',
      place: { path },
    })
  expect(await seedStory(plain.db, { users: 0, rows: 2 }, projectFolder())).toMatchObject({ ok: true })
  await plain.drop()
})

describe('what is told of users', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase('pg17')
    await layBase(database.db)
    await database.raw(`
      create table profiles (id uuid primary key references auth.users on delete cascade, plan text not null);
      create function on_user() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        insert into public.profiles (id, plan) values (new.id, new.raw_user_meta_data ->> 'plan');
        return new;
      end $$;
      create trigger on_user after insert on auth.users for each row execute function on_user();`)
  })
  afterAll(() => database.drop())

  test('a trigger that cannot write its own table is named, with that table', async () => {
    const error = await refusal(seedStory(database.db, { users: 3 }, projectFolder(), { rehearsal: false }))
    expect(error).toMatchObject({ code: 'rows-refused', exitCode: 2, place: { table: 'profiles', column: 'plan' } })
    expect(error.next).toMatch(/^A trigger of auth\.users writes profiles/)
  })

  test('no hash of a password, whatever the database says of the row', async () => {
    await database.raw(`alter table auth.users add constraint corporate check (email like '%@corp.test')`)
    const error = await refusal(seedStory(database.db, { users: 1 }, projectFolder(), { rehearsal: false }))
    expect(error).toMatchObject({ code: 'rows-refused', place: { constraint: 'corporate' } })
    expect(error.found).toContain('Failing row')
    expect(JSON.stringify(error)).not.toMatch(/\$2[aby]\$\d+\$(?!\*{3})|testingpassword/)
    await database.raw('alter table auth.users drop constraint corporate')
  })

  test('elsewhere nobody gets the password that everybody can read', async () => {
    const url = new URL(database.url ?? '')
    url.searchParams.set('host', '127.1')
    const elsewhere = await openDatabase({ url: url.href, source: 'test' })
    const column = { raw_user_meta_data: { value: { plan: 'free' } } }
    const config = (users: object) => ({ users: { count: 2, ...users }, tables: { 'auth.users': { columns: column } } })
    for (const said of [{}, { password: 'testingpassword' }]) {
      const error = await refusal(seedStory(elsewhere, config(said), projectFolder()))
      expect(error).toMatchObject({ code: 'default-password', exitCode: 2, place: { path: 'users.password' } })
    }
    const report = await seedStory(elsewhere, config({ password: 'of their own' }), projectFolder())
    expect(report).toMatchObject({ ok: true, users: { created: 2 }, signIns: [] })
    // Who is there already stays as they are.
    expect(await seedStory(elsewhere, config({}), projectFolder())).toMatchObject({ ok: true, signIns: [] })
    await elsewhere.close()
  })
})
