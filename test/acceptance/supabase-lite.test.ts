import { afterAll, beforeAll, expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import { quote } from '../../src/model/name.ts'
import type { Report, VerifyReport } from '../../src/model/reports/report.ts'
import { signedInState } from '../../src/test.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { withClient } from '../support/postgres-databases.ts'
import { putFiles } from '../support/put-files.ts'
import { type StorageServer, storageServer } from '../support/storage-server.ts'
import { projectFolder, seedStory, verifyStory } from '../support/story.ts'
import { KEYS, type SupabaseLite, startLite } from '../support/supabase-lite.ts'
import { supply } from '../support/supply.ts'
import { TEAMS } from './people-schemas.ts'

/** Accounts, memberships and notes are seen by those who belong to them; who has a second factor must have used it. */
const GUARDED = `
  ${TEAMS}
  create function belongs_to(account uuid) returns boolean language sql stable security definer set search_path = '' as $$
    select exists (select from public.accounts_memberships m where m.account_id = account and m.user_id = (select auth.uid()))
  $$;
  create function has_used_second_factor() returns boolean language sql stable security definer set search_path = '' as $$
    select (select auth.jwt() ->> 'aal') = 'aal2' or
      not exists (select from auth.mfa_factors f where f.user_id = (select auth.uid()) and f.status = 'verified')
  $$;
  alter table accounts enable row level security;
  alter table accounts_memberships enable row level security;
  alter table notes enable row level security;
  alter table roles enable row level security;
  create policy read on accounts for select to authenticated
    using (primary_owner_user_id = (select auth.uid()) or belongs_to(id));
  create policy read on accounts_memberships for select to authenticated using (belongs_to(account_id));
  create policy read on notes for select to authenticated using (belongs_to(account_id));
  create policy read on roles for select to authenticated using (true);
  create policy restrict_mfa on notes as restrictive to authenticated using (has_used_second_factor());
  grant select on accounts, accounts_memberships, notes, roles to authenticated, anon;
  create table photos (id uuid primary key default gen_random_uuid(), user_id uuid not null references auth.users on delete cascade,
    storage_path text not null unique);
  create policy own on storage.objects for select to authenticated using (bucket_id = 'photos' and owner_id = (select auth.uid())::text)`

const CONFIG = {
  seed: 'lite',
  users: 7,
  makerkit: { standardTestUsers: true },
  accounts: { team: 3 },
  tables: { notes: 40, invitations: 4 },
  assetPools: { photos: { path: './photos/*', upload: 'supabase_storage' } },
}

const TABLES = ['accounts', 'accounts_memberships', 'notes', 'roles'] as const
const PASSWORD = 'testingpassword'
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
const PHOTOS = Array.from({ length: 12 }, (_, i) => `note-${i}.svg`)

let seeded: TestDatabase
let report: Report
let verified: VerifyReport
let lite: SupabaseLite
let clone: string
let root: string
let store: StorageServer

beforeAll(async () => {
  root = await supply('pg17')
  const folder = projectFolder()
  seeded = await freshDatabase('pg17')
  await layBase(seeded.db)
  await seeded.raw(GUARDED)
  putFiles(folder, Object.fromEntries(PHOTOS.map((name) => [`photos/${name}`, SVG])))
  store = await storageServer(seeded)
  report = await seedStory(seeded.db, CONFIG, folder, { env: { SUPABASE_URL: store.url } })
  verified = await verifyStory(seeded.db, CONFIG, folder)
  await seeded.release()
  const { name, url } = cloneOf(seeded.url ?? '')
  clone = name
  const template = new URL(seeded.url ?? '').pathname.slice(1)
  await withClient(root, (client) => client.query(`create database ${quote(name)} template ${quote(template)}`))
  // It writes UUIDs there.
  await withClient(url, (client) =>
    client.query('alter table auth.refresh_tokens alter column id drop default, alter column id type text'),
  )
  lite = await startLite(url)
})

afterAll(async () => {
  await lite?.stop()
  if (clone !== undefined)
    await withClient(root, (client) => client.query(`drop database if exists ${quote(clone)} with (force)`))
  await seeded?.drop()
})

/** How many rows of each table somebody sees in the database itself. */
async function seenInside(role: 'anon' | 'authenticated', claims: object): Promise<Record<string, number>> {
  return withClient(seeded.url ?? '', async (client) => {
    await client.query('begin')
    await client.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify(claims)])
    await client.query(`set local role ${role}`)
    const counts = TABLES.map((table) => `(select count(*)::int4 from ${table}) as ${table}`)
    const { rows } = await client.query<Record<string, number>>(`select ${counts.join(', ')}`)
    return rows[0] ?? {}
  })
}

