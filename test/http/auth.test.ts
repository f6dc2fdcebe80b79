import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import type { Report } from '../../src/model/reports/report.ts'
import { runExport } from '../../src/run/export/export.ts'
import { STARTER, TEAMS } from '../acceptance/people-schemas.ts'
import { type AuthServer, authServer } from '../support/auth-server.ts'
import { refusal } from '../support/blog-with-assets.ts'
import { freshFolder, spawnCli } from '../support/children.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { LOCAL_KEY } from '../support/storage-server.ts'
import { cleanupStory, planStory, projectFolder, seedStory, verifyStory } from '../support/story.ts'

/** What triggers see late: the role among the app metadata, and the moment of confirmation. */
const LATE = `
  create table members (user_id uuid primary key references auth.users on delete cascade, joined_at timestamptz, role text, bio text);
  create function new_member() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into public.members (user_id, joined_at, role) values (new.id, new.created_at, new.role);
    return new;
  end $$;
  create trigger new_member after insert on auth.users for each row execute function new_member();
  create table sign_ups (at timestamptz not null default now(), what text not null);
  create table stats (id int primary key, users int not null);
  insert into stats values (1, 0);
  create table welcomes (user_id uuid not null references auth.users, text text not null);
  create function log_sign_up() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    execute 'insert into public.sign_ups (what) values ($1)' using new.id::text;
    execute 'update public.stats set users = users + 1';
    begin
      execute 'insert into public.welcomes values ($1, $2)' using new.id, 'welcome';
    exception when unique_violation then null;
    end;
    return new;
  end $$;
  create trigger log_sign_up after insert on auth.users for each row execute function log_sign_up();`

/** A profile for whoever confirms the address: by SQL nobody ever does, for users are confirmed from the start. */
const CONFIRMED = `
  create table profiles (id uuid primary key references auth.users on delete cascade, full_name text, bio text not null default '');
  create function confirmed() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into public.profiles (id, full_name) values (new.id, new.raw_user_meta_data ->> 'full_name');
    return new;
  end $$;
  create trigger confirmed after update of email_confirmed_at on auth.users for each row
    when (old.email_confirmed_at is null and new.email_confirmed_at is not null) execute function confirmed();`

const USERS = {
  count: 24,
  passwordCost: 4,
  roles: { admin: 1, editor: 0.25 },
  metadata: { onboarded: true },
  appMetadata: { plan: 'pro' },
  providers: { google: 3 },
  unconfirmed: 2,
  banned: 1,
  phone: 2,
  anonymous: 2,
  sso: 1,
  linked: { github: 2 },
}
const config = (more: object = {}) => ({
  users: { ...USERS, ...more },
  fixtures: { users: { alice: { email: 'alice@example.com' } } },
  rows: 30,
})
const BY_API = { authUserCreation: 'admin_api', requests: 4 }
/** What the database invents when triggers fire, and what Supabase Auth writes besides. */
const INVENTED = ['sign_ups.at', 'accounts.created_at', 'accounts_memberships.created_at']

async function database(sql: string): Promise<TestDatabase> {
  const made = await freshDatabase('pg17')
  await layBase(made.db)
  await made.raw(sql)
  return made
}

const told = ({ warnings, notes, errors }: Report) => [...errors, ...warnings, ...notes].map(({ code }) => code)
const posts = (auth: AuthServer): number => auth.calls.filter((call) => call === 'POST').length

async function same(ours: TestDatabase, theirs: TestDatabase): Promise<void> {
  const [{ 'auth.audit_log_entries': log, ...left }, { 'auth.audit_log_entries': none, ...right }] = await Promise.all([
    contents(ours, { rebased: true, without: INVENTED }),
    contents(theirs, { rebased: true, without: INVENTED }),
  ])
  expect(left).toEqual(right)
  expect([log === none, none]).toEqual([false, '0 rows '])
}

