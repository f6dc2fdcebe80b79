import type { MappedValue } from '../../model/assets/asset-mapping.ts'
import type { Asset } from '../../model/assets/assets.ts'
import type { DraftSheets } from './sheets/draft-sheet.ts'

/** What a column gets of a pool of assets. */
export interface ColumnAsset {
  readonly pool: string
  readonly expression: string
  /** Where a part of the expression is for items that say nothing: what they are asked first, and what they get then. */
  readonly fallback?: { readonly of: string; readonly by: string }
  /** Rows that hold no item get what the expression gives for an empty one. */
  readonly made?: true
  /** Labels that a text must be one of. */
  readonly labels?: readonly string[]
  /** Why this column gets that, one phrase. */
  readonly why: string
}

/** An item that is to become a row, and its values by column. */
export interface DraftItem {
  readonly pool: string
  readonly asset: Asset
  readonly values: ReadonlyMap<string, MappedValue>
}

/** The items of a table's pools that are no rows yet, in the order in which they become some. */
export interface DraftAssets {
  readonly items: readonly DraftItem[]
  /** Keys in whose columns several items say the same. */
  readonly repeated: ReadonlySet<string>
  /** Files whose items are not held; they become rows behind the others. Absent for none. */
  readonly large?: DraftSheets
}
