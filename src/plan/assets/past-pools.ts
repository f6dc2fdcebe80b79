import type { Past } from '../../model/journal.ts'
import type { ObjectId } from '../../model/name.ts'
import type { AssetPoolPlan, AssetSheetPlan } from '../../model/plan.ts'

/** The pools of a table's rows that are there, without items whose rows are not. */
export function pastPools({ assetPools = [], tables }: Past, id: ObjectId): AssetPoolPlan[] {
  const rows = tables[id]?.rows ?? 0
  return assetPools
    .filter(({ table }) => table === id)
    .map(({ sheets, ...pool }) => ({
      ...pool,
      items: pool.items.filter(({ row }) => row < rows),
      ...(sheets === undefined ? {} : { sheets: sheets.flatMap((sheet) => upTo(sheet, rows)) }),
    }))
}

function upTo({ parts, ...sheet }: AssetSheetPlan, end: number): AssetSheetPlan[] {
  const there = parts.flatMap(({ row, item, rows }) =>
    row < end ? [{ row, item, rows: Math.min(rows, end - row) }] : [],
  )
  return there.length === 0 ? [] : [{ ...sheet, parts: there }]
}
