import { guardsOf } from '../catalog/guards.ts'
import { readMigrations } from '../catalog/read-migrations.ts'
import { RowError } from '../load/chunk/row-error.ts'
import { type LoadResult, load } from '../load/load.ts'
import { type ReadPast, readPast } from '../load/read-past.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { Past } from '../model/journal.ts'
import type { ObjectId } from '../model/name.ts'
import type { Plan } from '../model/plan.ts'
import type { Progress } from '../model/report.ts'
import { countIn } from '../model/row-spans.ts'
import { SeedError } from '../model/seed-error.ts'
import { type Prepared, preparePlan } from './prepare.ts'
import { rehearsed } from './rehearse.ts'
import { clock, type Session } from './session.ts'

export interface CarryOutOptions {
  readonly onProgress?: (event: Progress) => void
  readonly signal?: AbortSignal
  readonly rehearsal?: boolean
}

/** What was carried out in the end. */
export interface CarriedOut {
  readonly prepared: Prepared
  readonly result: LoadResult
  /** Rows of plans before that one, which were refused on the way. Records by table. */
  readonly earlier: {
    readonly inserted: Readonly<Record<ObjectId, number>>
    readonly updated: Readonly<Record<ObjectId, number>>
    readonly findings: readonly Finding[]
  }
}

/** So often a plan is made anew because rows are refused that no rehearsal has tried. */
const TIMES = 8
/** Rows of the chunk that was refused which are tried to find out which of them it was. */
const TRIED = 5000

/**
 * Writes what the plan says. Rows that the database refuses all the same, beyond those that were rehearsed, become lessons, and another plan goes on from
 * there: not where the user named tables, and not where only the plan that was begun can go on.
 */
export async function carryOut(
  session: Session,
  prepared: Prepared,
  past: ReadPast,
  options: CarryOutOptions,
): Promise<CarriedOut> {
  let current = { prepared, past }
  const findings: Finding[] = []
  for (let time = 1; ; time++) {
    try {
      const result = await clock(session.timings, 'load', () =>
        write(session, current.prepared.plan, current.past, options),
      )
      return { prepared: current.prepared, result, earlier: { ...since(past.past, current.past.past), findings } }
    } catch (error) {
      const next =
        time < TIMES && options.rehearsal !== false && !session.config.named
          ? await clock(session.timings, 'rehearse', () => learn(session, current.prepared, error, options.signal))
          : null
      if (next === null) throw error
      if (error instanceof Error) findings.push(learned(error.message))
      current = next
    }
  }
}

const write = async (session: Session, plan: Plan, past: ReadPast, options: CarryOutOptions): Promise<LoadResult> =>
  load({
    db: session.db,
    plan,
    assets: session.assets,
    journal: session.journal,
    history: past.history,
    reference: plan.left.filter(({ code }) => code === 'holds-rows').map(({ table }) => table),
    guards: guardsOf(session.catalog),
    migrations: await readMigrations(session.db, session.catalog),
    jobs: session.config.jobs,
    onProgress: options.onProgress,
    signal: options.signal,
  })

/** The plan that goes on after rows were refused; null where there is none. */
async function learn(
  session: Session,
  before: Prepared,
  error: unknown,
  signal: AbortSignal | undefined,
): Promise<{ prepared: Prepared; past: ReadPast } | null> {
  const rows = error instanceof SeedError && error.code === 'rows-refused' ? error.cause : null
  if (!(rows instanceof RowError)) return null
  await session.journal.reread()
  const past = await readPast(session.db, session.journal, { assets: session.assets })
  if (past.history.unfinished !== null || past.gaps.length > 0) return null
  const planned = await preparePlan({ ...session, past: past.past, lessons: before.lessons })
  const length = Math.min(rows.to - rows.from, TRIED)
  const also = new Map([[rows.table, Array.from({ length }, (_, i) => rows.from + i)]])
  const prepared = await rehearsed(session, planned, { signal, also })
  // Nothing was learned: it would be refused again.
  if (prepared.plan.hash === planned.plan.hash) return null
  return { prepared: { ...prepared, counts: before.counts }, past }
}

/** Rows that came between two looks at the journal. */
function since(before: Past, after: Past): Pick<CarriedOut['earlier'], 'inserted' | 'updated'> {
  const inserted: Record<ObjectId, number> = {}
  const updated: Record<ObjectId, number> = {}
  for (const [table, { rows, plan }] of Object.entries(after.tables)) {
    const from = before.tables[table]?.rows ?? 0
    const all = rows - from - countIn(plan.skipped, from, rows)
    const made = plan.writer.kind === 'update' ? all : countIn(plan.made?.ranges, from, rows)
    updated[table] = made
    inserted[table] = all - made
  }
  return { inserted, updated }
}

const learned = (message: string): Finding =>
  finding('plan-changed', 'info', {}, `The plan was changed on the way. ${message}`, {
    next: 'Look at .supa-seed/lessons.json, and commit it: other machines go by it from the start.',
  })
