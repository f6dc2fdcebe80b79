import { rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import type { Report } from '../../src/model/reports/report.ts'
import { refusal } from '../support/blog-with-assets.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { LOCAL_KEY, type StorageServer, storageServer } from '../support/storage-server.ts'
import { cleanupStory, planStory, projectFolder, seedStory } from '../support/story.ts'

const SQL = `create table photos (id uuid primary key default gen_random_uuid(), user_id uuid not null references auth.users on delete cascade,
  storage_path text not null unique, bucket text not null, mime_type text, size_bytes int, alt_text text)`
const LARGE = 'x'.repeat(13 * 1024 * 1024)

const config = (bucket: object = {}) => ({
  users: 3,
  assetPools: {
    photos: {
      path: './photos/**/*',
      upload: 'supabase_storage',
      bucket: { name: 'camp photos', public: true, allowedMimeTypes: ['image/*', 'video/mp4'], ...bucket },
    },
  },
})

test('the example of docs/storage.md does what it says', async () => {
  const text = await readFile(new URL('../../docs/storage.md', import.meta.url), 'utf8')
  const [json = '', sql = ''] = ['json', 'sql'].map(
    (kind) => new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1],
  )
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  await database.raw(sql)
  const { url, bytes } = await storageServer(database)
  const root = projectFolder()
  putFiles(root, { 'photos/lake.jpg': 'jpg', 'photos/tents/two.png': 'png' })
  const report = await seedStory(database.db, JSON.parse(json), root, { env: { SUPABASE_URL: url } })
  expect(report.errors).toEqual([])
  const rows = await database.raw('select storage_path, mime_type, size_bytes from photos order by 1')
  expect(rows).toEqual([
    { storage_path: 'lake.jpg', mime_type: 'image/jpeg', size_bytes: 3 },
    { storage_path: 'tents/two.png', mime_type: 'image/png', size_bytes: 3 },
  ])
  expect([...bytes.keys()].sort()).toEqual(['photos/lake.jpg', 'photos/tents/two.png'])
})

const told = ({ warnings, notes, errors }: Report) => [...errors, ...warnings, ...notes].map(({ code }) => code)

