import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gatherConfig } from '../../../config/gather-config.ts'
import { openDatabase } from '../../../database/open-database.ts'
import { seedSession } from '../../seed.ts'
import { overDatabase } from '../../session.ts'
import { incomplete } from '../incomplete.ts'
import type { SeedAdapterOptions } from './seed-adapter.ts'

/** Seeds a database that is thrown away later: nothing of the run is left in the project. @throws SeedError */
export async function seedAt(url: string, { config: input, cwd = process.cwd() }: SeedAdapterOptions): Promise<void> {
  const flags = typeof input === 'string' ? { config: input } : {}
  const called = typeof input === 'string' ? undefined : input
  const config = await gatherConfig({ cwd, env: process.env, flags, today: Date.now(), input: called })
  const db = await openDatabase({ url, source: 'seedAdapter', connections: config.jobs + 1 })
  const home = await mkdtemp(join(tmpdir(), 'supa-seed-test-'))
  try {
    const options = { write: true, home }
    const report = await overDatabase(db, { ...config, manifest: null }, options, (session) => seedSession(session, {}))
    if (!report.ok) throw incomplete(report)
  } finally {
    await db.close()
    await rm(home, { recursive: true, force: true })
  }
}
