import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lockFolder } from '../../src/database/pglite/lock-folder.ts'
import { supaSeed } from '../../src/index.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { BaseReport } from '../../src/model/reports/base-report.ts'
import type { Report } from '../../src/model/reports/report.ts'
import type { SqlReport } from '../../src/model/reports/sql-report.ts'
import { writeProject } from '../database/project.ts'
import { freshFolder } from '../support/children.ts'
import { freshDatabase } from '../support/database.ts'
import { runHere } from './run-here.ts'

const FIRST = 'migrations/20240101000000_first.sql'
const SECOND = 'migrations/20240102000000_second.sql'

const PROFILES = `
create extension if not exists pg_cron;
create table profiles (id uuid primary key references auth.users on delete cascade, name text not null);
alter table profiles enable row level security;
create policy own on profiles to authenticated using (id = (select auth.uid()));
create table notes (id uuid primary key default uuid_generate_v4(), profile_id uuid not null references profiles, body text not null);
`

async function run(folder: string, ...words: readonly string[]) {
  return runHere(words, { cwd: folder })
}

async function json<Document>(code: number, folder: string, ...words: readonly string[]): Promise<Document> {
  const result = await run(folder, ...words, '--json')
  expect(result, `${result.stdout}\n${result.stderr}`).toMatchObject({ code })
  return JSON.parse(result.stdout) as Document
}

describe('a project and its embedded database', () => {
  let folder: string
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'supa-seed-test-')))
    writeProject(folder, { [FIRST]: PROFILES })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))

  test('a new one begins with the base and the migrations, and says so', async () => {
    const { code, stdout } = await run(folder, 'plan', '--embedded')
    expect(code, stdout).toBe(0)
    const [address, applied] = stdout.split('\n')
    expect(address).toBe(`pglite in ${join(folder, '.supa-seed', 'embedded')} (from --embedded)`)
    expect(applied).toMatch(/^Applied 1 file of supabase\/migrations in \d/)
    expect(stdout.replace(/\s+/g, ' ')).toContain('pg_cron is not here')
  })

  test('it is filled, and asked as one of its users', async () => {
    const report = await json<Report>(0, folder, 'seed', '--embedded', '--rows', 'notes=6')
    expect(report.notes.map(({ code }) => code)).not.toContain('extension-skipped')
    expect(report.tables.find(({ table }) => table === 'notes')).toMatchObject({ inserted: 6 })
    const { rows } = await json<SqlReport>(
      0,
      folder,
      'sql',
      '--embedded',
      'select email from auth.users order by id limit 1',
    )
    const who = String(rows[0]?.[0])
    const seen = await json<SqlReport>(
      0,
      folder,
      'sql',
      '--embedded',
      '--as',
      who,
      'select id = auth.uid() as mine from profiles',
    )
    expect(seen.rows).toEqual([[true]])
  })

  test('reopening applies only what is new, also from a folder below, and a changed file is told of', async () => {
    writeProject(folder, { [SECOND]: 'create table tags (name text primary key);' })
    const below = join(folder, 'supabase')
    const data = join(folder, '.supa-seed', 'embedded')
    const told = await run(below, 'status', '--embedded', data, '--json')
    expect(told.code).toBe(0)
    expect(told.stderr).toMatch(/^pglite in .*\nApplied 1 file of migrations in /)
    writeProject(folder, { [FIRST]: `${PROFILES} -- changed` })
    const again = await run(folder, 'status', '--embedded')
    expect(again.stdout).not.toContain('Applied')
    expect(again.stdout.replace(/\s+/g, ' ')).toContain(`${FIRST} has changed since it was applied`)
    expect((await json<{ findings: Finding[] }>(0, folder, 'status', '--embedded')).findings).toMatchObject([
      { code: 'migration-changed', level: 'warning', next: expect.stringContaining(data) },
    ])
    writeProject(folder, { [FIRST]: PROFILES })
  })

  test('a migration that fails stops every command with its name, and what was there stays', async () => {
    writeProject(folder, {
      'migrations/20240103000000_broken.sql': 'create table more (x int);\nalter table nowhere add y int;',
    })
    for (const words of [['seed'], ['sql', 'select 1']])
      expect(await json(2, folder, ...words, '--embedded')).toMatchObject({
        error: {
          code: 'migration-failed',
          place: { file: 'supabase/migrations/20240103000000_broken.sql' },
          found: 'statement 2, line 2: alter table nowhere add y int (SQLSTATE 42P01)',
        },
      })
    writeProject(folder, { 'migrations/20240103000000_broken.sql': null })
    const { rows } = await json<SqlReport>(
      0,
      folder,
      'sql',
      '--embedded',
      `select to_regclass('more') is null, to_regclass('tags') is not null`,
    )
    expect(rows).toEqual([[true, true]])
  })

  test('the library does the same', async () => {
    writeProject(folder, { 'migrations/20240104000000_late.sql': 'create table late (id int primary key, name text);' })
    const report = await supaSeed({ tables: { late: 3 }, db: { embedded: '.supa-seed/embedded' } }, { cwd: folder })
    expect(report.tables.find(({ table }) => table === 'late')).toMatchObject({ inserted: 3 })
  })

  test('a second process is refused while one has it open', async () => {
    const data = join(folder, '.supa-seed', 'embedded')
    const unlock = lockFolder(realpathSync(data))
    try {
      expect(await json(2, folder, 'sql', '--embedded', 'select 1')).toMatchObject({
        error: { code: 'database-locked', found: expect.stringContaining(String(process.pid)) },
      })
    } finally {
      unlock()
    }
  })
})

