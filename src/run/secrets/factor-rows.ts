import { FACTORS } from '../../model/given/factor-secret.ts'
import type { Plan, TablePlan } from '../../model/plan.ts'

/** The second factors of a plan, and what the configuration calls those that it gives, by row. */
export function factorRows(
  plan: Plan,
): { readonly table: TablePlan; readonly handles: ReadonlyMap<number, string> } | null {
  const table = plan.tables.find(({ id }) => id === FACTORS)
  if (table === undefined) return null
  return { table, handles: new Map(table.fixtures?.map(({ row, handle }) => [row, handle])) }
}
