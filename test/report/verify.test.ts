import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import type { Database } from '../../src/model/database.ts'
import type { VerifyReport } from '../../src/model/reports/report.ts'
import { chooseUsers } from '../../src/report/verify/choose-users.ts'
import { look } from '../../src/report/verify/look.ts'
import type { TokenUser } from '../../src/report/verify/users.ts'
import { freshDatabase, type ServerName, type TestDatabase } from '../support/database.ts'
import { rolledBack } from '../support/rolled-back.ts'
import { projectFolder, seedStory, verifyStory } from '../support/story.ts'
import { BREAKAGES, REPLIES, someUser } from './verify-breakages.ts'

/** Profiles by a trigger, posts that their authors see and the published ones everybody, a table with an odd name, one without grants. */
const APP = `
  create table public.profiles (
    id uuid primary key references auth.users on delete cascade,
    display_name text check (display_name <> '')
  );
  create function public.on_new_user() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into public.profiles (id) values (new.id);
    insert into public.audit (who) values (new.id);
    return new;
  end $$;
  create table public.audit (id bigint generated always as identity primary key, who uuid not null);
  create trigger on_new_user after insert on auth.users for each row execute function public.on_new_user();
  create table public.posts (
    id bigint generated always as identity primary key,
    author_id uuid not null references public.profiles on delete cascade,
    title text not null,
    status text not null
  );
  create schema "od.d %";
  create table "od.d %"."re""ply\\" (
    id uuid primary key default gen_random_uuid(),
    "po.st" bigint not null references public.posts on delete cascade,
    "a ""b" uuid references public.profiles,
    body text not null
  );
  create table public.internal (id int primary key, note text);
  alter table public.profiles enable row level security;
  alter table public.posts enable row level security;
  alter table public.internal enable row level security;
  create policy own on public.profiles to authenticated using (id = (select auth.uid()));
  create policy own on public.posts to authenticated using (author_id = (select auth.uid()));
  create policy published on public.posts for select to anon using (status = 'published');
  grant select on public.profiles, public.posts to authenticated;
  grant select on public.posts to anon;
  revoke all on public.internal, public.audit from anon, authenticated`

const CONFIG = {
  seed: 'verify',
  users: 5,
  rows: 12,
  except: ['audit'],
  tables: {
    posts: {
      count: 31,
      perParent: { min: 1, max: 12 },
      columns: { status: { oneOf: ['draft', 'published'], weights: [1, 1] } },
    },
  },
  fixtures: { posts: { welcome: { title: 'Welcome', status: 'published' } } },
}

const failures = ({ checks }: VerifyReport): string[] =>
  checks.filter(({ result }) => result === 'failed').map(({ name }) => name)

