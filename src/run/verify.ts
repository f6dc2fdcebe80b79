import { guardsOf } from '../catalog/guards.ts'
import { readCatalog } from '../catalog/read-catalog.ts'
import { readMigrations } from '../catalog/read-migrations.ts'
import { errorKind } from '../load/chunk/error-kind.ts'
import type { History } from '../load/past/history.ts'
import { readPast } from '../load/read-past.ts'
import { status, type TableStatus } from '../load/status.ts'
import { DatabaseError } from '../model/database.ts'
import type { JournalLine } from '../model/journal.ts'
import type { ObjectId } from '../model/name.ts'
import type { VerifyReport, VisibleRows } from '../model/reports/report.ts'
import { SeedError } from '../model/seed-error.ts'
import type { Study } from '../model/study.ts'
import { DEFAULT_PASSWORD } from '../plan/people/default-password.ts'
import { resolveName } from '../plan/resolve-name.ts'
import type { RoleTable } from '../report/verify/choose-users.ts'
import { checkCounts } from '../report/verify/counts.ts'
import { checkForeignKeys } from '../report/verify/foreign-keys.ts'
import { checkGuards, type GuardsThen } from '../report/verify/guards.ts'
import { checkKit, type KitOptions } from '../report/verify/kit.ts'
import type { OwnRows, OwnTable } from '../report/verify/own-rows.ts'
import { USERS } from '../report/verify/own-user.ts'
import { checkPaths } from '../report/verify/paths.ts'
import { checkPromises } from '../report/verify/promises.ts'
import { checkSignIn } from '../report/verify/sign-in.ts'
import { skipped, type Verdict } from '../report/verify/verdict.ts'
import { checkVisible } from '../report/verify/visible-rows.ts'
import { study } from '../study/study.ts'
import { compileRows } from '../values/rows/rows.ts'
import { databaseOf } from './keep.ts'
import { ownUsers } from './own-users.ts'
import { type Known, known, promisedRows } from './planning/known.ts'
import { clock, type RunOptions, type Session, withSession } from './session.ts'

/** Rows of a table that are looked up one by one; of more, only their number is compared. */
const LOOKED_UP = 50_000

/**
 * Holds what was promised against the database: counts, shares, foreign keys, sign-ins, what users see, and that nothing which guards the data was changed.
 * Nothing is written.
 * @throws SeedError `nothing-to-verify` where no rows of supa-seed are known.
 */
export const runVerify = (options: RunOptions): Promise<VerifyReport> =>
  withSession(options, false, (session) => verifySession(session))

/** `runVerify` over an open session. `again`: rows were written since it was opened, so that catalog and journal are read once more. */
export async function verifySession(opened: Session, { again = false } = {}): Promise<VerifyReport> {
  const session = again ? await reopened(opened) : opened
  const mine = await known(session)
  if (mine.history.own.length === 0 && mine.history.unfinished === null) throw nothing(mine)
  const timings: Record<string, number> = {}
  const findings = mine.findings.filter(({ code }) => code !== 'rows-missing')
  const verdicts: Verdict[] = []
  let visible: readonly VisibleRows[] = []
  const judge = async (name: string, work: () => Promise<Verdict>): Promise<void> => {
    verdicts.push(await clock(timings, name, () => unlessRefused(name, work)))
  }
  let tables: readonly TableStatus[] = []
  await judge('counts', async () => {
    tables = await countTables(session, mine)
    const promised = promisedRows(mine.history)
    const counted = tables.map((one) => ({ ...one, promised: promised.get(one.table) ?? null }))
    return checkCounts(counted, mine.history.unfinished !== null)
  })
  const own = ownTables(session, mine.history, tables)
  await judge('promises', () => checkPromises(session.db, own))
  const ids = [...new Set([...own.map(({ id }) => id), ...tables.map(({ table }) => table)])].sort()
  await judge('foreign-keys', () => checkForeignKeys(session.db, ids))
  await judge('paths', () => checkPaths(session.db, own))
  const users = ownUsers(session.config, mine.history.own)
  const { db, catalog, config } = session
  const password = config.password ?? (db.address.local ? DEFAULT_PASSWORD : null)
  await judge('sign-in', () => checkSignIn({ db, catalog, users, password }))
  const means = study(catalog, session.parser)
  await judge('visible-rows', async () => {
    const sizes = new Map(tables.flatMap(({ table, all }) => (all === null ? [] : [[table, all] as const])))
    const seen = await checkVisible({ ...{ db, catalog, users, sizes }, ...appTables(means), allow: config.allow })
    visible = seen.visible
    return seen.verdict
  })
  const kit = await clock(timings, 'kit', () => kitVerdict({ db, catalog, framework: means.framework, users }))
  if (kit !== null) verdicts.push(kit)
  verdicts.push(...checkGuards(await guardsThen(session, mine.history)))
  return {
    ok: verdicts.every(({ check }) => check.result !== 'failed'),
    database: databaseOf(session),
    seed: mine.history.plans.at(-1)?.seed ?? config.seed,
    run: mine.history.plans.at(-1)?.hash ?? null,
    checks: verdicts.map(({ check }) => check),
    visible,
    findings: [...verdicts.flatMap((verdict) => verdict.findings), ...findings],
    timings: { ...session.timings, ...timings },
  }
}

async function reopened(session: Session): Promise<Session> {
  const { db, journal } = session
  const catalog = await clock(session.timings, 'catalog', () => readCatalog(db))
  await journal.reread()
  return {
    ...session,
    catalog,
    past: await clock(session.timings, 'past', () => readPast(db, journal, { assets: session.assets })),
  }
}

