import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/model/reports/report.ts'
import { COUNTS, SCHEMA } from '../crash/schema.ts'
import { contents, rowsOf } from '../support/contents.ts'
import { freshDatabase, type ServerName, servers, type TestDatabase } from '../support/database.ts'
import { RICH } from '../support/rich-schema.ts'
import { projectFolder, seedStory } from '../support/story.ts'

const TABLES = [
  'Other Place.Odd "table"',
  'categories',
  'customers',
  'favourites',
  'order_items',
  'orders',
  'players',
  'products',
  'profiles',
  'teams',
  'visits',
]

/** A database with the rich schema and a project folder; seeded when `input` is given. */
async function seeded(server: ServerName, input?: unknown): Promise<{ database: TestDatabase; root: string }> {
  const database = await freshDatabase(server, RICH)
  const root = projectFolder()
  if (input !== undefined) expect(await seedStory(database.db, input, root)).toMatchObject({ ok: true, errors: [] })
  return { database, root }
}

const codes = ({ warnings, notes, errors }: Report): string[] =>
  [...errors, ...warnings, ...notes].map(({ code }) => code)
const written = ({ tables }: Report): string[] =>
  tables.filter(({ inserted, updated }) => inserted + updated > 0).map(({ table }) => table)

/** Tables whose contents are not the same in both. */
const changed = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys({ ...before, ...after }).filter((table) => before[table] !== after[table])

describe('equal contents', () => {
  const known = new Map<ServerName, Promise<Record<string, string>>>()
  const contentsOn = (server: ServerName): Promise<Record<string, string>> => {
    const found = known.get(server) ?? seeded(server, { rows: 40 }).then(({ database }) => contents(database))
    known.set(server, found)
    return found
  }

  test.each(servers)('on %s as on the others', async (server) => {
    expect(Object.keys(await contentsOn(server))).toEqual(TABLES)
    expect(await contentsOn(server)).toEqual(await contentsOn('pg15'))
  })

  test('over one connection and several', async () => {
    const tables = Object.fromEntries(
      Object.entries(COUNTS).map(([table, { count }]) => [table, { count: Math.floor(count / 3) }]),
    )
    const input = { seed: 'jobs', tables }
    const sums: Record<string, string>[] = []
    for (const jobs of [1, 4]) {
      const database = await freshDatabase('pg17', SCHEMA)
      await seedStory(database.db, { ...input, jobs }, projectFolder())
      sums.push(await contents(database))
      await database.drop()
    }
    expect(sums[1]).toEqual(sums[0])
    const rows = Object.entries(sums[0] ?? {}).map(([table, sum]) => [table, { count: Number.parseInt(sum, 10) }])
    expect(Object.fromEntries(rows)).toEqual(tables)
  })

  test('twice with the same seed, and others with another', async () => {
    const [a, b, c] = [
      await seeded('pg17', { rows: 40, seed: 'one' }),
      await seeded('pg17', { rows: 40, seed: 'one' }),
      await seeded('pg17', { rows: 40, seed: 'two' }),
    ]
    const one = await contents(a.database)
    expect(await contents(b.database)).toEqual(one)
    expect(changed(one, await contents(c.database))).toEqual(TABLES)
  })
})

