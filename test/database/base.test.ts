import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadParser } from '../../src/catalog/parser.ts'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import { readBaseDump, writeBaseDump } from '../../src/database/base/base-dump.ts'
import { dumpBase } from '../../src/database/base/dump-base.ts'
import { layBase } from '../../src/database/base/lay-base.ts'
import { openDatabase } from '../../src/database/open-database.ts'
import { openPglite } from '../../src/database/pglite/open.ts'
import type { QueryRow } from '../../src/model/database.ts'
import { study } from '../../src/study/study.ts'
import { freshFolder } from '../support/children.ts'
import { freshDatabase, servers, type TestDatabase } from '../support/database.ts'

const ANNA = '7f0c3a0e-2f4b-4c1d-9d57-0c2a6f3b1a01'
const BENO = '7f0c3a0e-2f4b-4c1d-9d57-0c2a6f3b1a02'

/** A user as Supabase Auth can sign in. */
const user = (id: string, email: string): string => `
  insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, confirmation_token,
    recovery_token, email_change_token_new, email_change, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
  values ('00000000-0000-0000-0000-000000000000', '${id}', 'authenticated', 'authenticated', '${email}',
    extensions.crypt('secret', extensions.gen_salt('bf', 4)), '2026-01-02T03:04:05Z', '', '', '', '',
    '{"provider": "email", "providers": ["email"]}', '{"name": "Someone"}', now(), now());
  insert into auth.identities (provider_id, user_id, identity_data, provider, last_sign_in_at, created_at, updated_at)
  values ('${id}', '${id}', '{"sub": "${id}", "email": "${email.toUpperCase()}"}', 'email', now(), now(), now())`

/** What an app adds: a table whose rows their owners see. */
const APP = `
  create table public.notes (id serial primary key, user_id uuid not null references auth.users on delete cascade, text text);
  alter table public.notes enable row level security;
  create policy own on public.notes to authenticated using (user_id = auth.uid()) with check (user_id = auth.uid());
  create function public.shout(text text) returns text language sql as $$ select upper(text) $$;
  create policy own on storage.objects for select to authenticated
    using (bucket_id = 'avatars' and (storage.foldername(name))[1] = auth.uid()::text)`

/** The dump as if PostgreSQL 17 had made it. */
function otherVersion(dump: Uint8Array): Uint8Array {
  const tar = gunzipSync(dump)
  const [header] = [...tar.toString('latin1').matchAll(/(?<=\0)\/?PG_VERSION\0/g)]
  const at = Math.floor((header?.index ?? 0) / 512) * 512 + 512
  expect(tar.toString('latin1', at, at + 3)).toBe('18\n')
  tar.write('17\n', at, 'latin1')
  return gzipSync(tar)
}

