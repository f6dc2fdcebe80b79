import { loadParser } from '../catalog/parser.ts'
import { readCatalog } from '../catalog/read-catalog.ts'
import type { Flags } from '../config/flags.ts'
import { gatherConfig } from '../config/gather-config.ts'
import { openDatabase } from '../database/open-database.ts'
import { resolveAddress } from '../database/resolve-address.ts'
import { connectionLost } from '../load/chunk/connection-lost.ts'
import { errorKind } from '../load/chunk/error-kind.ts'
import { journalIdentity } from '../load/journal/journal-identity.ts'
import { type Journal, openJournal, type PlanCodec } from '../load/journal/open-journal.ts'
import { type ReadPast, readPast } from '../load/read-past.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Config } from '../model/config.ts'
import { type Address, type Database, DatabaseError } from '../model/database.ts'
import type { SqlParser } from '../model/study.ts'
import { decodePlan, encodePlan } from '../plan/codec.ts'
import { hashPlan } from '../plan/hash-plan.ts'
import { digest } from './prepare.ts'

/** What every command is called with. */
export interface RunOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly flags: Flags
  /** A configuration handed in by a program, instead of a file. */
  readonly config?: unknown
  /** Told once the database has answered, before anything else is done with it. May throw to refuse. */
  readonly onStart?: (address: Address, config: Config) => void | Promise<void>
  readonly signal?: AbortSignal
}

/** One command's hold on one database. */
export interface Session {
  readonly config: Config
  readonly db: Database
  readonly catalog: Catalog
  readonly parser: SqlParser
  readonly journal: Journal
  readonly past: ReadPast
  /** Milliseconds by step of the story; grows. */
  readonly timings: Record<string, number>
}

const codec: PlanCodec = { encode: encodePlan, decode: decodePlan, hash: (plan) => hashPlan(plan, digest) }

/**
 * config → database → catalog → past, then `work`, then everything is closed. `write`: the journal is taken for this run alone.
 * @throws SeedError
 */
export async function withSession<Result>(
  options: RunOptions,
  write: boolean,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const timings: Record<string, number> = {}
  const config = await clock(timings, 'config', () =>
    gatherConfig({
      cwd: options.cwd,
      env: options.env,
      flags: options.flags,
      today: Date.now(),
      input: options.config,
    }),
  )
  const target = await resolveAddress({
    flags: { dbUrl: options.flags.dbUrl, embedded: options.flags.embedded },
    config,
    env: options.env,
    cwd: options.cwd,
  })
  const db = await clock(timings, 'connect', () =>
    openDatabase('url' in target ? { ...target, connections: config.jobs + 1 } : target),
  )
  try {
    await options.onStart?.(db.address, config)
    return await overDatabase(db, config, { write, timings }, work)
  } catch (error) {
    throw error instanceof DatabaseError && errorKind(error) === 'lost' ? connectionLost(error, '') : error
  } finally {
    await db.close()
  }
}

/** The same over a database that is open; it stays open. */
export async function overDatabase<Result>(
  db: Database,
  config: Config,
  { write, timings = {} }: { readonly write: boolean; readonly timings?: Record<string, number> },
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const [parser, catalog] = await clock(timings, 'catalog', () => Promise.all([loadParser(), readCatalog(db)]))
  const journal = await openJournal({
    root: config.root,
    identity: journalIdentity(catalog.server, db.address),
    codec,
    write,
  })
  try {
    const past = await clock(timings, 'past', () => readPast(db, journal))
    return await work({ config, db, catalog, parser, journal, past, timings })
  } finally {
    await journal.close()
  }
}

/** Runs a step of the story and notes how long it took. */
export async function clock<Result>(
  timings: Record<string, number>,
  step: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const start = performance.now()
  try {
    return await work()
  } finally {
    timings[step] = (timings[step] ?? 0) + Math.round(performance.now() - start)
  }
}
