import type { AssetSheet } from '../../../model/assets/assets.ts'

/** A file that is too large to be held, whose items from number `from` on are to become rows. */
export interface PoolSheet {
  readonly pool: string
  readonly sheet: AssetSheet
  readonly from: number
}

/** What is to be known of the items of all sheets of a table, without any of them. */
export interface SheetsLook {
  /** By column, how many say something for it. */
  readonly said: ReadonlyMap<string, number>
  /** By key, how many say something for all of its columns. */
  readonly keyed: ReadonlyMap<string, number>
  /** Keys in whose columns several may say the same, where other columns are there to hold them. */
  readonly repeated: ReadonlySet<string>
}

export interface DraftSheets {
  readonly sheets: readonly PoolSheet[]
  readonly look: SheetsLook
}

/** How many items are to become rows. */
export const sheetItems = (sheets: readonly PoolSheet[]): number =>
  sheets.reduce((sum, { sheet, from }) => sum + sheet.count - from, 0)