describe.each(servers)('the base on %s', (server) => {
  let there: TestDatabase
  /** The error and the traces of a base that could not be laid to its end. */
  let failure: unknown
  let traces: QueryRow[]

  beforeAll(async () => {
    there = await freshDatabase(server)
    await there.raw('create schema supabase_migrations')
    // A server of one's own, so that it shows what becomes of roles that are there already.
    if (server === 'pglite') await there.raw('create role service_role; create role dashboard_user login')
    failure = await layBase(there.db).catch((error: unknown) => error)
    traces = await there.raw(`
      select nspname::text as trace from pg_namespace where nspname !~ '^pg_|^information_schema$|^public$|^supabase_migrations$'
      union all select extname from pg_extension where extname <> 'plpgsql'
      union all select pubname from pg_publication
      union all select defaclobjtype::text from pg_default_acl
      union all select setconfig::text from pg_db_role_setting
        where setdatabase = (select oid from pg_database where datname = current_database())`)
    await there.raw('drop schema supabase_migrations')
    await layBase(there.db)
    await there.raw(APP)
    await there.raw(user(ANNA, 'anna@example.com'))
    await there.raw(user(BENO, 'beno@example.com'))
    await there.raw(
      `insert into public.notes (user_id, text) values ('${ANNA}', 'a'), ('${ANNA}', 'b'), ('${BENO}', 'c')`,
    )
  })
  afterAll(() => there.drop())

  /** What `sql` yields for someone who came through the REST API. */
  const as = (role: string, claims: Record<string, unknown>, sql: string): Promise<QueryRow[]> =>
    there.db.transaction(
      async (tx) => {
        await tx.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify({ role, ...claims })])
        await tx.execute(`set local role ${role}`)
        return tx.query(sql)
      },
      { searchPath: 'own' },
    )

  test('is laid whole or not at all', () => {
    expect(failure).toMatchObject({
      name: 'SeedError',
      code: 'base-failed',
      place: { file: 'base/70-migrations.sql' },
      exitCode: 2,
    })
    expect(traces).toEqual([])
  })

  test('is laid once', async () => {
    await expect(layBase(there.db)).rejects.toMatchObject({ code: 'base-exists', found: 'auth.users', exitCode: 2 })
  })

  test('has the roles of Supabase, with their memberships', async () => {
    const roles = await there.db.query<{ role: string; may: string[] }>(
      `select rolname::text as role, array_remove(array[case when rolsuper then 'super' end, case when rolcanlogin then 'login' end,
         case when rolbypassrls then 'bypass' end], null) as may
       from pg_roles
       where rolname in ('anon', 'authenticated', 'service_role', 'authenticator', 'supabase_admin', 'supabase_auth_admin',
         'supabase_storage_admin', 'dashboard_user', 'postgres')`,
    )
    expect(Object.fromEntries(roles.map(({ role, may }) => [role, may]))).toEqual({
      anon: [],
      authenticated: [],
      service_role: ['bypass'],
      authenticator: ['login'],
      supabase_admin: ['super', 'login', 'bypass'],
      supabase_auth_admin: ['login'],
      supabase_storage_admin: ['login'],
      dashboard_user: server === 'pglite' ? ['login'] : [],
      postgres: ['super', 'login', 'bypass'],
    })
    const members = await there.db.query(
      `select pg_get_userbyid(roleid)::text as role from pg_auth_members where member = 'authenticator'::regrole order by 1`,
    )
    expect(members.map(({ role }) => role)).toEqual(['anon', 'authenticated', 'service_role'])
  })

  test('opens what an app creates to the API roles, and keeps them out of auth', async () => {
    const [rights] = await there.db.query(
      `select bool_and(has_table_privilege(role, 'public.notes', 'select, insert, update, delete')) as tables,
         bool_and(has_sequence_privilege(role, 'public.notes_id_seq', 'usage')) as sequences,
         bool_and(has_function_privilege(role, 'public.shout(text)', 'execute')) as functions,
         bool_and(has_schema_privilege(role, 'auth', 'usage')) as usage,
         bool_or(has_table_privilege(role, 'auth.users', 'select')) as users,
         bool_or(has_schema_privilege(role, 'auth', 'create')) as "create"
       from unnest(array['anon', 'authenticated', 'service_role']) as role`,
    )
    expect(rights).toEqual({
      tables: true,
      sequences: true,
      functions: true,
      usage: true,
      users: false,
      create: false,
    })
    await expect(as('service_role', {}, 'select id from auth.users')).rejects.toMatchObject({ code: '42501' })
  })

  test('has 23 tables in auth and 10 in storage, all under row security, and the study leaves them alone', async () => {
    const catalog = await readCatalog(there.db)
    const known = study(catalog, await loadParser())
    const filled = Object.entries(known.tables).filter(([, { standing }]) => standing.kind === 'app')
    expect(filled.map(([id]) => id)).toEqual(['notes'])
    const tables = catalog.relations.filter(({ kind, schema }) => kind === 'table' && /^(auth|storage)$/.test(schema))
    expect(tables.filter(({ schema }) => schema === 'auth')).toHaveLength(23)
    expect(tables.filter(({ schema }) => schema === 'storage')).toHaveLength(10)
    const open = await there.db.query(
      `select relname from pg_class where relnamespace in ('auth'::regnamespace, 'storage'::regnamespace) and relkind = 'r'
         and (not relrowsecurity or pg_get_userbyid(relowner) not in ('supabase_auth_admin', 'supabase_storage_admin'))`,
    )
    expect(open).toEqual([])
    const [users] = await there.db.query(
      `select count(*)::int4 as columns, count(*) filter (where is_nullable = 'NO')::int4 as needed
       from information_schema.columns where table_schema = 'auth' and table_name = 'users'`,
    )
    expect(users).toEqual({ columns: 35, needed: 3 })
  })

  test('computes what Supabase Auth computes', async () => {
    const [row] = await there.db.query(
      `select u.confirmed_at = u.email_confirmed_at as confirmed, i.email, u.phone_change, u.is_sso_user, u.phone,
         u.encrypted_password = extensions.crypt('secret', u.encrypted_password) as "signsIn"
       from auth.users u join auth.identities i on i.user_id = u.id where u.id = $1`,
      [ANNA],
    )
    expect(row).toEqual({
      confirmed: true,
      email: 'anna@example.com',
      phone_change: '',
      is_sso_user: false,
      phone: null,
      signsIn: true,
    })
  })

  test('wants tokens to be unique, but not empty ones; addresses too, but for companies', async () => {
    const again = (values: string) =>
      there.db.execute(`insert into auth.users (id, email, recovery_token, is_sso_user) values ${values}`)
    await again(
      `(gen_random_uuid(), null, '', false), (gen_random_uuid(), null, '123', false), (gen_random_uuid(), null, '123', false)`,
    )
    await again(`(gen_random_uuid(), 'anna@example.com', '', true), (gen_random_uuid(), 'anna@example.com', 'x', true)`)
    await expect(again(`(gen_random_uuid(), null, 'x', false)`)).rejects.toMatchObject({
      code: '23505',
      constraint: 'recovery_token_idx',
    })
    await expect(again(`(gen_random_uuid(), 'anna@example.com', '', false)`)).rejects.toMatchObject({
      code: '23505',
      constraint: 'users_email_partial_key',
    })
    await there.db.execute('delete from auth.users where instance_id is null')
  })

  test('tells policies who is asking', async () => {
    const claims = { sub: ANNA, email: 'anna@example.com', app_metadata: { role: 'editor' } }
    expect(await as('authenticated', claims, 'select text from notes order by 1')).toEqual([
      { text: 'a' },
      { text: 'b' },
    ])
    expect(await as('authenticated', { sub: BENO }, 'select text from notes')).toEqual([{ text: 'c' }])
    expect(await as('anon', {}, 'select text from notes')).toEqual([])
    expect(await as('service_role', {}, 'select count(*)::int4 as rows from notes')).toEqual([{ rows: 3 }])
    expect(
      await as(
        'authenticated',
        claims,
        `select auth.uid()::text as uid, auth.role() as role, auth.email() as email, auth.jwt() #>> '{app_metadata,role}' as own`,
      ),
    ).toEqual([{ uid: ANNA, role: 'authenticated', email: 'anna@example.com', own: 'editor' }])
    const old = await there.db.query(`select set_config('request.jwt.claim.sub', $1, false), auth.uid()::text as uid`, [
      BENO,
    ])
    expect(old).toMatchObject([{ uid: BENO }])
    await there.db.query(`select set_config('request.jwt.claim.sub', '', false)`)
    expect(await there.db.query('select auth.uid() as uid, auth.jwt() as jwt')).toEqual([{ uid: null, jwt: null }])
  })

  test('guards the rows of storage', async () => {
    await there.raw(`
      insert into storage.buckets (id, name) values ('avatars', 'avatars');
      insert into storage.objects (bucket_id, name, updated_at) values
        ('avatars', '${ANNA}/me.small.png', '2020-01-01'), ('avatars', '${BENO}/me.png', '2020-01-01'), ('avatars', 'all.txt', '2020-01-01')`)
    const refused = { code: '42501', message: expect.stringContaining('Direct deletion') }
    await expect(there.db.execute('delete from storage.objects')).rejects.toMatchObject(refused)
    await expect(there.db.execute('delete from storage.buckets where false')).rejects.toMatchObject(refused)
    expect(await as('authenticated', { sub: ANNA }, 'select path_tokens from storage.objects')).toEqual([
      { path_tokens: [ANNA, 'me.small.png'] },
    ])
    expect(
      await there.db.query(
        `select storage.filename(name) as file, storage.extension(name) as extension, storage.foldername(name) as folders
         from storage.objects where name like $1`,
        [`${ANNA}%`],
      ),
    ).toEqual([{ file: 'me.small.png', extension: 'png', folders: [ANNA] }])
    expect(await there.db.query(`select name, id is null as folder from storage.search('', 'avatars')`)).toEqual([
      { name: ANNA, folder: true },
      { name: BENO, folder: true },
      { name: 'all.txt', folder: false },
    ])
    expect(await there.db.query(`select name from storage.search('${ANNA}/', 'avatars', levels => 2)`)).toEqual([
      { name: 'me.small.png' },
    ])
    await there.db.execute(`update storage.objects set metadata = '{}'`)
    expect(await there.db.query(`select name from storage.objects where updated_at < '2021-01-01'`)).toEqual([])
    await expect(
      there.db.execute(`insert into storage.buckets (id, name) values ('long', repeat('x', 101))`),
    ).rejects.toMatchObject({ code: 'P0001' })
    await there.db.transaction(async (tx) => {
      await tx.execute(`set local storage.allow_delete_query = 'true'`)
      expect(await tx.execute('delete from storage.objects')).toBe(3)
    })
    await expect(there.db.execute('delete from storage.objects')).rejects.toMatchObject(refused)
  })

  test('finds extensions without their schema', async () => {
    expect(
      await there.raw(`select uuid_generate_v4() is not null as uuid, crypt('a', gen_salt('bf', 4)) like '$2a$04$%' as hash,
        length(gen_random_bytes(4)) as bytes, extensions.uuid_generate_v4() is not null as named`),
    ).toEqual([{ uuid: true, hash: true, bytes: 4, named: true }])
  })

  test('has stand-ins that call nobody and say so', async () => {
    await there.raw(`
      create table public.hooked (id int);
      create trigger hook after insert or delete on public.hooked for each row execute function
        supabase_functions.http_request('http://localhost:1/', 'POST', '{}', '{}', '1000');
      create trigger changes before insert or delete on public.hooked for each row execute function
        supabase_functions.http_request('http://localhost:1/', 'POST', '{}', '{}', '1000');
      insert into public.hooked values (1), (2);
      delete from public.hooked where id = 1;
      alter publication supabase_realtime add table public.hooked;
      create policy everyone on realtime.messages to authenticated using (realtime.topic() = 'room');
      select realtime.send('{}', 'e', 'room', false);
      select cron.schedule('nightly', '0 3 * * *', 'select 1'), cron.schedule('* * * * *', 'select 2');
      select vault.create_secret('s3cret', 'key', 'a key');
      select vault.update_secret((select id from vault.secrets where name = 'key'), 'n3w');
      comment on schema public is '@graphql({"inflect_names": true})';
      select setval('pgsodium.key_key_id_seq', 1, false), setval('supabase_functions.hooks_id_seq', 19, true),
        setval('auth.refresh_tokens_id_seq', 1, false);
      insert into supabase_migrations.schema_migrations values ('20260101000000', array['select 1'], 'first');
      insert into supabase_migrations.seed_files values ('supabase/seed.sql', 'abc')`)
    expect(await there.db.query('select id from public.hooked')).toEqual([{ id: 2 }])
    const [called] = await there.db.query(
      `select net.http_post('http://localhost:1/', body => '{}') + 1 = net.http_get('http://localhost:1/') as numbered,
         net.http_delete('http://localhost:1/') is not null as deleted,
         cron.schedule('nightly', '0 4 * * *', 'select 1') = (select min(jobid) from cron.job) as replaced,
         (select decrypted_secret from vault.decrypted_secrets where name = 'key') as secret,
         graphql_public.graphql(query => '{ a }') ? 'errors' as graphql`,
    )
    expect(called).toEqual({ numbered: true, deleted: true, replaced: true, secret: 'n3w', graphql: true })
    expect(
      await there.db.query(`select cron.unschedule('nightly') as gone, count(*)::int4 from cron.job`),
    ).toMatchObject([{ gone: true }])
    await expect(there.db.query(`select cron.unschedule('nightly')`)).rejects.toMatchObject({ code: 'P0001' })
    const silent = await there.db.query(
      `select p.oid::regprocedure::text as function from pg_proc p
       where p.pronamespace in ('net'::regnamespace, 'supabase_functions'::regnamespace, 'cron'::regnamespace, 'vault'::regnamespace,
         'graphql_public'::regnamespace) and coalesce(obj_description(p.oid, 'pg_proc'), '') !~ 'Stand-in laid by supa-seed'`,
    )
    expect(silent).toEqual([])
    await there.raw('drop table public.hooked')
  })
})

