import { randomUUID } from 'node:crypto'
import type { Assets } from '../model/assets/assets.ts'
import { type Database, DatabaseError, type Queryable } from '../model/database.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { Guards } from '../model/guards.ts'
import type { ObjectId } from '../model/name.ts'
import type { Plan, Step } from '../model/plan.ts'
import type { Progress } from '../model/reports/report.ts'
import { countIn } from '../model/row-spans.ts'
import { SeedError } from '../model/seed-error.ts'
import type { UserMaker } from '../model/user-maker.ts'
import { compileRows, type Rows } from '../values/rows/rows.ts'
import { lockAlone } from './chunk/advisory-lock.ts'
import type { LoadContext } from './chunk/chunk.ts'
import { connectionLost } from './chunk/connection-lost.ts'
import { errorKind } from './chunk/error-kind.ts'
import { persist } from './chunk/persist.ts'
import { droppedFinding, mustGoOn, refusal } from './chunk/refusal.ts'
import { RowsDropped } from './chunk/row-error.ts'
import { Tally } from './chunk/tally.ts'
import { clock } from './clock.ts'
import { freezeSerials } from './freeze-serials.ts'
import { WHOLE_RUN } from './journal/fold.ts'
import type { Journal } from './journal/open-journal.ts'
import type { History } from './past/history.ts'
import { holdsTogether } from './past/holds-together.ts'
import { readTables } from './sql/read-columns.ts'
import { runStep, stepName, tablesOf } from './steps/run-step.ts'

export interface LoadOptions {
  readonly db: Database
  /** A new plan, or the frozen plan of `history.unfinished`. */
  readonly plan: Plan
  /** The content that the plan speaks of, where it does. */
  readonly assets?: Assets
  /** Opened for writing. */
  readonly journal: Journal
  /** From `readPast`. */
  readonly history: History
  /** Tables that hold rows of others; kept in the journal for `reset --everything`. */
  readonly reference: readonly ObjectId[]
  /** What guards the data before anything is written; kept in the journal for `verify`. */
  readonly guards?: Guards
  /** Migrations that were noted as applied then; kept in the journal for `verify`. */
  readonly migrations?: readonly string[]
  /** The dataset that the plan is of; kept in the journal. */
  readonly dataset?: string | null
  /** Connections at once; no more than the database allows, and one where a table says so. */
  readonly jobs: number
  /** Where the plan says that the Auth admin API makes the users. */
  readonly maker?: UserMaker | undefined
  readonly onProgress?: (event: Progress) => void
  /** Stops the load: what is on its way is rolled back, the journal is kept. */
  readonly signal?: AbortSignal
}

export interface LoadResult {
  readonly run: string
  /** The plan as it was carried out, serials drawn. */
  readonly plan: Plan
  /** Its rows, compiled. */
  readonly rows: Rows
  /** Rows that this call wrote, in the order of the plan. */
  readonly tables: readonly { readonly table: ObjectId; readonly inserted: number; readonly updated: number }[]
  /** Rows that triggers made meanwhile, by table: of the plan and others. */
  readonly made: Readonly<Record<ObjectId, number>>
  readonly findings: readonly Finding[]
  /** Milliseconds by step. */
  readonly timings: Readonly<Record<string, number>>
}

/**
 * Carries out a plan: draws serials, then step after step in chunks that are whole or absent, each with its lines in the journal. A table whose rows
 * a trigger drops is left out with what depends on it, as a finding. Throws SeedError when the database refuses rows (`rows-refused`; exit code 1 when
 * something was written), when it stays away (`connection-lost`), and when interrupted (130); the next call goes on from there.
 */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const { db, journal, history, signal } = options
  const timings: Record<string, number> = {}
  const resumed = history.unfinished?.plan.hash === options.plan.hash ? history.unfinished : null
  const { plan, tables } = await clock(timings, 'freeze', () => begin(options, resumed !== null))
  const run = resumed?.run ?? `${new Date().toISOString().replaceAll(/[^0-9TZ]/g, '')}-${randomUUID().slice(0, 8)}`
  // Nothing to write, and nothing that the journal does not know: it does not grow by being asked again.
  const idle =
    !resumed &&
    history.lastRun !== null &&
    plan.tables.every(({ rows, present, skipped }) => rows - present <= countIn(skipped, present))
  if (!resumed && !idle) {
    if (history.aside) await journal.setAside()
    await journal.writePlan(plan)
    const { hash, catalogHash } = plan
    const { reference, guards, migrations } = options
    const at = new Date().toISOString()
    const ofDataset = options.dataset == null ? {} : { dataset: options.dataset }
    await journal.append(
      [{ kind: 'run', run, plan: hash, catalogHash, at, reference, guards, migrations, ...ofDataset }],
      true,
    )
  }
  const context: LoadContext = {
    db,
    plan,
    rows: compileRows(plan, options.assets),
    tables,
    journal,
    run,
    done: resumed?.done ?? new Set(),
    jobs: options.jobs,
    tally: new Tally(options.onProgress),
    signal,
    maker: options.maker,
    findings: [],
  }
  await noteBlindness(context)
  const whole = await carryOut(context, timings)
  if (whole && !idle) await journal.append([{ kind: 'finished', run, at: new Date().toISOString() }], true)
  const { inserted, updated, made } = context.tally
  const counts = plan.tables.map(({ id }) => ({
    table: id,
    inserted: inserted.get(id) ?? 0,
    updated: updated.get(id) ?? 0,
  }))
  return {
    run,
    plan,
    rows: context.rows,
    tables: counts,
    made: Object.fromEntries(made),
    findings: context.findings,
    timings,
  }
}

