import type { Asset } from '../../model/assets/assets.ts'
import type { Datum } from './datum.ts'
import type { Keys } from './expression.ts'

/** What a path of an item leads to; null where it leads nowhere, or to an empty text. */
export const followPath = ([root, ...keys]: Keys, asset: Asset): Datum => followKeys(rootOf(asset, root), keys)

/** Own properties only: a key of the user's never reaches what JavaScript puts into every object. */
export function followKeys(from: Datum, keys: Keys): Datum {
  let at = from
  for (const key of keys) {
    if (
      typeof at !== 'object' ||
      at === null ||
      !Object.hasOwn(at, key) ||
      (Array.isArray(at) && typeof key !== 'number')
    )
      return null
    at = (at as Readonly<Record<string, Datum>>)[key] ?? null
  }
  return at === '' ? null : at
}

function rootOf(asset: Asset, root: string | number | undefined): Datum {
  switch (root) {
    case 'frontmatter':
      return asset.frontmatter as Datum
    case 'body':
      return asset.body
    case 'json':
      return asset.json as Datum
    case 'image':
      return asset.image === null ? null : ({ ...asset.image } as { readonly [key: string]: Datum })
    case 'csv':
      return asset.csv
    default:
      return { ...asset.file }
  }
}