describe('users through the Auth admin API', () => {
  test.each([
    ['profiles and logs by trigger', STARTER + LATE],
    ['accounts by trigger', TEAMS],
    ['profiles at confirmation', CONFIRMED],
  ])(
    '%s: the same as by SQL, through busy and broken answers',
    async (_, sql) => {
      const [one, two] = await Promise.all([database(sql), database(sql)])
      const auth = await authServer(one)
      Object.assign(auth.trouble, { busy: 3, lost: 2, failing: 2 })
      const [root, env] = [projectFolder(), { SUPABASE_URL: auth.url }]
      const report = await seedStory(one.db, config(BY_API), root, { env })
      expect(report).toMatchObject({ ok: true, errors: [], users: { created: 24 } })
      const bySql = await seedStory(two.db, config(), projectFolder())
      expect(bySql).toMatchObject({ ok: true, errors: [] })
      await same(one, two)
      expect(Math.max(...Object.values(auth.trouble))).toBeLessThanOrEqual(0)
      expect(auth.most).toBeGreaterThan(1)
      expect(auth.most).toBeLessThanOrEqual(4)
      const verified = await verifyStory(one.db, config(BY_API), root)
      expect(verified.checks.filter(({ result }) => result === 'failed')).toEqual([])
      const before = auth.calls.length
      expect(await seedStory(one.db, config(BY_API), projectFolder(), { env })).toMatchObject({ users: { created: 0 } })
      expect(auth.calls).toHaveLength(before)
      await cleanupStory(one.db, config(BY_API), root)
      const empty = await contents(one)
      expect(
        Object.entries(empty).filter(([id, rows]) => !rows.startsWith('0 ') && !/audit|schema_m|roles|stats/.test(id)),
      ).toEqual([])
      await Promise.all([one.drop(), two.drop()])
    },
    120_000,
  )
})

