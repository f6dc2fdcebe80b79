import { hasBase } from '../database/base/has-base.ts'
import { layBase } from '../database/base/lay-base.ts'
import { bringUpToDate } from '../database/migrations/bring-up-to-date.ts'
import { clock } from '../load/clock.ts'
import type { BaseReport } from '../model/reports/base-report.ts'
import { SeedError } from '../model/seed-error.ts'
import { whereabouts } from './whereabouts.ts'
import { type RunOptions, withDatabase } from './with-database.ts'

export interface BaseOptions extends RunOptions {
  /** Apply the project's migrations as well. */
  readonly migrations: boolean
}

/**
 * Lays the Supabase-shaped base on an empty database; with `migrations`, then applies what the project has and the database does not, also to
 * a base that is there already.
 * @throws SeedError `base-exists`, `base-needs-superuser`, `base-failed`, `migration-failed`, …
 */
export async function runBase(options: BaseOptions): Promise<BaseReport> {
  const { migrations } = options
  return withDatabase(options, async ({ db, config, timings, ...opened }) => {
    // An embedded database that is new has it from the start.
    const there = await hasBase(db)
    if (there && !migrations && db.address.kind === 'postgres') throw thereAlready(db.address.database)
    if (!there) await clock(timings, 'base', () => layBase(db))
    const fresh =
      migrations && opened.migrations === null
        ? await clock(timings, 'migrations', () => bringUpToDate(db, whereabouts(options, config.root)))
        : null
    const applied = fresh ?? opened.migrations
    const { host, database, source } = db.address
    return {
      ok: true,
      database: { host, database, source },
      laid: !there,
      migrations: applied === null ? null : { folder: applied.folder, files: applied.files },
      findings: fresh?.findings ?? opened.findings,
      timings,
    }
  })
}

const thereAlready = (database: string): SeedError =>
  new SeedError({
    code: 'base-exists',
    message: `The base is on the database ${database} already.`,
    next: 'supa-seed base --migrations applies what is new of the migrations, supa-seed seed fills the tables.',
  })
