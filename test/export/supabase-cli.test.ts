import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import { runExport } from '../../src/run/export/export.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { projectFolder, seedStory } from '../support/story.ts'
import { INVENTED, SHOP } from './shop-schema.ts'

const supabase = createRequire(import.meta.url).resolve('supabase/dist/supabase.js')
const config = { users: 6, rows: 20, now: '2026-01-15' }

test('the Supabase CLI runs what export writes', async () => {
  const root = projectFolder()
  mkdirSync(join(root, 'supabase', 'migrations'), { recursive: true })
  const settings = '[db]\nmajor_version = 17\n[db.seed]\nsql_paths = ["./seeds/*.sql"]\n'
  writeFileSync(join(root, 'supabase', 'config.toml'), `project_id = "shop"\n${settings}`)
  writeFileSync(join(root, 'supabase', 'migrations', '20260101000000_shop.sql'), SHOP)
  const [pushed, seeded] = await Promise.all([freshDatabase('pg17'), freshDatabase('pg17')])
  await layBase(pushed.db)
  await layBase(seeded.db)
  await seeded.raw(SHOP)
  await seedStory(seeded.db, config, projectFolder())

  const { files } = await runExport({ cwd: root, env: {}, flags: { dbUrl: await emptyShop() }, config })
  const { stderr, stdout } = await promisify(execFile)(
    process.execPath,
    [supabase, 'db', 'push', '--include-seed', `--remote=${pushed.url}?sslmode=disable`, '--yes'],
    { cwd: root, env: { ...process.env, SUPABASE_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', HOME: root } },
  )
  for (const { file } of files) expect(stdout + stderr).toContain(`Seeding data from ${file}`)
  expect(await rows(pushed)).toEqual(await rows(seeded))

  const report = await seedStory(pushed.db, config, projectFolder())
  expect(report.ok).toBe(true)
  expect(report.tables.filter(({ inserted, updated }) => inserted + updated > 0)).toEqual([])
})

/** Without what the CLI notes down of its own. */
async function rows(database: TestDatabase): Promise<Record<string, string>> {
  const all = await contents(database, { without: INVENTED })
  return Object.fromEntries(Object.entries(all).filter(([table]) => !table.startsWith('supabase_migrations.')))
}

async function emptyShop(): Promise<string> {
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  await database.raw(SHOP)
  return database.url as string
}