describe('what may come between', () => {
  let ours: TestDatabase
  let auth: AuthServer
  let env: Record<string, string>
  const users = async (): Promise<number> =>
    (await ours.raw<{ n: number }>('select count(*)::int as n from auth.users'))[0]?.n ?? 0
  const plain = (count = 30, more: object = {}) => ({ users: { count, passwordCost: 4, ...BY_API, ...more }, rows: 30 })

  beforeAll(async () => {
    ours = await database(STARTER)
    auth = await authServer(ours)
    env = { SUPABASE_URL: auth.url }
  })

  test('nothing is written without an API, with a wrong key, or where there can be none', async () => {
    const refused = async (more: Readonly<Record<string, string>>) =>
      refusal(seedStory(ours.db, plain(), projectFolder(), { env: more }))
    expect(await refused({})).toMatchObject({ code: 'no-api', next: expect.stringContaining('SUPABASE_SECRET_KEY') })
    expect(await refused({ SUPABASE_URL: 'http://127.0.0.1:1' })).toMatchObject({ code: 'auth-refused' })
    auth.key = 'sb_secret_another'
    const unwanted = await refused(env)
    expect(unwanted).toMatchObject({ code: 'auth-refused', found: '401 unknown', exitCode: 2 })
    expect(JSON.stringify(unwanted) + unwanted.message).not.toContain('sb_secret')
    auth.key = LOCAL_KEY
    expect(await users()).toBe(0)
    const plan = await planStory(ours.db, plain(), projectFolder())
    expect(plan.findings.map(({ code }) => code)).toContain('no-api')
  }, 60_000)

  test('the API of another database is found out by its first user, who is taken back', async () => {
    const other = await database(STARTER)
    const { url } = await authServer(other)
    const error = await refusal(seedStory(ours.db, plain(), projectFolder(), { env: { SUPABASE_URL: url } }))
    expect(error).toMatchObject({ code: 'api-elsewhere', exitCode: 1 })
    expect(await contents(other)).toMatchObject({ 'auth.users': '0 rows ', profiles: '0 rows ' })
    expect(await users()).toBe(0)
    await other.drop()
  })

  test('an embedded database has none, and an export needs none', async () => {
    const tables = `create schema auth;
      create table auth.users (id uuid primary key, email text, encrypted_password text, raw_user_meta_data jsonb);
      create table profiles (id uuid primary key references auth.users, name text)`
    const embedded = await freshDatabase('pglite', tables)
    expect(await refusal(seedStory(embedded.db, plain(), projectFolder()))).toMatchObject({ code: 'no-auth-api' })
    expect(await embedded.raw('select 1 from auth.users')).toEqual([])
    await embedded.drop()
    const cwd = projectFolder()
    const exported = await runExport({ cwd, env: {}, flags: { dbUrl: ours.url ?? '' }, config: plain() })
    expect(exported.findings.map(({ code }) => code)).toContain('users-by-sql')
    expect(readFileSync(join(cwd, exported.files[0]?.file ?? ''), 'utf8')).toContain('insert into "auth"."users"')
  }, 60_000)

  test('Ctrl-C and a killed process leave what the next run completes, or cleanup removes', async () => {
    const root = projectFolder()
    const stop = new AbortController()
    auth.trouble.slow = 60
    const until = async (n: number) => {
      while ((await users()) < n) await setTimeout(10)
    }
    const stopped = refusal(seedStory(ours.db, plain(60), root, { env, signal: stop.signal }))
    await until(10)
    stop.abort()
    expect(await stopped).toMatchObject({ code: 'interrupted', exitCode: 130 })
    const some = await users()
    expect(some).toBeGreaterThanOrEqual(10)
    expect(some).toBeLessThan(60)
    const removed = await cleanupStory(ours.db, plain(60), root)
    expect(removed.tables.find(({ table }) => table === 'auth.users')).toMatchObject({ removed: some })
    expect(await contents(ours)).toMatchObject({ 'auth.users': '0 rows ', profiles: '0 rows ' })

    const folder = freshFolder()
    writeFileSync(join(folder, 'supa-seed.config.json'), JSON.stringify(plain(60)))
    const { child, result } = await spawnCli(['seed', '--db-url', ours.url ?? '', '--yes'], { cwd: folder, env })
    await until(10)
    child.kill('SIGKILL')
    await result
    auth.trouble.slow = 0
    const there = await users()
    expect(there).toBeLessThan(60)
    auth.calls.splice(0)
    const completed = await seedStory(ours.db, plain(60), folder, { env })
    expect(completed).toMatchObject({ ok: true, users: { total: 60 } })
    expect(posts(auth)).toBeLessThanOrEqual(60 - there)
    const whole = await contents(ours, { rebased: true })
    expect(await seedStory(ours.db, plain(60), folder, { env })).toMatchObject({ ok: true, users: { created: 0 } })
    expect(await contents(ours, { rebased: true })).toEqual(whole)
    await cleanupStory(ours.db, plain(60), folder)
    expect(await users()).toBe(0)
  }, 120_000)

  test('somebody with the same address: adopted where it is given, an error where only Supabase Auth sees it', async () => {
    const given = { ...plain(10), fixtures: { users: { alice: { email: 'alice@example.com' } } } }
    const post = (body: object) =>
      fetch(`${auth.url}/auth/v1/admin/users`, {
        method: 'POST',
        headers: { apikey: LOCAL_KEY },
        body: JSON.stringify(body),
      })
    expect((await post({ email: 'alice@example.com' })).status).toBe(200)
    const root = projectFolder()
    const report = await seedStory(ours.db, given, root, { env })
    expect(report.errors).toEqual([])
    expect(told(report)).toContain('adopted')
    expect(await users()).toBe(11)
    const [{ email } = { email: '' }] = await ours.raw<{ email: string }>(
      `select email from auth.users where email <> 'alice@example.com' order by id limit 1`,
    )
    await cleanupStory(ours.db, given, root)
    expect(await users()).toBe(1)
    await ours.raw(`update auth.identities set identity_data = jsonb_set(identity_data, '{email}', '"${email}"')`)
    const error = await refusal(seedStory(ours.db, plain(10), root, { env }))
    expect(error).toMatchObject({ code: 'user-there', found: '422 email_exists', exitCode: 1 })
    await ours.raw(`delete from auth.users where email = 'alice@example.com'`)
    expect(await seedStory(ours.db, plain(10), root, { env })).toMatchObject({ ok: true, users: { total: 10 } })
    await cleanupStory(ours.db, plain(10), root)
  })

  test('a trigger that cannot bear how Supabase Auth writes is named', async () => {
    await ours.raw(`
      create function public.wants_role() returns trigger language plpgsql as $$
      begin
        if (select count(*) from auth.users) > 12 then raise exception 'no more'; end if;
        return new;
      end $$;
      create trigger wants_role after insert on auth.users for each row execute function public.wants_role();`)
    const root = projectFolder()
    const error = await refusal(seedStory(ours.db, plain(20), root, { env, rehearsal: false }))
    expect(error).toMatchObject({ code: 'user-refused', found: '500 unexpected_failure', exitCode: 1 })
    expect(error.next).toContain('wants_role')
    expect(await users()).toBeGreaterThanOrEqual(12)
    await cleanupStory(ours.db, plain(20), root)
    expect(await users()).toBe(0)
    await ours.raw('drop function public.wants_role cascade')
  })

  test('a thousand users, and one more, where no trigger looks', async () => {
    await ours.raw('drop trigger on_auth_user_created on auth.users')
    auth.calls.splice(0)
    auth.most = 0
    const root = projectFolder()
    const report = await seedStory(ours.db, plain(1000, { requests: 8 }), root, { env })
    expect(report).toMatchObject({ ok: true, users: { created: 1000 } })
    expect(await users()).toBe(1000)
    expect(auth.calls.filter((call) => call.startsWith('GET ')).length).toBe(0)
    expect(auth.most).toBeLessThanOrEqual(8)
    const more = await seedStory(ours.db, plain(1001), root, { env })
    expect(more).toMatchObject({ ok: true, users: { created: 1, total: 1001 } })
  }, 60_000)
})
