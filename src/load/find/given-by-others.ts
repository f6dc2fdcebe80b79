import type { Queryable } from '../../model/database.ts'
import type { TablePlan } from '../../model/plan.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { comparableColumns } from './comparable-columns.ts'
import { matchedRows } from './matched-rows.ts'

/**
 * Handles of given rows that were there before ours, so that none was made for them: then made-up rows stand in the first places of the plan, under keys that
 * nobody else gives. Of tables without an owner, whose rows do not hang on their number. As many given rows as there are of those are others'; which, tells how much of them is not as ours would be.
 */
export async function givenByOthers(
  tx: Queryable,
  table: DbTable,
  plan: TablePlan,
  compile: (plan: TablePlan) => TableRows,
): Promise<string[]> {
  const { fixtures = [], key } = plan
  const own = plan.columns.some(({ name, recipe }) => key.columns.includes(name) && recipe.kind === 'serial')
  // Pairs of rows of ours would be met by chance, and nobody makes up more of them where all are given.
  const isPairs = fixtures.length === plan.rows && key.columns.every((name) => isLed(plan, name))
  if (fixtures.length === 0 || plan.owner !== null || !key.exact || own || isPairs) return []
  const places = fixtures.map(({ row }) => row)
  const madeUp = await matchedRows(tx, table, compile(withoutGiven(plan)), places, key.columns, true)
  if (madeUp.size === 0) return []
  const rows = compile(plan)
  const likeness = new Map(places.map((row) => [row, 0]))
  const others = comparableColumns(rows, table, new Set(), false).filter((name) => !key.columns.includes(name))
  const there = await matchedRows(tx, table, rows, places, key.columns, true)
  for (const row of there) likeness.set(row, 1)
  for (const name of others)
    for (const row of await matchedRows(tx, table, rows, places, [...key.columns, name], false))
      likeness.set(row, (likeness.get(row) ?? 0) + 1)
  const least = [...fixtures].sort((a, b) => (likeness.get(a.row) ?? 0) - (likeness.get(b.row) ?? 0))
  return least.slice(0, madeUp.size).map(({ handle }) => handle)
}

const isLed = ({ links }: TablePlan, column: string): boolean => links.some(({ columns }) => columns.includes(column))

/** The plan as if all of its rows were made up. */
function withoutGiven({ fixtures: _, ...plan }: TablePlan): TablePlan {
  return {
    ...plan,
    columns: plan.columns.map(({ fixed: _, ...column }) => column),
    links: plan.links.map(({ fixed: _, ...link }) => link),
  }
}
