import type { Asset, Assets } from '../model/assets.ts'
import { AssetIndex } from '../model/find-asset.ts'
import type { AssetItemPlan, AssetPoolPlan } from '../model/plan.ts'
import { SeedError } from '../model/seed-error.ts'

/** The items of a pool by the rows that they are. */
export class AssetRows {
  readonly plan: AssetPoolPlan
  readonly #items: ReadonlyMap<number, AssetItemPlan>
  readonly #index: AssetIndex

  constructor(plan: AssetPoolPlan, assets: Assets) {
    this.plan = plan
    this.#items = new Map(plan.items.map((item) => [item.row, item]))
    this.#index = new AssetIndex(assets)
  }

  at(row: number): AssetItemPlan | undefined {
    return this.#items.get(row)
  }

  /** The content of an item; null when it is not there as it was. */
  content(item: AssetItemPlan): Asset | null {
    const found = this.#index.find(this.plan.name, item)
    return found.state === 'same' ? found.asset : null
  }

  /** Why there is no content, for the value of a column. */
  lost(item: AssetItemPlan, column: string): SeedError {
    const { name, table } = this.plan
    const found = this.#index.find(name, item)
    const changed = found.state === 'changed'
    return new SeedError({
      code: changed ? 'asset-changed' : 'asset-missing',
      message: changed
        ? `${found.asset.place} has changed since row ${item.row} of ${table} was planned with it.`
        : `${item.identity} of the asset pool ${name} is gone: row ${item.row} of ${table} was planned with it.`,
      place: {
        table,
        column,
        path: `assetPools.${name}`,
        file: changed ? found.asset.place : item.identity,
      },
      expected: 'the file as it was',
      found: changed ? 'another content' : 'no such file',
      next: 'Put the file back as it was, or remove the seeded rows with supa-seed cleanup and seed anew.',
    })
  }
}
