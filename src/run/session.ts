import { loadParser } from '../catalog/parser.ts'
import { readCatalog } from '../catalog/read-catalog.ts'
import { type ApiRequest, apiUrlOf } from '../database/api/find-api.ts'
import { clock } from '../load/clock.ts'
import { journalIdentity } from '../load/journal/journal-identity.ts'
import { type Journal, openJournal, type PlanCodec } from '../load/journal/open-journal.ts'
import { type ReadPast, readPast } from '../load/read-past.ts'
import type { Assets } from '../model/assets/assets.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Config } from '../model/config.ts'
import type { Database } from '../model/database.ts'
import type { SqlParser } from '../model/study.ts'
import { decodePlan, encodePlan } from '../plan/codec.ts'
import { hashPlan } from '../plan/hash-plan.ts'
import { createCallables } from '../sources/callables/create-callables.ts'
import { readAssetPools } from '../sources/files/read-asset-pools.ts'
import { digest } from './digest.ts'
import { withFixtureFiles } from './planning/with-fixture-files.ts'
import { type Opened, type RunOptions, withDatabase } from './with-database.ts'

export { clock } from '../load/clock.ts'
export type { RunOptions } from './with-database.ts'

/** One command's hold on one database. */
export interface Session {
  readonly config: Config
  readonly db: Database
  readonly catalog: Catalog
  readonly parser: SqlParser
  readonly journal: Journal
  readonly past: ReadPast
  /** The user's content, as it was read when the command began. */
  readonly assets: Assets
  /** Milliseconds by step of the story; grows. */
  readonly timings: Record<string, number>
  /** The folder that `.supa-seed/` and the manifest are written to: that of the configuration, unless nothing is to be left there. */
  readonly home: string
  /** Where the command was called, which tells where the HTTP API is. */
  readonly around: ApiRequest
  /** Somebody may ask to stop. */
  readonly signal?: AbortSignal | undefined
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
  return withDatabase(options, ({ db, config, ...rest }) =>
    overDatabase(db, config, { write, signal: options.signal, ...rest }, work),
  )
}

/** The same over a database that is open; it stays open. */
export async function overDatabase<Result>(
  db: Database,
  said: Config,
  {
    write,
    home = said.root,
    timings = {},
    findings = [],
    signal,
    around = { where: { starts: [said.root], cwd: said.root }, env: {}, allowed: [] },
  }: { readonly write: boolean; readonly home?: string; readonly signal?: AbortSignal | undefined } & Partial<
    Pick<Opened, 'timings' | 'findings' | 'around'>
  >,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const config = await clock(timings, 'fixtures', () => withFixtureFiles(said))
  const callables = createCallables(config.functions, () => apiUrlOf(around))
  const assets = await clock(timings, 'assets', () => readAssetPools(config, callables))
  const [parser, catalog] = await clock(timings, 'catalog', () => Promise.all([loadParser(), readCatalog(db)]))
  const journal = await openJournal({
    root: home,
    identity: journalIdentity(catalog.server, db.address),
    codec,
    write,
  })
  try {
    const past = await clock(timings, 'past', () => readPast(db, journal, { assets }))
    const told = { ...past, findings: [...findings, ...past.findings] }
    return await work({ config, db, catalog, parser, journal, past: told, assets, timings, home, around, signal })
  } finally {
    await journal.close()
  }
}
