import { adopt } from '../../load/past/adopt.ts'
import type { History } from '../../load/past/history.ts'
import { reset } from '../../load/reset.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { ObjectId } from '../../model/name.ts'
import { planOfPast } from '../planning/plan-of-past.ts'
import type { Prepared } from '../planning/prepare.ts'
import type { Session } from '../session.ts'
import { type ChangedRow, lookAtGiven } from './look-at-given.ts'

/** What became of given rows of earlier runs. */
export interface KeptGiven {
  readonly inserted: Readonly<Record<ObjectId, number>>
  readonly updated: Readonly<Record<ObjectId, number>>
  readonly findings: readonly Finding[]
}

/**
 * Given rows that the application deleted come back; those that it changed are told, and set back with `restore`: only the columns that were said.
 * @throws SeedError `reset-refused`
 */
export async function keepGiven(
  session: Session,
  prepared: Prepared,
  past: Session['past'],
  restore: boolean,
): Promise<KeptGiven> {
  const history = historyOf(session, prepared, past)
  const changed = await lookAtGiven(session.db, history, prepared.given)
  const chosen = changed.filter(({ column }) => restore || column === null)
  if (chosen.length === 0) return { inserted: {}, updated: {}, findings: tellGiven(changed, restore) }
  const given = new Map<ObjectId, Map<number, string[]>>()
  for (const { table, row, column } of chosen) {
    const rows = given.get(table) ?? new Map<number, string[]>()
    rows.set(row, [...(rows.get(row) ?? []), ...(column === null ? [] : [column])])
    given.set(table, rows)
  }
  const { tables, findings } = await reset({ db: session.db, journal: session.journal, history, given })
  return {
    inserted: Object.fromEntries(tables.map(({ table, restored }) => [table, restored])),
    updated: Object.fromEntries(tables.map(({ table, changed: rows }) => [table, rows])),
    findings: [...tellGiven(changed, restore), ...findings],
  }
}

/** What there is to say of given rows before anything is written. */
export const tellGivenBefore = async (
  session: Session,
  prepared: Prepared,
  past: Session['past'],
): Promise<readonly Finding[]> =>
  tellGiven(await lookAtGiven(session.db, historyOf(session, prepared, past), prepared.given), false)

/** Without a journal what was recognised, before it is moved to another `now`. */
function historyOf({ assets, catalog }: Session, { plan, moved }: Prepared, { history }: Session['past']): History {
  if (history.own.length > 0 || !plan.tables.some(({ present }) => present > 0)) return history
  if (moved === null) return adopt(plan, null, assets)
  const order = plan.tables.map(({ id }) => id).filter((id) => moved.from.tables[id] !== undefined)
  return adopt(planOfPast(moved.from, order, catalog.hash), null, assets)
}

function tellGiven(changed: readonly ChangedRow[], restored: boolean): Finding[] {
  return changed.map(({ table, handle, column, expected, found }) => {
    const place = { table, path: `fixtures.${table}.${handle}`, ...(column === null ? {} : { column }) }
    if (column === null)
      return finding('fixture-deleted', 'info', place, `The fixture ${handle} of ${table} was deleted; it comes back.`)
    const said = { ...(expected === undefined ? {} : { expected }), ...(found === undefined ? {} : { found }) }
    return restored
      ? finding('fixture-restored', 'info', place, `${table}.${column} of the fixture ${handle} was set back.`, said)
      : finding('fixture-changed', 'warning', place, `${table}.${column} of the fixture ${handle} was changed.`, {
          ...said,
          next: 'supa-seed seed --restore sets it back.',
        })
  })
}
