import type { AssetItemPlan } from '../plan.ts'
import type { Asset, Assets } from './assets.ts'
import { NO_ASSETS } from './assets.ts'

/** What became of an item since its plan was made. */
export type FoundAsset =
  | { readonly state: 'same'; readonly asset: Asset }
  | { readonly state: 'changed'; readonly asset: Asset }
  | { readonly state: 'missing' }

/** Finds the items of plans among what was read. Indexes each pool once. */
export class AssetIndex {
  readonly #assets: Assets
  readonly #pools = new Map<string, ReadonlyMap<string, Asset>>()

  constructor(assets: Assets = NO_ASSETS) {
    this.#assets = assets
  }

  /** By pool and identity. */
  find(pool: string, item: Pick<AssetItemPlan, 'identity' | 'digest'>): FoundAsset {
    const asset = this.#items(pool).get(item.identity)
    if (asset === undefined) return { state: 'missing' }
    return { state: asset.digest === item.digest ? 'same' : 'changed', asset }
  }

  #items(name: string): ReadonlyMap<string, Asset> {
    let items = this.#pools.get(name)
    if (items === undefined) {
      const pool = Object.hasOwn(this.#assets.pools, name) ? this.#assets.pools[name] : undefined
      items = new Map(pool?.items.map((asset) => [asset.identity, asset]))
      this.#pools.set(name, items)
    }
    return items
  }
}
