import type { Assets } from '../../model/assets/assets.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Plan } from '../../model/plan.ts'
import { compileRows } from '../../values/rows/rows.ts'
import type { History } from './history.ts'

/** The history of rows that were recognised without a journal: of each table of the plan its first `present` rows. */
export function adopt(plan: Plan, reference: readonly ObjectId[] | null = null, assets?: Assets): History {
  const rows = compileRows(plan, assets)
  const own = plan.tables
    .filter(({ present }) => present > 0)
    .flatMap(({ id, present }) =>
      rows
        .table(id)
        .split(0, present)
        .map(({ from, to }) => ({ table: id, rows: rows.table(id), from, to })),
    )
  return { plans: [plan], own, made: [], begun: [], unfinished: null, lastRun: null, reference, aside: false }
}
