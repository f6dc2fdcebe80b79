import { whenMade } from '../../load/find/when-made.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { Past } from '../../model/journal.ts'
import type { TablePlan } from '../../model/plan.ts'
import { movedPast } from '../../plan/moments/moved-past.ts'
import { shiftedTables } from '../../plan/moments/shifted-tables.ts'
import { compileRows } from '../../values/rows/rows.ts'
import type { Ground } from './ground.ts'
import { planOfPast } from './plan-of-past.ts'

/** Four weeks: the hours in which people work fall on the same days. */
const APART = 28 * 86_400_000

/**
 * The `now` with which rows were made that were recognised without a journal: their own times tell it. Null where they do not. `freshAt`: the tables made
 * afresh with a `now`.
 */
export function datePast(
  { db, catalog, assets }: Ground,
  past: Past,
  freshAt: (now: number) => readonly TablePlan[],
): Promise<number | null> {
  const guess = past.now ?? 0
  const [a, b] = [freshAt(guess), freshAt(guess + APART)]
  const order = Object.keys(past.tables)
  return whenMade(db, past, (when) => {
    const there = when === guess ? past : movedPast(past, a, shiftedTables(a, b, (when - guess) / APART), when)
    return compileRows(planOfPast(there, order, catalog.hash), assets)
  })
}

export const nowUnknown = (): Finding =>
  finding(
    'now-unknown',
    'info',
    {},
    'Rows of ours were recognised without a journal, and their times do not tell with which now they were made.',
    {
      next: 'Say it with --now, as a date or an instant; else their times stay, and rows that are added get times of today.',
    },
  )
