import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import type { ExportReport } from '../../src/model/reports/export-report.ts'
import { type ExportOptions, runExport } from '../../src/run/export/export.ts'
import { typeSeenByCli } from '../../src/run/uploads/type-seen-by-cli.ts'
import { refusal } from '../support/blog-with-assets.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { type StorageServer, storageServer } from '../support/storage-server.ts'
import { projectFolder, seedStory } from '../support/story.ts'

const supabase = createRequire(import.meta.url).resolve('supabase/dist/supabase.js')

const SQL = `create table public.photos (id uuid primary key default gen_random_uuid(), user_id uuid not null references auth.users on delete cascade,
  storage_path text not null unique, bucket text not null, mime_type text, size_bytes int, alt_text text);
  create table public.icons (id serial primary key, path text not null);
  create table public.notes (id serial primary key, title text not null, body text)`

const CONFIG = {
  users: 3,
  now: '2026-01-15',
  assetPools: {
    photos: {
      path: './photos/**/*',
      upload: 'supabase_storage',
      bucket: { name: 'camp photos', public: true, allowedMimeTypes: ['image/*'], fileSizeLimit: '5MB' },
    },
    notes: { path: './notes/*.md' },
    icons: { path: './icons/*.svg', upload: 'objects_path', fields: { path: 'file.object' } },
  },
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
).toString('latin1')

