import type { AssetPoolPlan, AssetSheetPlan } from '../../model/plan.ts'
import type { Draft, Workshop } from '../draft.ts'

/** The pools of a table's rows that are there, without items whose rows are not. */
export function pastPools(workshop: Workshop, draft: Draft): AssetPoolPlan[] {
  const { assetPools = [], tables } = workshop.inputs.past
  const rows = tables[draft.id]?.rows ?? 0
  return assetPools
    .filter(({ table }) => table === draft.id)
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
