import { resolve } from 'node:path'
import type { Flags } from '../config/flags.ts'
import { gatherConfig } from '../config/gather-config.ts'
import type { ApiRequest } from '../database/api/find-api.ts'
import { hasBase } from '../database/base/has-base.ts'
import { projectsAround } from '../database/find-project.ts'
import { type BroughtUp, bringUpToDate } from '../database/migrations/bring-up-to-date.ts'
import { openDatabase } from '../database/open-database.ts'
import { resolveAddress } from '../database/resolve-address.ts'
import type { Target } from '../database/target.ts'
import { connectionLost } from '../load/chunk/connection-lost.ts'
import { errorKind } from '../load/chunk/error-kind.ts'
import { clock } from '../load/clock.ts'
import type { Config } from '../model/config.ts'
import { type Address, type Database, DatabaseError } from '../model/database.ts'
import type { Finding } from '../model/finding.ts'
import { productionName } from './production-name.ts'
import { whereabouts, workdirOf } from './whereabouts.ts'

/** What every command is called with. */
export interface RunOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly flags: Flags
  /** A configuration handed in by a program, instead of a file. */
  readonly config?: unknown
  /** Told once the database has answered, before anything else is done with it. `production`: its name, where it is marked as that. May throw to refuse. */
  readonly onStart?: (address: Address, config: Config, production: string | null) => void | Promise<void>
  /** Told when files of the project were applied to an embedded database. */
  readonly onMigrations?: (applied: MigrationsApplied) => void
  readonly signal?: AbortSignal
  /** Hosts that were named for writing (`--allow-remote`). */
  readonly allowed?: readonly string[]
  /** The database, whatever flags, configuration and environment say. */
  readonly target?: Target
}

/** Files of SQL that were applied to a database when it was opened. */
export interface MigrationsApplied {
  readonly files: readonly string[]
  /** What holds them: `supabase/migrations`. */
  readonly folder: string
  readonly milliseconds: number
}

/** A database that is open, and who wanted what of it. */
export interface Opened {
  readonly config: Config
  readonly db: Database
  /** What was applied of the project when an embedded database was opened; null for others. */
  readonly migrations: Pick<BroughtUp, 'folder' | 'files'> | null
  /** What there is to say about them. */
  readonly findings: readonly Finding[]
  /** Milliseconds by step of the story; grows. */
  readonly timings: Record<string, number>
  /** Where the command was called, which tells where the HTTP API is. */
  readonly around: ApiRequest
}

/**
 * config → database, then `work`, then the database is closed. An embedded database of ours is brought up to date with the project's migrations.
 * @throws SeedError
 */
export async function withDatabase<Result>(
  options: RunOptions,
  work: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  const timings: Record<string, number> = {}
  const { cwd, env, flags } = options
  const config = await clock(timings, 'config', () =>
    gatherConfig({ cwd, env, flags, near: placesOfConfig(options), today: Date.now(), input: options.config }),
  )
  const target =
    options.target ??
    (await resolveAddress({
      flags: { dbUrl: flags.dbUrl, remote: flags.remote, embedded: flags.embedded },
      config,
      env,
      cwd,
      workdir: workdirOf(options),
    }))
  const db = await clock(timings, 'connect', () =>
    openDatabase('url' in target ? { ...target, connections: config.jobs + 1 } : { ...target, base: true }),
  )
  try {
    await options.onStart?.(db.address, config, productionName(db.address, config, options))
    const around = { where: whereabouts(options, config.root), env, allowed: options.allowed ?? [] }
    const migrations = 'url' in target ? null : await migrate(db, config, options, timings)
    return await work({ config, db, migrations, findings: migrations?.findings ?? [], timings, around })
  } catch (error) {
    throw error instanceof DatabaseError && errorKind(error) === 'lost' ? connectionLost(error, '') : error
  } finally {
    await db.close()
  }
}

/** Where the configuration is looked for: beside a project that lies elsewhere, too. */
function placesOfConfig(options: RunOptions): readonly string[] {
  const { cwd } = options
  const workdir = workdirOf(options)
  if (workdir !== null) return [resolve(cwd, workdir)]
  const [only, ...others] = projectsAround({ starts: [cwd], cwd })
  return only === undefined || others.length > 0 ? [cwd] : [cwd, only]
}

/** An embedded database with the base always has the project's latest tables; one that somebody else made is taken as it is. */
async function migrate(
  db: Database,
  config: Config,
  options: RunOptions,
  timings: Record<string, number>,
): Promise<BroughtUp | null> {
  const brought = await clock(timings, 'migrations', async () =>
    (await hasBase(db)) ? bringUpToDate(db, whereabouts(options, config.root)) : null,
  )
  if (brought !== null && brought.files.length > 0)
    options.onMigrations?.({ files: brought.files, folder: brought.folder, milliseconds: timings.migrations ?? 0 })
  return brought
}
