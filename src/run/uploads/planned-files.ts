import type { Asset } from '../../model/assets/assets.ts'
import { AssetIndex } from '../../model/assets/find-asset.ts'
import type { Config, UploadWish } from '../../model/config.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Plan } from '../../model/plan.ts'
import type { Session } from '../session.ts'

/** A file of the user's that belongs into a bucket, and the row that is made of it. */
export interface PlannedFile {
  readonly pool: string
  readonly wish: UploadWish
  readonly table: ObjectId
  readonly row: number
  readonly object: string
  /** From the root of the configuration. */
  readonly source: string
  readonly asset: Asset
}

/** The files of pools that are put into buckets, each once: those that have a row in the plan. */
export function plannedFiles(
  { config, assets }: Pick<Session, 'assets'> & { readonly config: Pick<Config, 'assetPools'> },
  plan: Pick<Plan, 'assetPools'>,
  by: UploadWish['by'],
): PlannedFile[] {
  const index = new AssetIndex(assets)
  const files = new Map<string, PlannedFile>()
  for (const { name: pool, table, items } of plan.assetPools ?? []) {
    const wish = config.assetPools[pool]?.upload
    if (wish?.by !== by) continue
    for (const item of items) {
      const found = index.find(pool, item)
      if (found.state === 'missing') continue
      const { object, source } = found.asset.file
      if (object === undefined || source === undefined) continue
      const file = { pool, wish, table, row: item.row, object, source, asset: found.asset }
      if (!files.has(placeIn(file))) files.set(placeIn(file), file)
    }
  }
  return [...files.values()]
}

/** No two files have the same. */
export const placeIn = ({ wish, object }: Pick<PlannedFile, 'wish' | 'object'>): string => `${wish.bucket}/${object}`

/** By their buckets, in the order of the plan. */
export function byBucket(files: readonly PlannedFile[]): Map<string, PlannedFile[]> {
  const buckets = new Map<string, PlannedFile[]>()
  for (const file of files) {
    const own = buckets.get(file.wish.bucket)
    if (own === undefined) buckets.set(file.wish.bucket, [file])
    else own.push(file)
  }
  return buckets
}
