import type { Asset } from '../../model/assets.ts'

/** What the pools of one table give: their items that are no rows yet, and those that its rows were made from. */
export interface PoolItems {
  readonly pool: string
  readonly fresh: readonly Asset[]
  readonly path: string
}