describe('an embedded database that begins with the base', () => {
  const dumps = mkdtempSync(join(tmpdir(), 'supa-seed-dumps-'))
  const open = (folder: string, from = dumps) => openPglite(folder, '--embedded', { base: true, dumps: from })
  /** Only what was dumped lacks the two templates. */
  const databases = `select count(*)::int4 as databases, current_setting('search_path') as path from pg_database`
  const path = '"$user", public, extensions'
  beforeAll(async () => writeBaseDump(dumps, await dumpBase()))
  afterAll(() => rmSync(dumps, { recursive: true, force: true }))

  test('starts from the dump, or without a good one is laid, and is the same', async () => {
    const dumped = join(freshFolder(), 'dumped')
    const first = await open(dumped)
    expect(await first.query(databases)).toEqual([{ databases: 1, path }])
    const { hash } = await readCatalog(first)
    await first.execute('create table public.mine (id uuid default uuid_generate_v4())')
    await first.close()
    expect(existsSync(`${dumped}.unfinished`)).toBe(false)

    const again = await open(dumped)
    expect(await again.query(databases)).toEqual([{ databases: 1, path }])
    expect(await again.query('select count(*)::int4 as rows from public.mine')).toEqual([{ rows: 0 }])
    await again.close()

    const bad = freshFolder()
    writeBaseDump(bad, otherVersion(readFileSync(join(dumps, 'base.tar.gz'))))
    // Half a database, left by a process that died while it made it.
    const laid = join(freshFolder(), 'laid')
    mkdirSync(laid)
    writeFileSync(join(laid, 'PG_VERSION'), '18\n')
    writeFileSync(`${laid}.unfinished`, '')
    const second = await open(laid, bad)
    expect(await second.query(databases)).toEqual([{ databases: 3, path }])
    expect((await readCatalog(second)).hash).toBe(hash)
    await second.close()
    expect(existsSync(`${laid}.unfinished`)).toBe(false)
  })

  test('can do without a folder', async () => {
    const db = await open('memory')
    expect(await db.query(`select count(*)::int4 as users from auth.users`)).toEqual([{ users: 0 }])
    await db.close()
  })

  test('does not mix with files of others', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'mine.txt'), 'mine')
    await expect(open(folder)).rejects.toMatchObject({ code: 'embedded-unusable', found: 'other files' })
    expect(readdirSync(folder)).toEqual(['mine.txt'])
    expect(existsSync(`${folder}.lock`)).toBe(false)
  })

  test('ignores a damaged dump, and that of another base', () => {
    expect(readBaseDump(dumps)).toBeInstanceOf(Blob)
    const damaged = freshFolder()
    writeBaseDump(damaged, readFileSync(join(dumps, 'base.tar.gz')).subarray(0, 5000))
    expect(readBaseDump(damaged)).toBeNull()
    writeFileSync(join(dumps, 'base.digest'), 'another')
    expect(readBaseDump(dumps)).toBeNull()
    expect(readBaseDump(join(dumps, 'nowhere'))).toBeNull()
  })
})

test('only a superuser lays it', async () => {
  const there = await freshDatabase(
    'pg17',
    `do $$ begin create role base_plain login createrole; exception when duplicate_object or unique_violation then null; end $$`,
  )
  const url = new URL(there.url ?? '')
  url.username = 'base_plain'
  const db = await openDatabase({ url: url.href, source: 'test' })
  await expect(layBase(db)).rejects.toMatchObject({ code: 'base-needs-superuser', found: 'the role base_plain' })
  await db.close()
  await there.drop()
})

test('databases of one server may get it at the same moment', async () => {
  const many = await Promise.all(['select 1', 'select 2', 'select 3'].map((sql) => freshDatabase('pg15', sql)))
  await Promise.all(many.map(({ db }) => layBase(db)))
  for (const { db } of many)
    expect(await db.query(`select to_regclass('auth.users') is not null as laid`)).toEqual([{ laid: true }])
  await Promise.all(many.map((one) => one.drop()))
})