describe.each(['pg17', 'pglite'] as const)('again and again on %s', (server) => {
  test('the same configuration, a lowered count and a changed recipe change nothing', async () => {
    const { database, root } = await seeded(server, { rows: 30 })
    const before = await contents(database)
    const again = await seedStory(database.db, { rows: 30 }, root)
    expect(written(again)).toEqual([])
    const lowered = await seedStory(database.db, { rows: 20 }, root)
    // Profiles are as many as customers.
    expect(codes(lowered).filter((code) => code === 'rows-lowered')).toHaveLength(TABLES.length - 1)
    const other = await seedStory(
      database.db,
      { rows: 30, tables: { customers: { columns: { first_name: { value: 'Ada' } } } } },
      root,
    )
    expect(other.warnings).toMatchObject([{ id: 'recipe-changed:customers' }])
    expect(await contents(database)).toEqual(before)
    await database.drop()
  })

  test('a raised count adds the difference and leaves the old rows as they are, also without the journal', async () => {
    const { database, root } = await seeded(server, { rows: 30 })
    const before: Record<string, string[]> = {}
    for (const table of TABLES) before[table] = await rowsOf(database, table)
    const more = await seedStory(database.db, { rows: 50 }, root)
    expect(more.ok).toBe(true)
    for (const table of TABLES) {
      const after = new Set(await rowsOf(database, table))
      expect(after.size, table).toBe(50)
      expect(
        before[table]?.filter((row) => !after.has(row)),
        table,
      ).toEqual([])
    }
    expect(more.tables.filter(({ source }) => source === 'generated').map(({ inserted }) => inserted)).toEqual(
      Array.from({ length: TABLES.length - 1 }, () => 20),
    )
    const raised = await contents(database)
    rmSync(join(root, '.supa-seed'), { recursive: true })
    const again = await seedStory(database.db, { rows: 50 }, root)
    expect(written(again)).toEqual([])
    expect(await contents(database)).toEqual(raised)
    await database.drop()
  })

  test('only and except leave every other table as it is; a table grows as far as its first plan has room', async () => {
    const { database, root } = await seeded(server, { rows: 30 })
    const before = await contents(database)
    await seedStory(database.db, { rows: 40, only: ['favourites', 'order_items'] }, root)
    const after = await contents(database)
    expect(changed(before, after)).toEqual(['favourites', 'order_items'])
    await seedStory(database.db, { rows: 45, except: ['visits', 'customers', 'profiles'] }, root)
    expect(changed(after, await contents(database))).toEqual(
      TABLES.filter((table) => !['visits', 'customers', 'profiles'].includes(table)),
    )
    const few = await rowsOf(database, 'favourites')
    const more = await seedStory(database.db, { rows: 5000, only: ['favourites'] }, root)
    expect(more).toMatchObject({ ok: true, errors: [] })
    expect(codes(more)).toContain('rows-capped')
    const many = await rowsOf(database, 'favourites')
    expect(many.length).toBeGreaterThan(few.length)
    expect(many).toEqual(expect.arrayContaining(few))
    await database.drop()
  })

  test('without the journal the rows are recognised; a journal whose rows are gone is set aside', async () => {
    const { database, root } = await seeded(server, { rows: 30 })
    const before = await contents(database)
    rmSync(join(root, '.supa-seed'), { recursive: true })
    const again = await seedStory(database.db, { rows: 30 }, root)
    expect(again).toMatchObject({ ok: true })
    expect(written(again)).toEqual([])
    expect(await contents(database)).toEqual(before)
    const more = await seedStory(database.db, { rows: 35 }, root)
    expect(more.ok).toBe(true)
    expect(more.tables.find(({ table }) => table === 'orders')).toMatchObject({ inserted: 5 })
    const other = await seeded(server, { rows: 30 })
    await seedStory(other.database.db, { rows: 35 }, other.root)
    expect(await contents(database)).toEqual(await contents(other.database))
    await other.database.drop()

    const names = TABLES.filter((table) => !table.includes('"')).join(', ')
    await database.raw(`truncate ${names}, "Other Place"."Odd ""table""" restart identity`)
    const anew = await seedStory(database.db, { rows: 30 }, root)
    expect(codes(anew)).toContain('journal-set-aside')
    expect(written(anew)).toHaveLength(TABLES.length)
    expect(await contents(database)).toEqual(before)
    await database.drop()
  })
})

test('another database has a journal of its own', async () => {
  const { database, root } = await seeded('pg17', { rows: 20 })
  const other = await freshDatabase('pg17', RICH)
  const report = await seedStory(other.db, { rows: 20 }, root)
  expect(written(report)).toHaveLength(TABLES.length)
  expect(codes(report)).not.toContain('journal-set-aside')
  expect(readdirSync(join(root, '.supa-seed', 'journal'))).toHaveLength(2)
  expect(written(await seedStory(database.db, { rows: 20 }, root))).toEqual([])
  expect(await contents(other)).toEqual(await contents(database))
})