test('embeddings are there without a server', async () => {
  const folder = freshFolder()
  writeProject(folder, {
    'migrations/20240101000000_search.sql': `create extension vector with schema extensions;
      create table documents (id bigint generated always as identity primary key, title text not null, embedding extensions.vector(384) not null);
      create index on documents using hnsw (embedding extensions.vector_cosine_ops);`,
  })
  expect(await run(folder, 'seed', '--embedded', '--rows', '20', '--yes')).toMatchObject({ code: 0 })
  const { rows } = await json<SqlReport>(
    0,
    folder,
    'sql',
    '--embedded',
    'select count(*)::int as n, bool_and(abs(extensions.vector_norm(embedding) - 1) < 0.001) as unit from documents',
  )
  expect(rows).toEqual([[20, true]])
})

test('an embedded database that somebody else made is left as it is', async () => {
  const there = await freshDatabase('pglite', 'create table mine (x int)')
  await there.release()
  const folder = freshFolder()
  writeProject(folder, { [FIRST]: 'create table theirs (x int)' })
  const { stdout } = await run(
    folder,
    'sql',
    ...there.flags,
    `select nspname from pg_namespace where nspname !~ '^pg_' order by 1`,
  )
  expect(stdout).not.toContain('Applied')
  expect(stdout.match(/^[a-z_]+$/gm)).toEqual(['nspname', 'information_schema', 'public'])
  await there.drop()
})

describe('base', () => {
  test('on a server: laid once, then only what is new of the migrations', async () => {
    const there = await freshDatabase('pg17')
    const folder = freshFolder()
    writeProject(folder, { [FIRST]: PROFILES })
    const base = (code: number, ...words: string[]) => json<BaseReport>(code, folder, 'base', ...words, ...there.flags)
    const first = await run(folder, 'base', '--migrations', ...there.flags)
    expect(first.code, first.stderr).toBe(0)
    expect(first.stdout.split('\n').slice(2, 4)).toEqual([
      expect.stringMatching(/^Laid the base in \d/),
      expect.stringMatching(/^Applied 1 file of supabase\/migrations in \d/),
    ])
    expect(await base(2)).toMatchObject({
      error: { code: 'base-exists', next: expect.stringContaining('--migrations') },
    })
    writeProject(folder, { [SECOND]: 'create table tags (name text primary key);' })
    expect(await base(0, '--migrations')).toMatchObject({ laid: false, migrations: { files: [`supabase/${SECOND}`] } })
    expect(await base(0, '--migrations')).toMatchObject({ laid: false, migrations: { files: [] }, findings: [] })
    expect(await there.raw(`select count(*)::int4 from supabase_migrations.schema_migrations`)).toEqual([{ count: 2 }])
    const report = await json<Report>(0, folder, 'seed', '--rows', 'tags=4', ...there.flags)
    expect(report.tables.find(({ table }) => table === 'tags')).toMatchObject({ inserted: 4 })
    await there.drop()
  })

  test('refused where there are users of another making, without superuser, and elsewhere without consent', async () => {
    const there = await freshDatabase('pg17', 'create schema auth; create table auth.users (id uuid primary key)')
    const folder = freshFolder()
    const refused = async (...words: string[]) => (await json<{ error: unknown }>(2, folder, 'base', ...words)).error
    for (const words of [[], ['--migrations']])
      expect(await refused(...there.flags, ...words)).toMatchObject({ code: 'base-exists', found: 'auth.users' })
    const url = new URL(there.url ?? '')
    url.searchParams.set('host', '127.1')
    expect(await refused('--db-url', url.href)).toMatchObject({ code: 'remote-refused' })
    await there.raw('drop schema auth cascade')
    await there.raw(
      `do $$ begin create role base_plain login password 'x'; exception when duplicate_object then null; end $$`,
    )
    const plain = new URL(there.url ?? '')
    plain.username = 'base_plain'
    plain.password = 'x'
    expect(await refused('--db-url', plain.href)).toMatchObject({ code: 'base-needs-superuser' })
    await there.drop()
  })
})
