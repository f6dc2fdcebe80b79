import { cleanup } from '../load/cleanup.ts'
import { reset } from '../load/reset.ts'
import { resetEverything } from '../load/reset-everything.ts'
import { status } from '../load/status.ts'
import type { ObjectId } from '../model/name.ts'
import type { CleanupReport, ReportedDatabase, ResetReport, StatusReport } from '../model/reports/report.ts'
import { SeedError } from '../model/seed-error.ts'
import { resolveName } from '../plan/resolve-name.ts'
import { study } from '../study/study.ts'
import { removeManifest } from './manifest/write-manifest.ts'
import { known, promisedRows } from './planning/known.ts'
import { refuseCalls } from './refuse-calls.ts'
import { clock, type RunOptions, type Session, withSession } from './session.ts'
import { removeFiles } from './uploads/remove-files.ts'

/** Which rows of supa-seed are there; nothing is written. @throws SeedError */
export const runStatus = (options: RunOptions): Promise<StatusReport> => withSession(options, false, statusSession)

/** Removes exactly what was seeded, in one transaction. @throws SeedError `rows-of-others` */
export const runCleanup = (options: RunOptions): Promise<CleanupReport> => withSession(options, true, cleanupSession)

/** Restores the seeded rows in one transaction, or empties the app's tables. @throws SeedError */
export const runReset = (options: RunOptions & { readonly everything: boolean }): Promise<ResetReport> =>
  withSession(options, true, (session) => (options.everything ? emptySession(session) : resetSession(session)))

/** What `runStatus` does once the session is open. */
async function statusSession(session: Session): Promise<StatusReport> {
  const { history, whole, findings } = await known(session)
  const promised = promisedRows(history)
  const doubtful = findings.flatMap(({ code, place }) => (code === 'rows-missing' ? (place.table ?? []) : []))
  // The rows of a journal that is not used are nobody's.
  const ours = history.aside ? history : { ...whole, unfinished: history.unfinished }
  const tables = await status(session.db, ours, [...promised.keys()], doubtful)
  const found = tables.map(({ table, own, gone, made, all }) => ({
    table,
    seeded: own + made,
    missing: Math.max(gone, (promised.get(table) ?? 0) - own - made),
    others: all === null ? null : Math.max(0, all - own - made),
    ...(made > 0 ? { note: `${made} of them made by triggers` } : {}),
  }))
  return {
    ok:
      history.unfinished === null &&
      !findings.some((one) => one.level === 'error') &&
      found.every((table) => table.missing === 0),
    database: databaseOf(session),
    seed: history.plans.at(-1)?.seed ?? session.config.seed,
    dataset: session.past.dataset,
    run: history.plans.at(-1)?.hash ?? null,
    unfinished: history.unfinished !== null,
    tables: found,
    findings,
  }
}

/** What `runCleanup` does once the session is open. */
export async function cleanupSession(session: Session): Promise<CleanupReport> {
  const { history, findings } = await known(session)
  const only = onlyTables(session)
  refuseCalls(session, history, only, 'deleted')
  const result = await clock(session.timings, 'cleanup', () =>
    cleanup({
      db: session.db,
      catalog: session.catalog,
      journal: session.journal,
      history,
      allow: session.config.allow,
      only,
    }),
  )
  const files = await clock(session.timings, 'files', () => removeFiles(session, history.plans, only))
  if (only === null) await removeManifest(session)
  return {
    ok: true,
    database: databaseOf(session),
    tables: result.tables.map(({ table, deleted }) => ({ table, removed: deleted })),
    findings: [...findings, ...result.findings, ...files],
    timings: session.timings,
  }
}

/** `runReset` over an open session: what was seeded is there again as it was. */
export async function resetSession(session: Session): Promise<ResetReport> {
  const { whole: history, findings } = await known(session)
  if (history.own.length === 0)
    throw new SeedError({
      code: 'nothing-to-reset',
      message: 'No rows of supa-seed are known in this database.',
      next: 'Seed it first: supa-seed seed',
    })
  refuseCalls(session, history, onlyTables(session), 'restored')
  const result = await clock(session.timings, 'reset', () =>
    reset({ db: session.db, journal: session.journal, history, only: onlyTables(session) }),
  )
  return {
    ok: true,
    database: databaseOf(session),
    everything: false,
    tables: result.tables.map(({ table, restored, changed }) => ({
      table,
      removed: 0,
      restored: restored + changed,
      ...(changed > 0 ? { note: `${changed} of them had been changed` } : {}),
    })),
    // What was missing is back.
    findings: [...findings.filter((one) => one.code !== 'rows-missing'), ...result.findings],
    timings: session.timings,
  }
}

/** `reset --everything` over an open session. */
async function emptySession(session: Session): Promise<ResetReport> {
  const { history, findings } = await known(session)
  const { tables } = study(session.catalog, session.parser)
  const app = Object.values(tables)
    .filter((table) => table.standing.kind === 'app')
    .map((table) => table.id)
  const chosen = onlyTables(session)
  const result = await clock(session.timings, 'reset', () =>
    resetEverything({
      db: session.db,
      catalog: session.catalog,
      journal: session.journal,
      tables: chosen === null ? app : app.filter((id) => chosen.includes(id)),
      reference: history.reference,
    }),
  )
  return {
    ok: true,
    database: databaseOf(session),
    everything: true,
    tables: result.emptied.map((table) => ({
      table,
      removed: 0,
      restored: 0,
      note: result.how === 'truncate' ? 'emptied' : 'emptied row by row',
    })),
    findings,
    timings: session.timings,
  }
}

function onlyTables(session: Session): ObjectId[] | null {
  const { only, except } = session.config
  if (only.length === 0 && except.length === 0) return null
  const tables = session.catalog.relations.filter(
    (relation) => relation.kind === 'table' || relation.kind === 'partitioned',
  )
  const left = new Set(except.map((name) => resolveName(name, tables, 'except').id))
  const wanted =
    only.length === 0 ? tables.map((table) => table.id) : only.map((name) => resolveName(name, tables, 'only').id)
  return wanted.filter((id) => !left.has(id))
}

/** The database of a session, as reports name it. */
export const databaseOf = ({ db: { address } }: Session): ReportedDatabase => ({
  host: address.host,
  database: address.database,
  source: address.source,
})
