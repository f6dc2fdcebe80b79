import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import type { Report } from '../../src/model/reports/report.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, type ServerName, type TestDatabase } from '../support/database.ts'
import { cleanupStory, projectFolder, seedStory } from '../support/story.ts'

interface Larger {
  readonly name: string
  /** Hangs on the base of Supabase. */
  readonly base?: true
  /** Tables that stay empty, each with the reason that the report must give. */
  readonly empty: Readonly<Record<string, RegExp>>
  /** Tables that lack rows which their own triggers and pairwise checks refuse: found before the load, left out with a finding. */
  readonly short?: readonly string[]
}

const SCHEMAS: readonly Larger[] = [
  { name: 'marketplace', empty: { _prisma_migrations: /bookkeeping/ } },
  { name: 'forum', empty: { schema_migrations: /bookkeeping/, ar_internal_metadata: /bookkeeping/ } },
  { name: 'hospital', empty: {}, short: ['ref.drug_interaction'] },
  { name: 'logistics', empty: { archive: /without any partition/ }, short: ['vehicle_assignment'] },
  { name: 'school', base: true, empty: {} },
  {
    name: 'bank',
    empty: { django_migrations: /bookkeeping/, django_session: /bookkeeping/, django_admin_log: /bookkeeping/ },
  },
]

/** Schemas whose tables are the application's. */
const OF_THE_APP = `n.nspname not in ('auth', 'storage', 'realtime', 'cron', 'net', 'vault', 'extensions', 'supabase_functions',
  'supabase_migrations', 'information_schema') and n.nspname !~ '^pg_'`

describe.each<ServerName>(['pglite', 'pg17'])('%s', (server) => {
  for (const one of SCHEMAS)
    test(`${one.name}: no configuration fills every table that can be filled`, { timeout: 120_000 }, async () => {
      const database = await fresh(server, one)
      try {
        await fillAndEmpty(database, one, server === 'pglite' ? 10 : 300)
      } finally {
        await database.drop()
      }
    })
})

test('a second fresh run gives the same contents', { timeout: 120_000 }, async () => {
  const found: Record<string, string>[] = []
  for (let run = 0; run < 2; run++) {
    const database = await fresh('pg17', BANK)
    await seedStory(database.db, { rows: 30 }, projectFolder())
    found.push(await contents(database))
    await database.drop()
  }
  expect(found[1]).toEqual(found[0])
})

const BANK = SCHEMAS.find(({ name }) => name === 'bank') as Larger

async function fresh(server: ServerName, one: Larger): Promise<TestDatabase> {
  const database = await freshDatabase(server)
  if (one.base) await layBase(database.db)
  await database.db.execute(readFileSync(new URL(`../schemas/${one.name}.sql`, import.meta.url), 'utf8'))
  return database
}

/** Every table but the named ones holds rows, nothing was refused, and cleanup takes all of it away again. */
async function fillAndEmpty(database: TestDatabase, one: Larger, rows: number): Promise<void> {
  const root = projectFolder()
  const report = await seedStory(database.db, { rows }, root)
  expect(report.errors).toEqual([])
  expect(report.ok).toBe(true)
  expect(shortOf(report).filter((table) => !one.short?.includes(table))).toEqual([])
  const counts = await countRows(database)
  const empty = Object.keys(counts).filter((table) => counts[table] === 0)
  expect(empty.sort()).toEqual(Object.keys(one.empty).sort())
  for (const [table, why] of Object.entries(one.empty))
    expect(report.tables.find((told) => told.table.replaceAll('"', '') === table)?.note, table).toMatch(why)
  await cleanupStory(database.db, { rows }, root)
  const left = await countRows(database)
  expect(Object.keys(left).filter((table) => left[table] !== 0)).toEqual([])
}

/** Tables of which rows were given up. */
const shortOf = ({ warnings }: Report): string[] =>
  warnings.flatMap(({ code, place }) => (code === 'rows-skipped' || code === 'left-out' ? [String(place.table)] : []))

async function countRows(database: TestDatabase): Promise<Record<string, number>> {
  const tables = await database.raw<{ name: string; sql: string }>(
    `select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as name, format('%I.%I', n.nspname, c.relname) as sql
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and ${OF_THE_APP} order by 1`,
  )
  const [row] = await database.raw<Record<string, number>>(
    `select ${tables.map(({ sql }, at) => `(select count(*)::int from ${sql}) as n${at}`).join(', ')}`,
  )
  return Object.fromEntries(tables.map(({ name }, at) => [name, row?.[`n${at}`] ?? -1]))
}
