import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { applyProjectSql } from '../../../database/migrations/apply-project-sql.ts'
import { startInMemory } from '../../../database/pglite/open.ts'
import { wrapPglite } from '../../../database/pglite/wrap.ts'
import type { Database } from '../../../model/database.ts'
import { type Manifest, readManifest } from '../../manifest/manifest.ts'
import { seedSession } from '../../seed.ts'
import { overDatabase } from '../../session.ts'
import { incomplete } from '../incomplete.ts'
import { MANIFEST, type TestRecipe } from './recipe.ts'

/** Makes a seeded database in memory: the base, the project's SQL, the rows. @throws SeedError `test-database-incomplete`, and as `seed` does */
export async function makeSeeded({
  config,
  sql,
}: TestRecipe): Promise<{ readonly pglite: PGlite; readonly manifest: Manifest }> {
  const pglite = await startInMemory()
  const home = await mkdtemp(join(tmpdir(), 'supa-seed-test-'))
  try {
    const db: Database = await wrapPglite(pglite, { host: 'memory', source: 'seedTestDatabase' })
    if (sql !== null) await applyProjectSql(db, sql)
    const report = await overDatabase(db, config, { write: true, home }, (session) => seedSession(session, {}))
    if (!report.ok) throw incomplete(report)
    return { pglite, manifest: readManifest(JSON.parse(await readFile(join(home, MANIFEST), 'utf8')), home) }
  } catch (error) {
    await pglite.close()
    throw error
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
