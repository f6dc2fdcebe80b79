import type { Asset, AssetPool } from '../../model/assets.ts'

/** What the pools of one table give: their items that are no rows yet, and those that its rows were made from. */
export interface PoolItems {
  readonly pool: string
  readonly fresh: readonly Asset[]
  readonly path: string
}

/** The items that become rows. */
export const chosenOf = (pool: AssetPool | undefined): readonly Asset[] => pool?.chosen ?? pool?.items ?? []
