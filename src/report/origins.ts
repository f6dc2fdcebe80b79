import { poolRows } from '../model/assets/sheet-rows.ts'
import type { AssetPoolPlan, TablePlan } from '../model/plan.ts'
import type { Origin } from '../model/reports/report.ts'
import { countIn, isIn } from '../model/row-spans.ts'

/**
 * The rows of a planned table by where they come from: made by a trigger, given, from the user's files, or else generated; `others` were there
 * without supa-seed.
 */
export function originsOf(
  table: TablePlan,
  pools: readonly AssetPoolPlan[],
  others: number,
): Readonly<Partial<Record<Origin, number>>> {
  const { writer, made, rows } = table
  const ranges = writer.kind === 'update' ? [{ from: 0, to: rows }] : (made?.ranges ?? [])
  const isMade = (row: number): boolean => ranges.some(({ from, to }) => from <= row && row < to)
  const isAdopted = (row: number): boolean => isIn(table.adopted ?? [], row)
  const given = new Set(table.fixtures?.map(({ row }) => row).filter((row) => !isMade(row) && !isAdopted(row)))
  const own = pools.filter((pool) => pool.table === table.id)
  const items = own.flatMap((pool) => pool.items)
  const files = new Set(items.map(({ row }) => row).filter((row) => !isMade(row) && !given.has(row)))
  // Those of sheets are neither made nor given.
  const fromFiles = files.size + own.reduce((sum, pool) => sum + poolRows(pool) - pool.items.length, 0)
  const trigger = ranges.reduce((sum, { from, to }) => sum + to - from, 0)
  const generated = rows - trigger - given.size - fromFiles - countIn(table.skipped)
  return without({ generated, files: fromFiles, given: given.size, trigger, existing: others })
}

/** Only what there is. */
const without = (numbers: Readonly<Record<Origin, number>>): Readonly<Partial<Record<Origin, number>>> =>
  Object.fromEntries(Object.entries(numbers).filter(([, count]) => count > 0))