describe('files through the Storage API', () => {
  let database: TestDatabase
  let store: StorageServer
  let root: string
  let env: Record<string, string>

  beforeAll(async () => {
    database = await freshDatabase('pg17')
    await layBase(database.db)
    await database.raw(SQL)
    store = await storageServer(database)
    root = projectFolder()
    env = { SUPABASE_URL: store.url }
    putFiles(root, { 'photos/a.svg': '<svg/>', 'photos/zelt/Grün ~1.png': 'png', 'photos/film.mp4': LARGE })
  })

  test('nothing is written where they would be refused, or where nothing says that the API belongs to the database', async () => {
    const refused = async (bucket: object, more: Readonly<Record<string, string>> = {}) =>
      refusal(seedStory(database.db, config(bucket), root, { env: { ...env, ...more } }))
    expect(await refused({ allowedMimeTypes: ['image/*'] })).toMatchObject({
      code: 'files-refused',
      findings: [{ code: 'file-type-refused', found: 'video/mp4' }],
    })
    expect(await refused({ fileSizeLimit: '5MB' })).toMatchObject({ findings: [{ code: 'file-too-large' }] })
    expect(await refused({}, { SUPABASE_URL: 'https://abcdefghijklmnopqrst.supabase.co' })).toMatchObject({
      code: 'no-api-key',
    })
    const elsewhere: Record<string, string>[] = [
      { SUPABASE_URL: 'https://abcdefghijklmnopqrst.supabase.co', SUPABASE_SECRET_KEY: LOCAL_KEY },
      { SUPABASE_SECRET_KEY: 'sb_secret_of_somewhere' },
    ]
    for (const more of elsewhere) {
      const error = await refused({}, more)
      expect(error.code).toBe('api-elsewhere')
      expect(JSON.stringify(error) + error.message).not.toContain('sb_secret')
    }
    expect(await refused({}, { SUPABASE_URL: 'http://127.0.0.1:1' })).toMatchObject({ code: 'storage-refused' })
    expect(await database.raw('select count(*)::int as n from photos')).toEqual([{ n: 0 }])
    expect(store.calls).toEqual([])
  }, 60_000)

  test('they arrive whole, whatever breaks on the way, and are their rows’ and their users’', async () => {
    const plan = await planStory(database.db, config(), root)
    expect(plan.findings.map(({ code }) => code)).toContain('files-to-upload')
    Object.assign(store.trouble, { busy: 3, broken: 1 })
    const report = await seedStory(database.db, config(), root, { env })
    expect(report.errors).toEqual([])
    expect(told(report)).toContain('files-uploaded')
    const rows = await database.raw<{ storage_path: string }>(
      `select storage_path, bucket, mime_type, size_bytes, alt_text, o.owner_id = user_id::text as own, o.owner = user_id as owns
       from photos p join storage.objects o on o.bucket_id = p.bucket and o.name = p.storage_path order by 1`,
    )
    expect(rows).toMatchObject([
      {
        storage_path: 'a.svg',
        bucket: 'camp photos',
        mime_type: 'image/svg+xml',
        size_bytes: 6,
        own: true,
        owns: true,
      },
      { storage_path: 'film.mp4', size_bytes: LARGE.length, own: true },
      { storage_path: expect.stringMatching(/^zelt\/Gruen -1-[0-9a-f]{8}\.png$/), alt_text: 'Grün ~1', own: true },
    ])
    expect(Buffer.from(store.bytes.get('camp photos/film.mp4') ?? []).equals(Buffer.from(LARGE))).toBe(true)
    expect(await database.raw('select public, allowed_mime_types from storage.buckets')).toEqual([
      { public: true, allowed_mime_types: ['image/*', 'video/mp4'] },
    ])
  })

  test('a second run uploads nothing, a changed file goes up again, a file of others stays', async () => {
    store.calls.splice(0)
    await seedStory(database.db, config(), root)
    expect(store.calls).toEqual([])
    putFiles(root, { 'photos/a.svg': '<svg>2</svg>', 'photos/b.png': 'mine' })
    await database.raw(
      `insert into storage.objects (bucket_id, name, metadata) values ('camp photos', 'b.png', '{"size": 99}')`,
    )
    const report = await seedStory(database.db, config(), root, { env })
    expect(report.errors).toEqual([])
    expect(told(report)).toContain('object-of-others')
    expect(await database.raw(`select owner_id from storage.objects where name = 'b.png'`)).toEqual([
      { owner_id: null },
    ])
    expect(store.calls.filter((call) => call.startsWith('POST'))).toEqual(['POST /object/camp%20photos/a.svg'])
    expect(Buffer.from(store.bytes.get('camp photos/a.svg') ?? []).toString()).toBe('<svg>2</svg>')
  })

  test('what does not arrive is an error that the next run mends; cleanup takes away what is ours', async () => {
    putFiles(root, { 'photos/c.png': 'c' })
    store.trouble.busy = 6
    const failed = await seedStory(database.db, config(), root, { env })
    expect(failed).toMatchObject({ ok: false, errors: [{ code: 'file-not-uploaded', found: '429 SlowDown' }] })
    expect(await seedStory(database.db, config(), root, { env })).toMatchObject({ errors: [] })
    const without = await cleanupStory(database.db, config(), root, {
      SUPABASE_URL: 'http://127.0.0.1:1',
      SUPABASE_SECRET_KEY: 'k',
    })
    expect(without.findings.map(({ code }) => code)).toContain('files-left')
    const removed = await cleanupStory(database.db, config(), root, env)
    expect(removed.findings.map(({ code }) => code)).toContain('files-removed')
    expect(await database.raw('select name from storage.objects')).toEqual([{ name: 'b.png' }])
    expect([...store.bytes.keys()]).toEqual([])
  })

  test('without an API they lie where supabase seed buckets takes them from', async () => {
    const other = { ...config(), assetPools: { photos: { ...config().assetPools.photos, upload: 'objects_path' } } }
    rmSync(join(root, 'photos/film.mp4'))
    const report = await seedStory(database.db, other, root)
    const [note] = report.notes.filter(({ code }) => code === 'objects-path')
    expect(note?.message).toContain('[storage.buckets."camp photos"]\npublic = true')
    expect(note?.message).toContain('objects_path = "./seed-files/camp photos"')
    expect(await database.raw('select count(*)::int as n from photos')).toEqual([{ n: 4 }])
    await cleanupStory(database.db, other, root)
  })
})