/** The same over HTTP: the rows themselves are read, one table after the other. */
async function seenOutside(client: ReturnType<SupabaseLite['client']>): Promise<Record<string, number>> {
  const seen: Record<string, number> = {}
  for (const table of TABLES) {
    const { data, error } = await client.from(table).select('*')
    if (error !== null) throw error
    seen[table] = data.length
  }
  return seen
}

test('every seeded user signs in over HTTP and sees what the database shows to them', async () => {
  expect(report).toMatchObject({ ok: true, users: { created: 7 } })
  expect(verified.checks.filter(({ result }) => result === 'failed')).toEqual([])
  const users = await seeded.raw<{ id: string; email: string }>('select id::text, email::text from auth.users')
  expect(report.signIns.map(({ email }) => email).sort()).toEqual(users.map(({ email }) => email).sort())
  for (const { id, email } of users) {
    const client = lite.client()
    const { data, error } = await client.auth.signInWithPassword({ email, password: PASSWORD })
    expect({ email, error, id: data.user?.id }).toEqual({ email, error: null, id })
    const seen = await seenOutside(client)
    expect({ email, seen }).toEqual({
      email,
      seen: await seenInside('authenticated', { sub: id, role: 'authenticated', aal: 'aal1' }),
    })
    expect(seen.accounts, email).toBeGreaterThan(0)
    const own = await client.from('accounts').select('id, email').eq('id', id).single()
    expect(own.data, email).toEqual({ id, email })
    // `verify` says the same, save of whoever used a second factor, which nothing here can do.
    if (!email.startsWith('super-admin@'))
      expect({ email, seen }).toEqual({ email, seen: Object.fromEntries(TABLES.map((t) => [t, told(email, t)])) })
  }
})

const told = (user: string, table: string) =>
  verified.visible.find((one) => one.user === user && one.table === table)?.rows

test('a browser state holds a session that supabase-js takes up', async () => {
  const options = { url: lite.url, anonKey: KEYS.SUPABASE_PUBLISHABLE_KEY, app: 'http://localhost:3000/home' }
  const user = { email: 'owner@makerkit.dev', password: PASSWORD }
  const { cookies, origins } = await signedInState({ ...options, user })
  expect([cookies, origins.map(({ origin }) => origin)]).toEqual([[], ['http://localhost:3000']])
  const held = new Map(origins[0]?.localStorage.map(({ name, value }) => [name, value]))
  const storage = {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: () => undefined,
    removeItem: () => undefined,
  }
  const client = lite.client({ persistSession: true, autoRefreshToken: false, storage })
  expect((await client.auth.getSession()).data.session?.user.email).toBe(user.email)
  expect((await client.from('notes').select('*')).data?.length).toBeGreaterThan(0)
  const own = await signedInState({ ...options, user, storage: 'cookies', storageKey: 'own' })
  expect(own.cookies.every(({ name, domain }) => /^own(\.\d)?$/.test(name) && domain === 'localhost')).toBe(true)
  const refused = signedInState({ ...options, user: { ...user, password: 'another password' } })
  await expect(refused).rejects.toMatchObject({
    code: 'sign-in-refused',
    found: expect.stringContaining('invalid_credentials'),
  })
  await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('another password') })
})

test('files in a bucket are seen by those whose rows name them', async () => {
  const own = await seeded.raw<{ email: string; paths: string[] | null }>(
    `select u.email::text, (select array_agg(p.storage_path order by p.storage_path) from photos p where p.user_id = u.id) as paths
     from auth.users u order by 1`,
  )
  expect(own.flatMap(({ paths }) => paths ?? []).sort()).toEqual([...PHOTOS].sort())
  for (const { email, paths } of own.filter((one, i) => one.paths !== null || i === 0)) {
    const client = lite.client()
    await client.auth.signInWithPassword({ email, password: PASSWORD })
    const { data, error } = await client.storage.from('photos').list()
    expect({ email, error, names: data?.map(({ name }) => name).sort() }).toEqual({
      email,
      error: null,
      names: paths ?? [],
    })
  }
  expect((await lite.client().storage.from('photos').list()).data).toEqual([])
})

test('who has not signed in sees nothing, and a wrong password opens nothing', async () => {
  const seen = await seenOutside(lite.client())
  expect(seen).toEqual(await seenInside('anon', { role: 'anon' }))
  expect(Object.values(seen).every((rows) => rows === 0)).toBe(true)
  const { data, error } = await lite
    .client()
    .auth.signInWithPassword({ email: 'owner@makerkit.dev', password: 'another password' })
  expect([data.session, error?.code]).toEqual([null, 'invalid_credentials'])
})

function cloneOf(url: string): { name: string; url: string } {
  const other = new URL(url)
  const name = `${other.pathname.slice(1)}_clone`
  other.pathname = `/${name}`
  return { name, url: other.href }
}
