import type { AssetSheetPlan } from '../../model/plan.ts'

/** An item of a file that is too large to be held, as a row. */
export interface SheetItem {
  readonly row: number
  readonly sheet: AssetSheetPlan
  /** From 0. */
  readonly number: number
}

/** The item that a row is; undefined for none. */
export function sheetAt(sheets: readonly AssetSheetPlan[], row: number): SheetItem | undefined {
  for (const sheet of sheets)
    for (const part of sheet.parts)
      if (part.row <= row && row < part.row + part.rows) return { row, sheet, number: part.item + row - part.row }
  return undefined
}
