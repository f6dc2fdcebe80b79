import { guardsOf } from '../catalog/guards.ts'
import { readMigrations } from '../catalog/read-migrations.ts'
import { type LoadResult, load } from '../load/load.ts'
import { type ReadPast, readPast } from '../load/read-past.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { Past } from '../model/journal.ts'
import type { Lesson } from '../model/lesson.ts'
import type { ObjectId } from '../model/name.ts'
import type { Plan } from '../model/plan.ts'
import type { Progress } from '../model/reports/report.ts'
import { countIn } from '../model/row-spans.ts'
import { userMaker } from './auth/user-maker.ts'
import { keepLessons } from './lessons/keep-lessons.ts'
import { mergeLessons } from './lessons/merge-lessons.ts'
import { madeAs } from './planning/made-as.ts'
import { type Prepared, preparePlan } from './planning/prepare.ts'
import { type RefusedRows, refusedRows } from './planning/refused-rows.ts'
import { tableHash } from './planning/table-hash.ts'
import { rehearsed } from './rehearse.ts'
import { clock, type Session } from './session.ts'
import { withdraw } from './withdraw.ts'

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
const TIMES = 24
/** Rows of the chunk that was refused which are tried to find out which of them it was. */
const TRIED = 5000

/**
 * Writes what the plan says. Rows that the database refuses all the same, beyond those that were rehearsed, become lessons. In a database without rows of ours
 * what was written is taken back and the next plan starts afresh; else it goes on from there, where it can. Not where the user named tables.
 */
export async function carryOut(
  session: Session,
  prepared: Prepared,
  past: ReadPast,
  options: CarryOutOptions,
): Promise<CarriedOut> {
  let current = { prepared, past }
  const findings: Finding[] = []
  const lessons = new Map<ObjectId, number>()
  const afresh = past.history.own.length === 0 && past.history.unfinished === null
  for (let time = 1; ; time++) {
    try {
      const result = await clock(session.timings, 'load', () =>
        write(session, current.prepared.plan, current.past, options),
      )
      return { prepared: current.prepared, result, earlier: { ...since(past.past, current.past.past), findings } }
    } catch (error) {
      const rows = options.rehearsal === false || session.config.named ? null : refusedRows(error)
      const { signal } = options
      const next =
        rows !== null && time < TIMES
          ? await clock(session.timings, 'rehearse', () =>
              learn(session, { before: current.prepared, rows, lessons, afresh, signal }),
            )
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
    dataset: session.config.dataset,
    migrations: await readMigrations(session.db, session.catalog),
    jobs: session.config.jobs,
    maker: userMaker(session),
    onProgress: options.onProgress,
    signal: options.signal,
  })

interface Learning {
  readonly before: Prepared
  readonly rows: RefusedRows
  /** How often a table was given a lesson that no rehearsal had for it. */
  readonly lessons: Map<ObjectId, number>
  readonly afresh: boolean
  readonly signal: AbortSignal | undefined
}

/** The plan that goes on after rows were refused; null where there is none. */
async function learn(
  session: Session,
  { before, rows, lessons, afresh, signal }: Learning,
): Promise<{ prepared: Prepared; past: ReadPast } | null> {
  await session.journal.reread()
  const left = await readPast(session.db, session.journal, { assets: session.assets })
  const past = afresh ? await withdraw(session, left, (table) => before.counts[table] === 0) : left
  if (past.history.unfinished !== null || past.gaps.length > 0) return null
  const planned = await preparePlan({ ...session, past: past.past, lessons: before.lessons })
  const length = Math.min(rows.to - rows.from, TRIED)
  const also = new Map([[rows.table, Array.from({ length }, (_, i) => rows.from + i)]])
  const prepared = await rehearsed(session, planned, { signal, also })
  const known = new Set(before.lessons)
  const told = prepared.lessons.some((lesson) => !known.has(lesson)) || !isPlanned(prepared.plan, rows.table)
  if (told) return { prepared: { ...prepared, counts: before.counts }, past }
  // Alone the rows pass, and they would be refused again: what has been written by then makes the difference.
  const nth = (lessons.get(rows.table) ?? 0) + 1
  lessons.set(rows.table, nth)
  const lesson = ownLesson(session, prepared.plan, rows, nth)
  if (lesson === null) return null
  const taught = await prepared.learn(mergeLessons(prepared.lessons, [lesson]))
  if (taught.plan.hash === prepared.plan.hash) return null
  await keepLessons(session, taught.lessons)
  return { prepared: { ...taught, counts: before.counts }, past }
}

const isPlanned = ({ tables }: Plan, table: ObjectId): boolean => tables.some(({ id }) => id === table)

/** What a load alone has found out: first those rows are skipped, then all from there on; in the end the table is left out. */
function ownLesson(session: Session, plan: Plan, { table, from, to, why }: RefusedRows, nth: number): Lesson | null {
  const catalog = tableHash(session.catalog, table)
  const planned = plan.tables.find(({ id }) => id === table)
  if (catalog === null || planned === undefined) return null
  const about = { table, catalog, why }
  const none = from === countIn(planned.skipped, 0, from)
  const whole = none && (nth > 1 || to >= planned.rows)
  if (planned.present === 0 && planned.made === undefined && (nth > 2 || whole)) return { ...about, kind: 'leave-out' }
  const rows = [{ from: nth > 2 ? planned.present : from, to: nth > 1 ? planned.rows : to }]
  return { ...about, kind: 'skip-rows', made: madeAs(plan, table), rows }
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
