import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import { bringUpToDate } from '../../src/database/migrations/bring-up-to-date.ts'
import { openDatabase } from '../../src/database/open-database.ts'
import type { Database } from '../../src/model/database.ts'
import type { Report } from '../../src/model/reports/report.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, onEachServer, type TestDatabase } from '../support/database.ts'
import { cleanupStory, projectFolder, seedStory, verifyStory } from '../support/story.ts'

const EXAMPLE = join(import.meta.dirname, '../../examples/outdoor-platform')

onEachServer(['pglite', 'pg17'], (server) => {
  const posts = 44
  let db: Database
  let drop: () => Promise<unknown>
  let folder: string
  let report: Report

  beforeAll(async () => {
    folder = projectFolder()
    cpSync(EXAMPLE, folder, { recursive: true })
    if (server === 'pglite') {
      db = await openDatabase({ embedded: 'memory', source: 'test', base: true })
      drop = () => db.close()
    } else {
      const database = await freshDatabase(server)
      await layBase(database.db)
      db = database.db
      drop = () => database.drop()
    }
    await bringUpToDate(db, { starts: [folder], cwd: folder })
    report = await seedStory(db, undefined, folder)
  })
  afterAll(() => drop())

  const one = async (sql: string): Promise<unknown> => Object.values((await db.query(sql))[0] ?? {})[0]

  test('everything that the configuration asks for is there', async () => {
    expect(report).toMatchObject({
      ok: true,
      users: { created: 20, total: 20 },
      accounts: { personal: 20, team: 3 },
      phases: { completed: 4, total: 4 },
      compatibility: { makerkit: true },
      errors: [],
    })
    expect(report.phases.list.map(({ name }) => name)).toEqual([
      'auth',
      'reference data',
      'user content',
      'relations and media',
    ])
    const shared = report.shares.find(({ table }) => table === 'posts')
    expect(shared).toMatchObject({ rows: posts, parents: 20 })
    expect(shared?.min).toBeGreaterThanOrEqual(1)
    expect(shared?.max).toBeLessThanOrEqual(4)
  })

  test('posts, gear and pictures are those of the files', async () => {
    expect(await one('select count(*)::int4 from public.posts')).toBe(posts)
    expect(
      await one(
        `select content like '%' || 'Site 14' || '%' from public.posts where slug = 'christmas-eve-site-14-nobody-else'`,
      ),
    ).toBe(true)
    expect(await one('select count(distinct (make, model))::int4 from public.gear')).toBe(64)
    expect(await one(`select bool_and(file_name like '%.svg' and file_size > 0) from public.media_attachments`)).toBe(
      true,
    )
    expect(await one(`select count(*)::int4 from public.profiles where bio like 'Rainforest hiker from %'`)).toBe(1)
  })

  test('it verifies', async () => {
    const { ok, checks, visible } = await verifyStory(db, undefined, folder)
    expect(checks.filter(({ result }) => result !== 'passed')).toEqual([])
    expect(ok).toBe(true)
    // Every user, the super-admin also as with a second factor, and anon.
    expect(new Set(visible.map(({ user }) => user)).size).toBe(22)
  })

  test('the same again changes nothing, and cleanup leaves the reference data', async () => {
    const asked = { raw: (sql: string, parameters?: readonly unknown[]) => db.query(sql, parameters) } as TestDatabase
    const before = await contents(asked)
    expect(await seedStory(db, undefined, folder)).toMatchObject({ ok: true, phases: { completed: 4, total: 4 } })
    expect(await contents(asked)).toEqual(before)
    await cleanupStory(db, undefined, folder)
    expect(await one('select count(*)::int4 from auth.users')).toBe(0)
    expect(await one('select count(*)::int4 from public.accounts')).toBe(0)
    expect(await one('select count(*)::int4 from public.roles')).toBe(2)
  })

  test('one line fills it as well', async () => {
    const line = { users: 10, posts: 50, accounts: { team: 5, personal: 10 } }
    const short = await seedStory(db, line, projectFolder())
    expect(short).toMatchObject({ ok: true, users: { created: 10 }, accounts: { personal: 10, team: 5 }, warnings: [] })
    expect(await one('select count(*)::int4 from public.posts')).toBe(50)
    expect(await one('select count(*)::int4 from public.accounts where not is_personal_account')).toBe(5)
  })
})
