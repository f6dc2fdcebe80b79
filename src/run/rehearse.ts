import { type Heard, rehearse } from '../load/rehearse/rehearse.ts'
import { DatabaseError } from '../model/database.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { Lesson } from '../model/lesson.ts'
import type { ObjectId } from '../model/name.ts'
import type { Plan, TablePlan } from '../model/plan.ts'
import { countIn, joinSpans, spansOf } from '../model/row-spans.ts'
import type { Study } from '../model/study.ts'
import { keepLessons } from './lessons/keep-lessons.ts'
import { mergeLessons } from './lessons/merge-lessons.ts'
import { madeAs } from './planning/made-as.ts'
import type { Prepared } from './planning/prepare.ts'
import { tableHash } from './planning/table-hash.ts'
import type { Session } from './session.ts'

/** Rounds at most: each lesson may show what lay behind it. */
const ROUNDS = 16
/** Rows that all tables together try, and those of one table: at least, at most, and at most where some of its rows are refused. */
const TRIED = { all: 5000, least: 8, most: 500, thorough: 5000 }

export interface RehearsalOptions {
  readonly signal?: AbortSignal | undefined
  /** Rows that are tried besides. */
  readonly also?: ReadonlyMap<ObjectId, readonly number[]> | undefined
}

/**
 * Proves a plan: it runs small in a transaction that is rolled back, and what the database refuses becomes lessons and another plan, until nothing is refused. The
 * lessons are written to `.supa-seed/lessons.json`.
 * @throws SeedError where something that the user named is refused.
 */
export async function rehearsed(
  session: Session,
  prepared: Prepared,
  options: RehearsalOptions = {},
): Promise<Prepared> {
  const thorough = new Map<ObjectId, readonly number[]>()
  let current = prepared
  try {
    for (let round = 0; round < ROUNDS && writes(current.plan); round++) {
      const heard = await hear(session, current, thorough, options)
      const partly = heard.filter(
        (one) => isPartly(current.plan, one) && !thorough.has(one.table) && !options.also?.has(one.table),
      )
      // What is refused already must be heard again: the first rows need not be among those that were.
      for (const one of partly) if (one.kind === 'refused') thorough.set(one.table, one.rows)
      const fresh = heard
        .filter((one) => !partly.includes(one))
        .flatMap((one) => lessonOf(session, current, one, thorough.has(one.table)))
      if (fresh.length === 0 && partly.length === 0) break
      if (fresh.length > 0) current = await current.learn(mergeLessons(current.lessons, fresh))
    }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    await keepLessons(session, current.lessons)
    const findings = [...current.plan.findings, notRehearsed(error)]
    return { ...current, plan: { ...current.plan, findings } }
  }
  await keepLessons(session, current.lessons)
  return current
}

export const writes = (plan: Plan): boolean =>
  plan.tables.some(({ rows, present, skipped }) => rows - present > countIn(skipped, present))

function hear(
  session: Session,
  { plan, study, lessons }: Prepared,
  thorough: ReadonlyMap<ObjectId, readonly number[]>,
  { signal, also }: RehearsalOptions,
): Promise<readonly Heard[]> {
  const each = Math.floor(TRIED.all / Math.max(plan.tables.length, 1))
  const size = Math.max(TRIED.least, Math.min(TRIED.most, each))
  return rehearse({
    db: session.db,
    plan,
    assets: session.assets,
    size: (table) => (thorough.has(table) ? { count: TRIED.thorough, spread: false } : { count: size, spread: true }),
    users: usersOf(session, study),
    // Their triggers call out of the database, or write where others do.
    spared: new Set(Object.keys(study.calls ?? {})),
    met: new Set(lessons.flatMap(({ table, kind }) => (kind === 'meets' ? [table] : []))),
    signal,
    also: new Map([...thorough, ...(also ?? [])]),
  })
}

/** Who can sign in, however little of Supabase Auth is there. */
function usersOf({ catalog }: Session, { auth }: Study): { users: ObjectId; key: string } | null {
  const users = auth?.users ?? 'auth.users'
  const table = catalog.relations.find(({ id }) => id === users)
  return table?.columns.some(({ name }) => name === 'id') ? { users, key: 'id' } : null
}

/** Some rows were refused and others were not, and there are more that were not tried. */
function isPartly(plan: Plan, heard: Heard): boolean {
  const table = plan.tables.find(({ id }) => id === heard.table)
  if (heard.kind !== 'refused' || table === undefined || heard.rows.length === heard.tried) return false
  return heard.tried < untold(table)
}

const untold = ({ rows, present, skipped }: TablePlan): number => rows - present - countIn(skipped, present)

/** `thorough`: the first rows of the table were tried, as many as can be, and the others were not. */
function lessonOf(session: Session, { plan }: Prepared, heard: Heard, thorough: boolean): Lesson[] {
  const table = plan.tables.find(({ id }) => id === heard.table)
  const catalog = tableHash(session.catalog, heard.table)
  if (table === undefined || catalog === null) return []
  const about = { table: heard.table, catalog, why: heard.why }
  if (heard.kind === 'signed-in') return [{ ...about, kind: 'signed-in', as: heard.as }]
  if (heard.kind === 'meets') return [{ ...about, kind: 'meets', columns: heard.columns }]
  if (heard.kind !== 'refused') return [{ ...about, kind: heard.kind }]
  const all = heard.rows.length === heard.tried && table.made === undefined
  if (all && table.present === 0) return [{ ...about, kind: 'leave-out' }]
  // Rows that were not tried, of a table that refuses some, are not written either.
  const beyond = thorough && heard.left !== null ? [{ from: heard.left, to: table.rows }] : []
  const rows = all ? [{ from: table.present, to: table.rows }] : joinSpans([...spansOf(heard.rows), ...beyond])
  return [{ ...about, kind: 'skip-rows', made: madeAs(plan, heard.table), rows }]
}

const notRehearsed = (error: DatabaseError): Finding =>
  finding('not-rehearsed', 'warning', {}, `The rehearsal could not be finished: ${error.message}`, {
    found: `SQLSTATE ${error.code}`,
    next: 'Nothing, if the rows arrive. --no-rehearsal saves the time.',
  })