describe.each(['pg17', 'pglite'] as const)('verify on %s', (server: ServerName) => {
  let there: TestDatabase
  const root = projectFolder()

  beforeAll(async () => {
    there = await freshDatabase(server)
    await layBase(there.db)
    await there.raw(APP)
    const report = await seedStory(there.db, CONFIG, root)
    expect(report).toMatchObject({ ok: true })
  })
  afterAll(() => there?.drop())

  const verify = (db: Database = there.db, more: object = {}): Promise<VerifyReport> =>
    verifyStory(db, { ...CONFIG, ...more }, root)

  /** Verifies after `sql`, which is undone afterwards. */
  const verifyAfter = (sql: string, more: object = {}): Promise<VerifyReport> =>
    rolledBack(there.db, async (inside) => {
      await inside.execute(sql)
      return verify(inside, more)
    })

  test('what was seeded is as promised', async () => {
    const report = await verify()
    expect(report.checks.map(({ name, result, detail }) => `${name} ${result}: ${detail}`)).toEqual([
      expect.stringMatching(/^counts passed: \d+ rows in 7 tables, all there$/),
      expect.stringMatching(
        /^promises passed: .*shares? per parent.*, 1 column with the values asked for.*, 1 given row as given$/,
      ),
      'foreign-keys passed: 5 foreign keys, no row without its parent',
      expect.stringMatching(/^paths /),
      'sign-in passed: 5 users as GoTrue wants them; the password fits (1 hash)',
      'visible-rows passed: 5 users look at 5 tables: nobody whose rows are there sees nothing; anon sees rows of 1 table',
      ...['policies', 'row-security', 'triggers', 'constraints', 'grants'].map((name) =>
        expect.stringMatching(`^${name} passed: unchanged since .* UTC; so is the whole schema$`),
      ),
    ])
    expect(report).toMatchObject({ ok: true, seed: 'verify' })
    expect(report.findings.filter(({ level }) => level !== 'info')).toEqual([])
    expect(report.findings.map(({ id }) => id).sort()).toEqual([
      'grant-missing:"od.d %"."re""ply\\"',
      'grant-missing:audit',
      'grant-missing:internal',
    ])
  })

  test('everybody sees their own rows, and no row of a table that is not granted', async () => {
    const { visible } = await verify()
    const users = await there.raw<{ email: string; posts: number }>(
      `select u.email::text, count(p.id)::int4 as posts from auth.users u left join public.posts p on p.author_id = u.id group by 1`,
    )
    const published = await there.raw<{ n: number }>(
      `select count(*)::int4 as n from public.posts where status = 'published'`,
    )
    const rows = (user: string, table: string) => visible.find((one) => one.user === user && one.table === table)?.rows
    for (const { email, posts } of users) {
      expect([rows(email, 'posts'), rows(email, 'profiles'), rows(email, 'internal'), rows(email, REPLIES)]).toEqual([
        posts,
        1,
        null,
        null,
      ])
    }
    expect([rows('anon', 'posts'), rows('anon', 'profiles')]).toEqual([published[0]?.n, 0])
    expect(visible.at(-1)?.user).toBe('anon')
  })

  test.each(BREAKAGES.filter(({ embedded }) => embedded || server !== 'pglite'))(
    '$does',
    async ({ sql, fails, says, found }) => {
      const report = await verifyAfter(sql)
      const errors = report.findings.filter(({ level }) => level === 'error')
      expect(failures(report), JSON.stringify(report.findings, null, 1)).toEqual(fails)
      expect(report.ok).toBe(false)
      for (const id of says) expect(report.findings.map((one) => one.id)).toContainEqual(expect.stringContaining(id))
      if (found) expect(report.findings.map((one) => one.found ?? '').join('\n')).toMatch(found)
      expect(errors.length).toBeGreaterThan(0)
    },
  )

  test('whoever is meant to see nothing of their own may be allowed to', async () => {
    const hidden = `alter policy own on public.posts using (author_id <> (select auth.uid())); alter policy own on public.profiles using (false)`
    const first = await verifyAfter(hidden)
    const ids = first.findings.filter(({ code }) => code === 'sees-nothing-own').map(({ id }) => id)
    expect(ids).toHaveLength(5)
    const second = await verifyAfter(hidden, { allow: [...ids, 'policies-changed'] })
    expect(failures(second)).toEqual([])
  })

  test('a change that is allowed passes', async () => {
    const report = await verifyAfter('drop policy published on public.posts', { allow: ['policies-changed'] })
    expect(failures(report)).toEqual([])
    expect(report.checks.find(({ name }) => name === 'policies')?.detail).toMatch(
      /^changed since .*, and that is allowed$/,
    )
  })

  test('what changed along with a migration is a warning that names it', async () => {
    const report = await verifyAfter(`
      drop policy published on public.posts;
      insert into supabase_migrations.schema_migrations (version) values ('20260201090000')`)
    expect(failures(report)).toEqual([])
    expect(report.checks.find(({ name }) => name === 'policies')?.detail).toMatch(
      /^changed since .*, and 1 migration was applied since then$/,
    )
    expect(report.findings.find(({ id }) => id === 'policies-changed')).toMatchObject({
      level: 'warning',
      next: expect.stringContaining('supabase_migrations.schema_migrations: 20260201090000'),
    })
    const by = await verifyAfter('drop policy published on public.posts')
    expect(by.findings.find(({ id }) => id === 'policies-changed')).toMatchObject({
      level: 'error',
      next: expect.stringContaining('no migration was noted since then'),
    })
  })

  test('whoever has a verified second factor has used it', async () => {
    const guarded = `
      create policy strict on public.posts as restrictive to authenticated using (
        (select auth.jwt() ->> 'aal') = 'aal2' or not exists (select from auth.users where false));
      insert into auth.mfa_factors (id, user_id, friendly_name, factor_type, status, created_at, updated_at, secret)
        select gen_random_uuid(), ${someUser}, 'phone', 'totp', 'verified', now(), now(), 'X';
      alter policy strict on public.posts using ((select auth.jwt() ->> 'aal') = 'aal2')`
    const { visible } = await verifyAfter(guarded)
    const seen = visible.filter(({ table, rows, user }) => table === 'posts' && user !== 'anon' && (rows ?? 0) > 0)
    const [first] = await there.raw<{ email: string }>(`select email::text from auth.users where id = ${someUser}`)
    expect(seen.map(({ user }) => user)).toEqual([first?.email])
  })

  test('the metadata of a user are in the claims', async () => {
    const { visible } = await verifyAfter(`
      update auth.users set raw_app_meta_data = raw_app_meta_data || '{"role": "super-admin"}' where id = ${someUser};
      alter policy own on public.posts using ((select auth.jwt() #>> '{app_metadata,role}') = 'super-admin')`)
    const seen = visible.filter(({ table, user, rows }) => table === 'posts' && user !== 'anon' && (rows ?? 0) > 0)
    // A super-admin without a second factor is looked at with and without one.
    expect(seen.map(({ rows, role }) => [rows, role])).toEqual([
      [31, 'super-admin'],
      [31, 'super-admin'],
    ])
    expect(seen[1]?.user).toBe(`${seen[0]?.user} (aal2)`)
  })

  test('rows of others are no concern', async () => {
    const report = await verifyAfter(`
      insert into public.posts (author_id, title, status) select ${someUser}, 'x', 'odd' from generate_series(1, 40)`)
    expect(failures(report)).toEqual([])
  })

  test('of each role and persona some are looked at, however many there are of others', async () => {
    const user = (n: number, role: string | null, persona: string | null): TokenUser => ({
      id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      label: `${n}`,
      role,
      persona,
      claims: { aal: 'aal1' },
    })
    const users = [
      ...Array.from({ length: 30 }, (_, n) => user(n, null, null)),
      user(30, 'super-admin', null),
      ...Array.from({ length: 25 }, (_, n) => user(31 + n, null, 'seller')),
    ]
    const chosen = await chooseUsers(there.db, users, [])
    const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => String(from + n))
    expect(chosen.map(({ label }) => label)).toEqual([...numbers(0, 20), '30', ...numbers(31, 51)])
  })

  test('of a large table one row is enough', async () => {
    const viewer = { role: 'anon', claims: { role: 'anon' } } as const
    const tables = [
      { id: 'posts', large: true },
      { id: 'profiles', large: true },
    ]
    expect([...(await look(there.db, viewer, tables))]).toEqual([
      ['posts', { kind: 'rows', rows: 1, more: true }],
      ['profiles', { kind: 'rows', rows: 0, more: false }],
    ])
  })

  test('a password of one’s own', async () => {
    const report = await verify(there.db, { users: { count: 5, password: 'another one' } })
    expect(failures(report)).toEqual(['sign-in'])
    expect(JSON.stringify(report)).not.toContain('another one')
  })

  test('what verifying looked at is as it was', async () => {
    const state = () => there.raw('select (select count(*) from auth.users)::int4 as users, current_user::text as who')
    const before = await state()
    await verify()
    expect(await state()).toEqual(before)
  })

  test('without a journal the rows are recognised, and nobody knows what guarded them', async () => {
    const folder = join(root, '.supa-seed')
    renameSync(folder, `${folder}-away`)
    try {
      const report = await verify()
      expect(failures(report)).toEqual([])
      expect(report.checks.filter(({ result }) => result === 'skipped').map(({ name }) => name)).toEqual([
        'paths',
        'policies',
        'row-security',
        'triggers',
        'constraints',
        'grants',
      ])
      expect(report.checks.at(-1)?.detail).toMatch(/no journal/)
      expect(existsSync(folder)).toBe(false)
    } finally {
      renameSync(`${folder}-away`, folder)
    }
  })
})
