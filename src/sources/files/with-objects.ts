import { createHash } from 'node:crypto'
import type { Asset } from '../../model/assets/assets.ts'
import type { UploadWish } from '../../model/config.ts'
import { withParts } from '../../model/with-parts.ts'
import { objectKey } from '../../values/keys/object-key.ts'

/** Digits of the digest that stands in names which could not stay as they were. */
const DIGITS = 8

/** Items of files that are put into a bucket, with their names there, which hang on their paths alone. `base`: the folder of the pool, from the root. */
export function withObjects(items: readonly Asset[], base: string, { bucket, folder }: UploadWish): Asset[] {
  return items.map((asset) => {
    const { path } = asset.file
    const kept = folder === '' ? path : `${folder}/${path}`
    const key = objectKey(folder, path)
    const object = key === kept ? key : marked(key, path)
    const source = base === '' ? path : `${base}/${path}`
    return withParts(asset, { file: { ...asset.file, bucket, object, source } })
  })
}

/** `gear/gruen.png` as `gear/gruen-1f2e3d4c.png`: several paths may come out alike. */
function marked(key: string, path: string): string {
  const mark = createHash('sha256').update(path).digest('hex').slice(0, DIGITS)
  const dot = key.lastIndexOf('.')
  return dot <= key.lastIndexOf('/') + 1 ? `${key}-${mark}` : `${key.slice(0, dot)}-${mark}${key.slice(dot)}`
}
