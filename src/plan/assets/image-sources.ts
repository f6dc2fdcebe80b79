import type { AssetImage } from '../../model/assets/asset-image.ts'
import type { Asset } from '../../model/assets/assets.ts'
import type { FieldSource } from './field-sources.ts'
import { foldName } from './fold-name.ts'

const words = (text: string): readonly string[] => text.split(' ')

/** Columns (folded, best first) for what pictures say of themselves, and fields of files beside them that say the same. */
const IMAGE_MEANINGS: readonly {
  readonly key: keyof AssetImage
  readonly columns: readonly string[]
  readonly fields?: readonly string[]
}[] = [
  {
    key: 'alt',
    columns: words('alttext alt imagealt alternativetext'),
    fields: words('alttext alt imagealt alternativetext'),
  },
  { key: 'caption', columns: words('caption imagecaption legend'), fields: words('caption legend') },
  { key: 'title', columns: words('title name headline'), fields: words('title name headline') },
  { key: 'width', columns: words('width imagewidth widthpx pixelwidth originalwidth') },
  { key: 'height', columns: words('height imageheight heightpx pixelheight originalheight') },
  { key: 'orientation', columns: words('orientation exiforientation') },
  { key: 'type', columns: words('mimetype filetype mime contenttype mediatype') },
  { key: 'taken_at', columns: words('takenat takenon datetaken capturedat captureddate shotat photographedat') },
  { key: 'camera', columns: words('camera cameramodel') },
  { key: 'lens', columns: words('lens lensmodel') },
  { key: 'latitude', columns: words('latitude lat gpslatitude') },
  { key: 'longitude', columns: words('longitude lng lon long gpslongitude') },
  { key: 'altitude', columns: words('altitude elevation gpsaltitude') },
  { key: 'exif', columns: words('exif exifdata') },
]

/** What columns get of pictures; none where an item is no picture. `told`: fields that are said by it, folded. Where a picture does not say it, nothing is made up. */
export function imageSources(
  columns: readonly string[],
  items: readonly Asset[],
): { readonly sources: FieldSource[]; readonly told: ReadonlySet<string> } {
  const told = new Set<string>()
  if (items.length === 0 || items.some(({ image }) => image === null)) return { sources: [], told }
  const sources = IMAGE_MEANINGS.flatMap(({ key, columns: known, fields = [] }): FieldSource[] => {
    const column = known.map((name) => columns.find((one) => foldName(one) === name)).find((one) => one !== undefined)
    if (column === undefined) return []
    for (const field of fields) told.add(field)
    const whole = items.every(({ image }) => image?.[key] != null)
    const expression = whole ? `image.${key}` : `image.${key} | null`
    return [{ column, expression, why: 'what the picture says of itself', same: false }]
  })
  return { sources, told }
}
