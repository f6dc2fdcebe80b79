import type { AssetSheetPlan, TablePlan } from '../../../model/plan.ts'
import { type PoolSheet, sheetItems } from './draft-sheet.ts'

/** Large files with the rows that their items become. */
export interface PlacedSheets {
  readonly sheets: readonly { readonly pool: string; readonly plan: AssetSheetPlan }[]
  /** Items that get no row. */
  readonly left: number
}

/** Gives the items of large files the rows from `first` on that are neither given nor made by a trigger. */
export function placeSheets(table: TablePlan, first: number, sheets: readonly PoolSheet[]): PlacedSheets {
  const open = openRanges(table, first)
  let [range, row] = [0, open[0]?.from ?? table.rows]
  const placed = sheets.map(({ pool, sheet, from }) => {
    const parts: { row: number; item: number; rows: number }[] = []
    for (let item = from; item < sheet.count && range < open.length; ) {
      const rows = Math.min(sheet.count - item, (open[range]?.to ?? row) - row)
      if (rows > 0) parts.push({ row, item, rows })
      item += rows
      row += rows
      if (row === open[range]?.to) row = open[++range]?.from ?? table.rows
    }
    return { pool, plan: { path: sheet.path, digest: sheet.digest, parts } }
  })
  const taken = placed.reduce((sum, { plan }) => plan.parts.reduce((all, { rows }) => all + rows, sum), 0)
  return { sheets: placed.filter(({ plan }) => plan.parts.length > 0), left: sheetItems(sheets) - taken }
}

function openRanges({ rows, fixtures = [], made }: TablePlan, first: number): { from: number; to: number }[] {
  const closed = [...fixtures.map(({ row }) => ({ from: row, to: row + 1 })), ...(made?.ranges ?? [])].sort(
    (a, b) => a.from - b.from,
  )
  const open: { from: number; to: number }[] = []
  let at = first
  for (const { from, to } of closed) {
    if (from > at) open.push({ from: at, to: Math.min(from, rows) })
    at = Math.max(at, to)
  }
  if (at < rows) open.push({ from: at, to: rows })
  return open
}