function project(): string {
  const root = projectFolder()
  putFiles(root, {
    'supabase/config.toml': 'project_id = "camp"\n',
    'supabase/migrations/20260101000000_photos.sql': SQL,
    'photos/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'photos/zelt/Grün ~1.png': Buffer.from(PNG, 'latin1'),
    'notes/first.md': '---\ntitle: First\n---\n\nTwo\nlines\n',
    'icons/one.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  })
  return root
}

const states = ({ ok, uploads, stale }: ExportReport) => ({
  ok,
  uploads: Object.fromEntries(uploads.map(({ file, state }) => [file, state])),
  stale,
})

async function withBase(): Promise<TestDatabase> {
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  return database
}

/** What somebody finds in the buckets, and whose it is. */
const objects = (database: TestDatabase) =>
  database.raw(
    `select o.bucket_id, o.name, o.owner_id, o.owner::text, o.metadata ->> 'size' as size, b.public, b.allowed_mime_types, p.user_id::text as of
     from storage.objects o join storage.buckets b on b.id = o.bucket_id
     left join photos p on p.bucket = o.bucket_id and p.storage_path = o.name order by 1, 2`,
  )
const rows = (database: TestDatabase) =>
  database.raw(
    'select to_jsonb(p) as row from photos p union all select to_jsonb(i) from icons i union all select to_jsonb(n) from notes n order by row',
  )

describe('an export with files for buckets', () => {
  let root: string
  let empty: TestDatabase
  let pushed: TestDatabase
  let store: StorageServer
  const exported = (options: Partial<ExportOptions> = {}): Promise<ExportReport> =>
    runExport({ cwd: root, env: {}, flags: { dbUrl: empty.url as string }, config: CONFIG, ...options })
  const copies = {
    'supabase/seed-files/camp photos/a.svg': 'unchanged',
    'supabase/seed-files/camp photos/zelt/Gruen -1-31d08e82.png': 'unchanged',
    'supabase/seed-files/icons/one.svg': 'unchanged',
  }
  const other = (state: string) => Object.fromEntries(Object.keys(copies).map((file) => [file, state]))

  beforeAll(async () => {
    root = project()
    ;[pushed, empty] = await Promise.all([withBase(), withBase()])
    await empty.raw(SQL)
    store = await storageServer(pushed)
  })

  test('is checked file by file, and says what config.toml lacks', async () => {
    expect(states(await exported({ check: true }))).toEqual({ ok: false, uploads: other('missing'), stale: [] })
    expect(existsSync(join(root, 'supabase', 'seed-files'))).toBe(false)
    const { configLines, findings, ...report } = await exported()
    expect(states({ configLines, findings, ...report })).toEqual({ ok: true, uploads: other('written'), stale: [] })
    expect(findings.map(({ code }) => code)).toContain('export-files')
    expect(configLines).toContain('[storage.buckets."camp photos"]\npublic = true\nfile_size_limit = "5242880"')
    const { port } = new URL(store.url)
    const settings = `[api]\nport = ${port}\n[db]\nmajor_version = 17\n`
    writeFileSync(join(root, 'supabase', 'config.toml'), `project_id = "camp"\n${settings}${configLines}\n`)
    const checked = await exported({ check: true })
    expect(states(checked)).toEqual({ ok: true, uploads: copies, stale: [] })
    expect(checked.configLines).toBeNull()
    // Line ends are git's business, in texts of the user's as well.
    const file = join(root, 'notes/first.md')
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'))
    expect(states(await exported({ check: true }))).toEqual({ ok: true, uploads: copies, stale: [] })
  })

  test('gives what seed gives, loaded and uploaded by the Supabase CLI', async () => {
    const env = { ...process.env, SUPABASE_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', HOME: root }
    const run = (...words: string[]) => promisify(execFile)(process.execPath, [supabase, ...words], { cwd: root, env })
    await run('db', 'push', '--include-seed', `--remote=${pushed.url}?sslmode=disable`, '--yes')
    await run('seed', 'buckets', '--yes')

    const seeded = await withBase()
    await seeded.raw(SQL)
    const through = await storageServer(seeded)
    const direct = { ...CONFIG.assetPools.icons, upload: 'supabase_storage' }
    const asked = { ...CONFIG, assetPools: { ...CONFIG.assetPools, icons: direct } }
    await seedStory(seeded.db, asked, root, { env: { SUPABASE_URL: through.url } })

    expect(await rows(pushed)).toEqual(await rows(seeded))
    expect(await objects(pushed)).toEqual(await objects(seeded))
    expect(await objects(pushed)).toMatchObject([
      { bucket_id: 'camp photos', name: 'a.svg', owner_id: expect.stringMatching(/-/) },
      { bucket_id: 'camp photos' },
      { bucket_id: 'icons', owner_id: null },
    ])
    for (const { owner_id: owner, of } of await objects(pushed)) expect(owner).toBe(of)
    expect(store.bytes).toEqual(through.bytes)

    store.calls.splice(0)
    const again = await seedStory(pushed.db, CONFIG, root, { env: { SUPABASE_URL: store.url } })
    expect(again.tables.filter(({ inserted, updated }) => inserted + updated > 0)).toEqual([])
    expect(again.errors).toEqual([])
    expect(store.calls).toEqual([])
  })

  test('leaves it to seed to upload what the CLI has not', async () => {
    const loaded = await withBase()
    await loaded.raw(SQL)
    const seeds = join(root, 'supabase', 'seeds')
    for (const file of readdirSync(seeds).sort()) await loaded.raw(readFileSync(join(seeds, file), 'utf8'))
    const { url, bytes } = await storageServer(loaded)
    const report = await seedStory(loaded.db, CONFIG, root, { env: { SUPABASE_URL: url } })
    expect([report.errors, report.warnings.map(({ code }) => code)]).toEqual([[], []])
    expect([...bytes.keys()].sort()).toEqual(['camp photos/a.svg', 'camp photos/zelt/Gruen -1-31d08e82.png'])
    for (const { owner_id: owner, of } of await objects(loaded)) expect(owner).toBe(of)
  })

  test('follows its files, and leaves those of others alone', async () => {
    putFiles(root, { 'photos/a.svg': '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>' })
    rmSync(join(root, 'icons/one.svg'))
    putFiles(root, { 'icons/two.svg': '<svg/>', 'supabase/seed-files/icons/mine.svg': '<svg/>' })
    const changed = await exported({ check: true })
    expect(states(changed)).toMatchObject({
      ok: false,
      uploads: { 'supabase/seed-files/camp photos/a.svg': 'different', 'supabase/seed-files/icons/two.svg': 'missing' },
      stale: ['supabase/seed-files/icons/one.svg'],
    })
    expect(changed.findings.find(({ code }) => code === 'type-unlike-name')).toMatchObject({
      place: { file: 'photos/a.svg' },
      found: 'text/xml',
    })
    await exported()
    expect(existsSync(join(root, 'supabase/seed-files/icons/one.svg'))).toBe(false)
    expect(readFileSync(join(root, 'supabase/seed-files/icons/mine.svg'), 'utf8')).toBe('<svg/>')
    putFiles(root, { 'icons/mine.svg': '<svg>another</svg>' })
    expect(await refusal(exported())).toMatchObject({ code: 'export-file-taken' })
    const path = join(root, 'supabase/config.toml')
    writeFileSync(path, readFileSync(path, 'utf8').replace('./seed-files/icons', '../icons'))
    rmSync(join(root, 'icons/mine.svg'))
    expect((await exported({ check: true })).findings).toContainEqual(
      expect.objectContaining({ code: 'objects-path-elsewhere', found: '../icons' }),
    )
    const csv = await exported({ format: 'csv', check: true })
    expect(csv.findings.map(({ code }) => code)).toContain('export-without-files')
    expect([csv.uploads, csv.stale]).toEqual([[], []])
  })
})

test.each([
  [PNG, 'image/png'],
  ['<?xml version="1.0"?><svg/>', 'text/xml'],
  ['<svg/>', null],
  ['# Title', null],
  ['\0\0\0\x18ftypmp42', 'video/mp4'],
  ['\0\0\0\x1cftypavif\0\0\0\0avif', 'application/octet-stream'],
])('the Supabase CLI tells the type of a file by how it begins: %j', (text, type) => {
  expect(typeSeenByCli(Buffer.from(text, 'latin1'))).toBe(type)
})
