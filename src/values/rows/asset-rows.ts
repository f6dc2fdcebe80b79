import type { Asset, AssetSheet, Assets } from '../../model/assets/assets.ts'
import { sheetIdentity } from '../../model/assets/assets.ts'
import { AssetIndex } from '../../model/assets/find-asset.ts'
import type { AssetItemPlan, AssetPoolPlan } from '../../model/plan.ts'
import { SeedError } from '../../model/seed-error.ts'
import { type SheetItem, sheetAt } from './sheet-at.ts'

/** An item of a pool that is a row. */
export type RowItem = AssetItemPlan | SheetItem

/** The items of a pool by the rows that they are. */
export class AssetRows {
  readonly plan: AssetPoolPlan
  readonly #items: ReadonlyMap<number, AssetItemPlan>
  readonly #index: AssetIndex
  readonly #sheets: ReadonlyMap<string, AssetSheet>
  #last: SheetItem | undefined

  constructor(plan: AssetPoolPlan, assets: Assets) {
    this.plan = plan
    this.#items = new Map(plan.items.map((item) => [item.row, item]))
    this.#index = new AssetIndex(assets)
    const pool = Object.hasOwn(assets.pools, plan.name) ? assets.pools[plan.name] : undefined
    this.#sheets = new Map(pool?.sheets?.map((sheet) => [sheet.path, sheet]))
  }

  at(row: number): RowItem | undefined {
    if (this.#items.size > 0) {
      const item = this.#items.get(row)
      if (item !== undefined) return item
    }
    const { sheets } = this.plan
    if (sheets === undefined) return undefined
    if (this.#last?.row !== row) this.#last = sheetAt(sheets, row)
    return this.#last
  }

  /** The content of an item; null when it is not there as it was. */
  content(item: RowItem): Asset | null {
    if ('sheet' in item) {
      const sheet = this.#sheets.get(item.sheet.path)
      return sheet?.digest === item.sheet.digest ? sheet.item(item.number) : null
    }
    const found = this.#index.find(this.plan.name, item)
    return found.state === 'same' ? found.asset : null
  }

  /** Why there is no content, for the value of a column. */
  lost(item: RowItem, column: string): SeedError {
    const { name, table } = this.plan
    const identity = 'sheet' in item ? sheetIdentity(item.sheet.path, item.number) : item.identity
    const place = this.#placeNow(item)
    const changed = place !== null
    return new SeedError({
      code: changed ? 'asset-changed' : 'asset-missing',
      message: changed
        ? `${place} has changed since row ${item.row} of ${table} was planned with it.`
        : `${identity} of the asset pool ${name} is gone: row ${item.row} of ${table} was planned with it.`,
      place: { table, column, path: `assetPools.${name}`, file: place ?? identity },
      expected: 'the file as it was',
      found: changed ? 'another content' : 'no such file',
      next: 'Put the file back as it was, or remove the seeded rows with supa-seed cleanup and seed anew.',
    })
  }

  /** Where something else is now; null for nothing. */
  #placeNow(item: RowItem): string | null {
    if ('sheet' in item) return this.#sheets.get(item.sheet.path)?.place ?? null
    const found = this.#index.find(this.plan.name, item)
    return found.state === 'missing' ? null : found.asset.place
  }
}
