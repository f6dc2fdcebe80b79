import { changedRows, movable } from '../../load/move/changed-rows.ts'
import { moveTimes } from '../../load/move/move-times.ts'
import { type ReadPast, readPast } from '../../load/read-past.ts'
import type { Relation } from '../../model/catalog.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { Past } from '../../model/journal.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Plan } from '../../model/plan.ts'
import type { Study } from '../../model/study.ts'
import { spellRows } from '../../report/spell-number.ts'
import type { Loaded } from '../../report/summarise.ts'
import { compileRows } from '../../values/rows/rows.ts'
import { refuseCalls } from '../refuse-calls.ts'
import { clock, type Session } from '../session.ts'
import { planOfPast } from './plan-of-past.ts'
import type { Moved, Prepared } from './prepare.ts'

/** Rows of a table that are looked at where only to tell what would move. */
const SAMPLE = 1000

/** What would move: a finding for each table, and one for the triggers that fire. None where nothing does. */
export function tellMoves(session: Session, prepared: Pick<Prepared, 'plan' | 'moved'>): readonly Finding[] {
  const { moved } = prepared
  if (moved === null) return []
  const { before, after } = sides(session, prepared.plan, moved)
  const [from, to] = [moved.from.now ?? 0, moved.to.now ?? 0].map(day) as [string, string]
  const moves = after.plan.tables.flatMap(({ id, present }) => {
    const parts = before.rows.table(id).split(0, Math.min(present, SAMPLE))
    const names = parts.flatMap(
      (part) =>
        changedRows(before.rows.table(id), after.rows.table(id), movable(before.rows.table(id), part.made), part)
          ?.names ?? [],
    )
    return names.length === 0 ? [] : [{ table: id, present, names: [...new Set(names)].sort() }]
  })
  const told = moves.map(({ table, present, names }) =>
    finding(
      'times-move',
      'info',
      { table },
      `${names.join(', ')} of ${spellRows(present)} of ${table} move from ${from} to ${to}.`,
    ),
  )
  const firing = moves.flatMap(({ table }) => triggersOf(session, table).map((name) => `${name} (${table})`))
  return firing.length === 0 ? told : [...told, fires(firing)]
}

const fires = (triggers: readonly string[]): Finding =>
  finding(
    'move-fires-triggers',
    'warning',
    {},
    `Rows that move are updated, and triggers fire: ${triggers.join(', ')}.`,
    {
      next: 'What these triggers set stays as they set it, and what they write elsewhere is added. Start over instead, where that matters: supa-seed cleanup, then supa-seed seed.',
    },
  )

/** Moves what is there to the `now` of the plan, and reads anew what is there. */
export async function moveDates(
  session: Session,
  prepared: Prepared,
  past: ReadPast,
): Promise<{ readonly past: ReadPast; readonly loaded: Pick<Loaded, 'updated' | 'findings'> }> {
  const { moved } = prepared
  if (moved === null) return { past, loaded: { updated: {}, findings: [] } }
  const { before, after } = sides(session, prepared.plan, moved)
  const told = tellMoves(session, prepared)
  const tables = told.flatMap(({ place }) => place.table ?? [])
  refuseCalls(session, { own: tables.map((table) => ({ table })), made: [] }, null, 'moved')
  const result = await clock(session.timings, 'move', () =>
    moveTimes({
      db: session.db,
      journal: session.journal,
      history: past.history,
      plan: after.plan,
      before: before.rows,
      after: after.rows,
      reference:
        past.history.reference ??
        prepared.plan.left.filter(({ code }) => code === 'holds-rows').map(({ table }) => table),
      crowded: Object.fromEntries(
        session.catalog.relations.map((relation) => [relation.id, crowdedColumns(relation, prepared.study)]),
      ),
      harvest: tables.some((id) => triggersOf(session, id).length > 0),
    }),
  )
  await session.journal.reread()
  const left = result.tables.filter((one) => one.left > 0).map((one) => leftAlone(one))
  return {
    past: await readPast(session.db, session.journal, { assets: session.assets }),
    loaded: {
      updated: Object.fromEntries(result.tables.filter((one) => one.moved > 0).map((one) => [one.table, one.moved])),
      findings: [...told, ...left, ...result.findings],
    },
  }
}

/** The rows that are there, as they are and as they will be. Tables in the order of the plan, parents first. */
function sides({ catalog, assets }: Session, { tables }: Plan, { from, to }: Moved) {
  const order = [...tables.map(({ id }) => id), ...Object.keys(from.tables)]
  const side = (past: Past) => {
    const plan = planOfPast(
      past,
      [...new Set(order)].filter((id) => past.tables[id] !== undefined),
      catalog.hash,
    )
    return { plan, rows: compileRows(plan, assets) }
  }
  return { before: side(from), after: side(to) }
}

const day = (now: number): string => new Date(now).toISOString().slice(0, 16).replace('T', ' ')

function triggersOf({ catalog }: Session, id: ObjectId): readonly string[] {
  const relation = catalog.relations.find((one) => one.id === id)
  return (relation?.triggers ?? [])
    .filter(({ events, enabled }) => events.includes('update') && (enabled === 'O' || enabled === 'A'))
    .map(({ name }) => name)
}

/** Columns in which two rows may not be alike, or overlap. */
function crowdedColumns({ id, primaryKey, uniques }: Relation, { tables }: Study): readonly string[] {
  const keyed = [...(primaryKey === null ? [] : [primaryKey]), ...uniques].flatMap(({ columns }) =>
    columns.filter((name) => name !== null),
  )
  const excluded = (tables[id]?.exclusions ?? []).flatMap(({ equal, span }) => [...equal, ...Object.values(span ?? {})])
  return [...new Set([...keyed, ...excluded])]
}

const leftAlone = ({ table, left, columns }: { table: ObjectId; left: number; columns: readonly string[] }): Finding =>
  finding(
    'times-left',
    'warning',
    { table },
    `${spellRows(left)} of ${table} were changed by somebody else since (${columns.join(', ')}), and stay as they are.`,
    { next: 'supa-seed reset sets them back to what the seed makes of them.' },
  )