function nothing({ findings }: Known): SeedError {
  return new SeedError({
    code: 'nothing-to-verify',
    message: 'No rows of supa-seed are known in this database.',
    next: 'Seed it first: supa-seed seed',
    findings,
  })
}

/** Null where there is no kit; what the server refuses to tell was not asked. */
async function kitVerdict(options: KitOptions): Promise<Verdict | null> {
  try {
    return await checkKit(options)
  } catch (error) {
    if (!(error instanceof DatabaseError) || errorKind(error) === 'lost') throw error
    return skipped('kit', `the server refused to be asked: ${error.message} (SQLSTATE ${error.code})`)
  }
}

/** A check that the server refuses could not be made; a connection that is lost ends them all. */
async function unlessRefused(name: string, work: () => Promise<Verdict>): Promise<Verdict> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DatabaseError) || errorKind(error) === 'lost') throw error
    return skipped(name, `the server refused to be asked: ${error.message} (SQLSTATE ${error.code})`)
  }
}

/** Each row of tables that are not too large is looked up, so that one which is gone is missed although another came. */
function countTables({ db }: Session, { history, whole, findings }: Known): Promise<TableStatus[]> {
  const rows = new Map<ObjectId, number>()
  for (const { table, from, to } of whole.own) rows.set(table, (rows.get(table) ?? 0) + to - from)
  const small = [...rows].flatMap(([table, count]) => (count <= LOOKED_UP ? [table] : []))
  const doubtful = findings.flatMap(({ code, place }) => (code === 'rows-missing' ? (place.table ?? []) : []))
  const ours: History = { ...whole, unfinished: history.unfinished }
  return status(db, ours, [...promisedRows(history).keys()], [...new Set([...small, ...doubtful])])
}

/** Tables with rows of ours, each as its latest plan has it. */
function ownTables(session: Session, { own, plans }: History, tables: readonly TableStatus[]): readonly OwnTable[] {
  const compiled = plans.map((plan) => ({ plan, rows: compileRows(plan, session.assets) })).reverse()
  const latest = (id: ObjectId) => compiled.find(({ plan }) => plan.tables.some((table) => table.id === id)) ?? null
  const parts = new Map<ObjectId, OwnRows[]>()
  for (const part of own) parts.set(part.table, [...(parts.get(part.table) ?? []), part])
  const asked = askedColumns(session)
  return [...parts].flatMap(([id, rows]): OwnTable[] => {
    const last = latest(id)
    const counted = tables.find(({ table }) => table === id)
    const others = counted === undefined || counted.all === null ? null : counted.all - counted.own
    const associations = (last?.plan.associations ?? []).filter(({ table }) => table === id)
    return last === null
      ? []
      : [{ id, rows: last.rows.table(id), own: rows, others, asked: asked.get(id) ?? [], associations }]
  })
}

/** Columns for which the configuration names the values, by table. Names that lead nowhere are the plan's to refuse. */
function askedColumns({ config, catalog }: Session): ReadonlyMap<ObjectId, readonly string[]> {
  const asked = new Map<ObjectId, readonly string[]>()
  for (const [name, { columns }] of Object.entries(config.tables)) {
    const named = Object.entries(columns).flatMap(([column, wish]) =>
      wish.kind === 'value' || wish.kind === 'values' ? [column] : [],
    )
    const id = tableNamed(name, catalog)
    if (id !== null && named.length > 0) asked.set(id, named)
  }
  return asked
}

function tableNamed(name: string, { relations }: Session['catalog']): ObjectId | null {
  try {
    return resolveName(name, relations, 'tables').id
  } catch (error) {
    if (error instanceof SeedError) return null
    throw error
  }
}

/** Tables of the app, sorted, and those of them that say in which role users belong to something. */
function appTables({ tables }: Study): { tables: ObjectId[]; roles: RoleTable[] } {
  const app = Object.values(tables).filter(({ standing }) => standing.kind === 'app')
  return {
    tables: app.flatMap(({ id }) => (id === USERS ? [] : [id])).sort(),
    roles: app.flatMap(({ id, membership }) =>
      membership === undefined ? [] : [{ table: id, user: membership.user, role: membership.role }],
    ),
  }
}

/** What the journal says of the last run, and how it is now. */
async function guardsThen({ db, catalog, config, journal }: Session, { lastRun, plans }: History): Promise<GuardsThen> {
  const line = journal.lines.findLast((one): one is Extract<JournalLine, { kind: 'run' }> => one.kind === 'run')
  const before = lastRun === null ? undefined : line?.guards
  const why =
    lastRun === null
      ? 'no journal tells how it was when the rows were written'
      : 'the journal is of an earlier version, which did not write down how it was'
  return {
    before: before ?? null,
    why,
    now: guardsOf(catalog),
    at: line?.at ?? null,
    migrations: lastRun === null ? null : await migrationsSince(db, catalog, line?.migrations),
    sameCatalog: plans.at(-1)?.catalogHash === catalog.hash,
    allow: config.allow,
  }
}

/** Migrations noted since then; null where nobody wrote down which there were. */
async function migrationsSince(
  db: Session['db'],
  catalog: Session['catalog'],
  before: readonly string[] | undefined,
): Promise<readonly string[] | null> {
  if (before === undefined) return null
  const known = new Set(before)
  return (await readMigrations(db, catalog)).filter((one) => !known.has(one))
}
