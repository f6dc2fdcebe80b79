import type { Asset, Assets } from '../../model/assets/assets.ts'
import { chosenItems } from '../../model/chosen-items.ts'
import type { PoolSheet } from './sheets/draft-sheet.ts'

/** What the pools of one table give: their items that are no rows yet, and those that its rows were made from. */
export interface PoolItems {
  readonly pool: string
  readonly fresh: readonly Asset[]
  /** Files whose items are not held, and that are not wholly rows yet. */
  readonly sheets: readonly PoolSheet[]
  readonly path: string
}

/** Items of a large file by which its fields are known. */
const SAMPLE = 200

/** The items that become rows, and some of those that are not held: enough to see which fields there are. */
export const sampleOf = (assets: Assets, pool: string): readonly Asset[] => [
  ...chosenItems(assets, pool),
  ...((Object.hasOwn(assets.pools, pool) ? assets.pools[pool]?.sheets : undefined) ?? []).flatMap((sheet) =>
    Array.from({ length: Math.min(sheet.count, SAMPLE) }, (_, n) => sheet.item(n)),
  ),
]
