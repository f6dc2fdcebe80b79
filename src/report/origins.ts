import type { AssetPoolPlan, TablePlan } from '../model/plan.ts'
import type { Origin } from '../model/report.ts'
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
  const items = pools.flatMap((pool) => (pool.table === table.id ? pool.items : []))
  const files = new Set(items.map(({ row }) => row).filter((row) => !isMade(row) && !given.has(row)))
  const trigger = ranges.reduce((sum, { from, to }) => sum + to - from, 0)
  const generated = rows - trigger - given.size - files.size - countIn(table.skipped)
  return without({ generated, files: files.size, given: given.size, trigger, existing: others })
}

/** Only what there is. */
const without = (numbers: Readonly<Record<Origin, number>>): Readonly<Partial<Record<Origin, number>>> =>
  Object.fromEntries(Object.entries(numbers).filter(([, count]) => count > 0))
