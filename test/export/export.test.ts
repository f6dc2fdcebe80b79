import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import { type ExportOptions, runExport } from '../../src/run/export/export.ts'
import { contents, rowsOf } from '../support/contents.ts'
import { freshDatabase, type ServerName, type TestDatabase } from '../support/database.ts'
import { projectFolder, seedStory } from '../support/story.ts'
import { INVENTED, SHOP } from './shop-schema.ts'

const CONFIG = { users: 6, rows: 20, now: '2026-01-15', tables: { players: 60 } }

async function shop(server: ServerName): Promise<TestDatabase> {
  const database = await freshDatabase(server)
  await layBase(database.db)
  await database.raw(SHOP)
  return database
}

/** A project whose migration makes the shop. */
function shopProject(): string {
  const root = projectFolder()
  mkdirSync(join(root, 'supabase', 'migrations'), { recursive: true })
  writeFileSync(join(root, 'supabase', 'config.toml'), 'project_id = "shop"\n')
  writeFileSync(join(root, 'supabase', 'migrations', '20260101000000_shop.sql'), SHOP)
  return root
}

const exported = (root: string, options: Partial<ExportOptions> = {}) =>
  runExport({ cwd: root, env: {}, flags: {}, config: CONFIG, ...options })

describe('seeds for the Supabase CLI', () => {
  const root = shopProject()
  const seeds = join(root, 'supabase', 'seeds')
  let seeded: TestDatabase
  let filled: TestDatabase

  beforeAll(async () => {
    const { findings } = await exported(root)
    expect(findings.map(({ id }) => id)).toContain('export-default-password:users.password')
    ;[seeded, filled] = await Promise.all([shop('pg17'), shop('pg17')])
    await seedStory(seeded.db, CONFIG, projectFolder())
    // As the CLI does it: a file is one batch, which is one transaction.
    for (const file of readdirSync(seeds).sort()) await filled.raw(readFileSync(join(seeds, file), 'utf8'))
  })
  afterAll(() => Promise.all([seeded?.drop(), filled?.drop()]))

  test('give the same database as seed', async () => {
    expect(await contents(filled, { without: INVENTED })).toEqual(await contents(seeded, { without: INVENTED }))
    expect(await rowsOf(filled, 'players')).toHaveLength(60)
  })

  test('look up keys that the database invents', async () => {
    const plans = 'select t.id, p.slug from teams t join plans p on p.id = t.plan_id order by 1'
    expect(await filled.raw(plans)).toEqual(await seeded.raw(plans))
    expect(await filled.raw(plans)).toHaveLength(20)
  })

  test('leave nothing to seed', async () => {
    const report = await seedStory(filled.db, CONFIG, projectFolder())
    expect(report.ok).toBe(true)
    expect(report.tables.filter(({ inserted, updated }) => inserted + updated > 0)).toEqual([])
  })

  test('move sequences past their keys', async () => {
    await filled.raw(`insert into stamps default values`)
    expect(await filled.raw('select max(id)::int as id from stamps')).toEqual([{ id: 21 }])
  })

  test('hold nothing that the CLI refuses, and name version and seed', () => {
    for (const file of readdirSync(seeds)) {
      const text = readFileSync(join(seeds, file), 'utf8')
      expect(text).toMatch(/^-- supa-seed export \(\d/)
      expect(text).toContain('{"seed":"supa-seed","now":"2026-01-15T12:00:00.000Z","generators":2}')
      expect(text).not.toMatch(/^(begin|commit|copy|\\)/im)
      expect(text.endsWith('reset all;\n')).toBe(true)
    }
  })
})

describe('a folder of exported files', () => {
  const root = shopProject()
  const seeds = join(root, 'supabase', 'seeds')
  const small = { config: { ...CONFIG, only: ['plans', 'stamps', '"Odd ""Table"""'] } }
  let empty: TestDatabase
  beforeAll(async () => {
    empty = await shop('pg17')
  })
  afterAll(() => empty?.drop())
  const states = async (options: Partial<ExportOptions> = {}) => {
    const { ok, files, stale } = await exported(root, { ...small, flags: { dbUrl: empty.url as string }, ...options })
    return { ok, states: files.map(({ state }) => state), stale }
  }

  test('is checked and brought up to date', async () => {
    expect(await states({ check: true })).toEqual({ ok: false, states: ['missing', 'missing'], stale: [] })
    expect(existsSync(seeds)).toBe(false)
    expect(await states()).toEqual({ ok: true, states: ['written', 'written'], stale: [] })
    expect(await states({ check: true })).toEqual({ ok: true, states: ['unchanged', 'unchanged'], stale: [] })
    const [first = ''] = readdirSync(seeds).sort()
    const path = join(seeds, first)
    const text = readFileSync(path, 'utf8')
    // What git makes of line ends, and another version of supa-seed, are no difference.
    writeFileSync(path, text.replaceAll('\n', '\r\n').replace(/\(.*?\)/, '(99.0.0)'))
    expect(await states({ check: true })).toMatchObject({ ok: true })
    writeFileSync(path, text.replace('2026-01-15', '2026-01-16'))
    expect(await states({ check: true })).toEqual({ ok: false, states: ['different', 'unchanged'], stale: [] })
    writeFileSync(join(seeds, '77_old.sql'), text)
    expect(await states()).toEqual({ ok: true, states: ['written', 'unchanged'], stale: ['supabase/seeds/77_old.sql'] })
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect(readdirSync(seeds)).toHaveLength(2)
  })

  test('keeps the moment that its time columns hang on', async () => {
    const { now: _, ...config } = small.config
    const report = await exported(root, { config })
    expect(report).toMatchObject({ now: '2026-01-15T12:00:00.000Z' })
    expect(report.files.map(({ state }) => state)).toEqual(['unchanged', 'unchanged'])
  })

  test('lies in the project of a workspace, whose configuration counts', async () => {
    const repository = projectFolder()
    const web = join(repository, 'apps', 'web')
    mkdirSync(join(repository, 'apps'))
    cpSync(root, web, { recursive: true })
    writeFileSync(join(web, 'supa-seed.config.json'), JSON.stringify({ ...small.config, seed: 'web' }))
    const report = await runExport({ cwd: repository, env: {}, flags: {} })
    expect(report).toMatchObject({ folder: 'apps/web/supabase/seeds', seed: 'web' })
    const named = await runExport({ cwd: repository, env: { SUPABASE_WORKDIR: 'apps/web' }, flags: {}, check: true })
    expect(named).toMatchObject({ ok: true, seed: 'web' })
  })

  test('is never written over by somebody else', async () => {
    const [first = ''] = readdirSync(seeds).sort()
    writeFileSync(join(seeds, first), '-- by hand\n')
    await expect(states()).rejects.toMatchObject({
      code: 'export-file-taken',
      place: { file: `supabase/seeds/${first}` },
    })
    expect(readFileSync(join(seeds, first), 'utf8')).toBe('-- by hand\n')
    rmSync(seeds, { recursive: true })
  })

  test('is named in config.toml, or the report says which lines are missing', async () => {
    expect((await exported(root, small)).configLines).toBe(
      '[db.seed]\nenabled = true\nsql_paths = ["./seed.sql", "./seeds/*.sql"]',
    )
    writeFileSync(join(root, 'supabase', 'config.toml'), '[db.seed]\nsql_paths = ["./seeds/*.sql"]\n')
    expect((await exported(root, small)).configLines).toBeNull()
  })
})

describe('other formats', () => {
  const plain = { ...CONFIG, only: ['heads', 'tails', 'stamps', '"Odd ""Table"""'] }

  test('csv holds the rows of a table as they are in the end', async () => {
    const root = shopProject()
    const { files } = await exported(root, { config: plain, format: 'csv', out: 'data' })
    expect(files.map(({ file }) => file)).toEqual(
      readdirSync(join(root, 'data'))
        .filter((name) => name.endsWith('.csv'))
        .map((name) => `data/${name}`),
    )
    const [seeded, filled] = await Promise.all([shop('pg17'), shop('pg17')])
    await seedStory(seeded.db, plain, projectFolder())
    await filled.raw('alter table heads drop constraint heads_first_tail_fkey')
    const load = async (file: string, table: string) => {
      const bytes = readFileSync(join(root, 'data', file))
      const columns = bytes
        .toString()
        .split('\n', 1)[0]
        ?.split(',')
        .map((name) => (name.startsWith('"') ? name : `"${name}"`))
      await filled.db.transaction((tx) =>
        tx.copyIn(`copy ${table} (${columns?.join(',')}) from stdin (format csv, header)`, [bytes]),
      )
    }
    for (const name of readdirSync(join(root, 'data')).sort()) {
      const table = ['heads', 'tails', 'stamps'].find((one) => name.endsWith(`_${one}.csv`))
      if (name.endsWith('.csv')) await load(name, table ? `public.${table}` : 'public."Odd ""Table"""')
    }
    expect(await contents(filled, { without: INVENTED })).toEqual(await contents(seeded, { without: INVENTED }))
    expect(await exported(root, { config: plain, format: 'csv', out: 'data', check: true })).toMatchObject({ ok: true })
    await Promise.all([seeded.drop(), filled.drop()])
  })

  test('copy is a script for psql', async () => {
    const root = shopProject()
    await exported(root, { config: plain, format: 'copy', out: 'data' })
    const [seeded, filled] = await Promise.all([shop('pg17'), shop('pg17')])
    await seedStory(seeded.db, plain, projectFolder())
    for (const name of readdirSync(join(root, 'data')).sort()) {
      const text = readFileSync(join(root, 'data', name), 'utf8')
      // What psql does: the lines after `from stdin;` go to the server as data.
      for (const part of text.split(/^(copy .*? from stdin;\n(?:[\s\S]*?\n)??\\\.)$/m)) {
        const [, statement, data] = /^(copy .*? from stdin);\n([\s\S]*)\\\.$/.exec(part) ?? []
        if (statement === undefined) await filled.raw(part.replaceAll(/^(begin|commit);$/gm, ''))
        else await filled.db.transaction((tx) => tx.copyIn(statement, [Buffer.from(data ?? '')]))
      }
    }
    expect(await contents(filled, { without: INVENTED })).toEqual(await contents(seeded, { without: INVENTED }))
    await Promise.all([seeded.drop(), filled.drop()])
  })

  test('neither can look up keys that the database invents', async () => {
    for (const format of ['csv', 'copy'] as const)
      await expect(exported(shopProject(), { format })).rejects.toMatchObject({ code: 'export-key-invented' })
  })
})

test('a database that holds the rows already is refused', async () => {
  const database = await shop('pg17')
  const root = projectFolder()
  await seedStory(database.db, CONFIG, root)
  await expect(exported(root, { flags: { dbUrl: database.url as string } })).rejects.toMatchObject({
    code: 'export-rows-there',
  })
  await database.drop()
})
