import type { AssetImage } from '../../../model/assets/asset-image.ts'
import type { Value } from '../../../model/value.ts'

type Tags = { readonly [key: string]: Value }

export interface ExifFacts
  extends Pick<AssetImage, 'taken_at' | 'camera' | 'lens' | 'latitude' | 'longitude' | 'altitude'> {
  readonly orientation: number
  /** What somebody wrote about the picture. */
  readonly description: string | null
}

/** What cameras write where nobody described the picture. */
const NOBODY =
  /^(?:olympus|sony|samsung|minolta|kodak|konica|maginon|jpeg|exif_|dcim|dsc|img|default|untitled|digital camera|camera)/i

/** What is mostly asked for, of everything that EXIF says. */
export function exifFacts(exif: Tags | null): ExifFacts {
  const [image, photo, gps] = [listOf(exif, 'Image'), listOf(exif, 'Photo'), listOf(exif, 'GPSInfo')]
  const orientation = image.Orientation
  const description = textAt(image, 'ImageDescription')
  return {
    orientation: typeof orientation === 'number' && orientation >= 1 && orientation <= 8 ? orientation : 1,
    description: description === null || NOBODY.test(description) ? null : description,
    taken_at: takenAt(image, photo),
    camera: cameraOf(textAt(image, 'Make'), textAt(image, 'Model')),
    lens: textAt(photo, 'LensModel'),
    latitude: degrees(gps, 'GPSLatitude', 'S', 90),
    longitude: degrees(gps, 'GPSLongitude', 'W', 180),
    altitude: altitudeOf(gps),
  }
}

const listOf = (exif: Tags | null, name: string): Tags => (exif?.[name] ?? {}) as Tags

function textAt(tags: Tags, name: string): string | null {
  const value = tags[name] ?? null
  return typeof value === 'string' ? value : null
}

/** The time as the camera had it; its zone where it tells one. */
function takenAt(image: Tags, photo: Tags): string | null {
  const time = textAt(photo, 'DateTimeOriginal') ?? textAt(photo, 'DateTimeDigitized') ?? textAt(image, 'DateTime')
  const zone = textAt(photo, 'OffsetTimeOriginal') ?? textAt(photo, 'OffsetTime') ?? ''
  if (time === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(time)) return null
  return `${time}${/^[+-]\d\d:\d\d$/.test(zone) ? zone : ''}`
}

/** Many models begin with their maker's name. */
function cameraOf(make: string | null, model: string | null): string | null {
  if (make === null || model === null) return model ?? make
  const [word = ''] = make.split(' ')
  return model.toLowerCase().startsWith(word.toLowerCase()) ? model : `${make} ${model}`
}

/** Degrees, minutes and seconds as one number; south and west are negative. */
function degrees(gps: Tags, name: string, negative: string, most: number): number | null {
  const parts = gps[name]
  if (!Array.isArray(parts) || parts.length !== 3 || !parts.every((part) => typeof part === 'number')) return null
  const [whole, minutes, seconds] = parts as unknown as readonly [number, number, number]
  const found = whole + minutes / 60 + seconds / 3600
  if (!(found >= 0 && found <= most)) return null
  return rounded(gps[`${name}Ref`] === negative ? -found : found, 1e7)
}

function altitudeOf(gps: Tags): number | null {
  const height = gps.GPSAltitude
  return typeof height === 'number' ? rounded(gps.GPSAltitudeRef === 1 ? -height : height, 100) : null
}

/** Never minus nothing. */
const rounded = (number: number, places: number): number => Math.round(number * places) / places + 0