/** Alone for a moment: a run on another machine would be noticed here. */
async function begin({ db, plan, journal }: LoadOptions, frozen: boolean) {
  try {
    const start = async (tx: Queryable) => {
      await lockAlone(tx)
      const tables = await readTables(
        tx,
        plan.tables.map(({ id }) => id),
      )
      return { tables, plan: frozen ? plan : await freezeSerials(tx, plan, journal.codec.hash) }
    }
    return await persist(() => db.transaction(start))
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    if (errorKind(error) === 'lost') throw connectionLost(error, 'Nothing of this run was written.')
    throw new SeedError({
      code: error.code === '2200H' ? 'sequence-exhausted' : 'serials-not-drawn',
      message: `Keys could not be drawn from their sequences: ${error.message}`,
      found: `SQLSTATE ${error.code}`,
      next: 'Give the role USAGE on the sequences and raise their MAXVALUE where it is reached, or leave the tables out with --except.',
      cause: error,
    })
  }
}

/** Returns whether all steps were carried out. */
async function carryOut(context: LoadContext, timings: Record<string, number>): Promise<boolean> {
  const stopped = new Set<ObjectId>()
  const something = () => context.done.size > 0 || context.tally.inserted.size + context.tally.updated.size > 0
  try {
    for (const step of context.plan.stages.flatMap(({ steps }) => steps)) {
      if (isStopped(context, step, stopped)) continue
      await clock(timings, stepName(step), () => tolerateDrops(context, step, stopped))
    }
  } catch (error) {
    const told = refusal(context, error, something())
    // Content that changed meanwhile: the next run looks at it anew, where nothing hangs on how it was.
    if (told instanceof SeedError && isLostContent(told) && !something()) await giveUp(context, told.message)
    if (!(told instanceof SeedError) || told.code !== 'rows-refused') throw told
    // The next run may be told otherwise: it starts from a new plan, if what is there lets it.
    if (something() && !(await holdsTogether(context.journal, context.run, context.plan))) throw mustGoOn(told)
    await giveUp(context, told.message)
    throw told
  }
  if (stopped.size > 0) await giveUp(context, `not written: ${[...stopped].join(', ')}`)
  return stopped.size === 0
}

const isLostContent = ({ code }: SeedError): boolean => code === 'asset-changed' || code === 'asset-missing'

/** A step is left out when one of its tables, or a parent of one, was stopped. */
function isStopped(context: LoadContext, step: Step, stopped: Set<ObjectId>): boolean {
  const tables = tablesOf(step)
  const parents = tables.flatMap((id) =>
    context.rows.table(id).plan.links.map(({ parent }) => (parent.pool === null ? parent.table : null)),
  )
  const cause = [...tables, ...parents].find((id) => id !== null && stopped.has(id))
  if (cause === undefined) return false
  for (const table of tables) {
    if (stopped.has(table)) continue
    stopped.add(table)
    const found = finding(
      'table-not-written',
      'error',
      { table },
      `${table} was not written, since rows of ${cause} did not arrive.`,
      {
        next: `See the finding about ${cause}.`,
      },
    )
    context.findings.push(found)
    context.tally.note(found)
  }
  return true
}

async function tolerateDrops(context: LoadContext, step: Step, stopped: Set<ObjectId>): Promise<void> {
  try {
    await runStep(context, step)
  } catch (error) {
    if (!(error instanceof RowsDropped)) throw error
    for (const table of tablesOf(step)) stopped.add(table)
    const found = droppedFinding(error)
    context.findings.push(found)
    context.tally.note(found)
  }
}

/**
 * A run that cannot be carried out as it was planned is not taken up again: it was refused before anything of it was there, or rows were dropped.
 * The next one starts from a new plan.
 */
async function giveUp({ journal, run }: LoadContext, why: string): Promise<void> {
  await journal.append([{ kind: 'undone', run, chunk: WHOLE_RUN, why }], true)
}

/** Rows that triggers make are found by counters that can be switched off. */
async function noteBlindness(context: LoadContext): Promise<void> {
  if (!context.plan.tables.some(({ harvest }) => harvest)) return
  const [row] = await persist(() =>
    context.db.query<{ on: boolean }>(`select pg_catalog.current_setting('track_counts')::bool as on`),
  )
  if (row?.on) return
  const found = finding(
    'trigger-rows-unseen',
    'warning',
    {},
    'The server does not count rows (track_counts is off), so that rows which triggers make are not found.',
    {
      next: 'Switch track_counts on, or remove such rows by hand after `supa-seed cleanup`.',
    },
  )
  context.findings.push(found)
  context.tally.note(found)
}
