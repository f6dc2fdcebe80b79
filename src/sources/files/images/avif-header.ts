import { type Box, boxesIn } from './boxes-in.ts'
import type { HeaderReader } from './header-reader.ts'
import { ImageError } from './image-error.ts'
import { exifPlace } from './item-place.ts'
import type { RawImage } from './raw-image.ts'

/** Boxes at the top of the file that are looked at for the one that describes it. */
const MOST_BOXES = 100
const LARGEST_META = 1024 * 1024

/** AVIF and HEIC (ISO/IEC 23008-12): the properties of the primary item, and where its EXIF lies. */
export function avifHeader(reader: HeaderReader): RawImage {
  const meta = metaOf(reader)
  const boxes = boxesIn(meta, 4)
  const find = (name: string): Box | undefined => boxes.find((box) => box.name === name)
  const properties = propertiesOf(find('iprp')?.content, primaryOf(find('pitm')?.content))
  const size = properties.find(({ name }) => name === 'ispe')?.content
  if (size === undefined || size.length < 12) throw noSize()
  const place = exifPlace(find('iinf')?.content, find('iloc')?.content)
  return {
    width: size.readUInt32BE(4),
    height: size.readUInt32BE(8),
    orientation: orientationOf(properties),
    exif: place === null ? null : tiffOf(reader.read(place.at, Math.min(place.length, LARGEST_META))),
  }
}

/** The content of the box `meta`. */
function metaOf(reader: HeaderReader): Buffer {
  let at = 0
  for (let box = 0; box < MOST_BOXES && at + 8 <= reader.size; box++) {
    const header = reader.read(at, 8)
    const length = header.readUInt32BE(0)
    if (header.toString('latin1', 4, 8) === 'meta') {
      if (length > LARGEST_META) throw noSize()
      return reader.read(at + 8, Math.max(0, length - 8))
    }
    // 0: to the end of the file; 1: longer than 32 bits tell. Neither comes before meta.
    if (length < 8) break
    at += length
  }
  throw noSize()
}

const primaryOf = (content: Buffer | undefined): number =>
  content === undefined || content.length < 6 ? 1 : content[0] === 0 ? content.readUInt16BE(4) : content.readUInt32BE(4)

/** The properties of an item, in order. */
function propertiesOf(content: Buffer | undefined, item: number): Box[] {
  const boxes = content === undefined ? [] : boxesIn(content, 0)
  const all = boxesIn(boxes.find(({ name }) => name === 'ipco')?.content ?? Buffer.alloc(0), 0)
  const listed = boxes.find(({ name }) => name === 'ipma')?.content
  if (listed === undefined || listed.length < 8) return []
  const [long, wide] = [listed[0] !== 0, ((listed[3] ?? 0) & 1) === 1]
  let at = 8
  for (let left = listed.readUInt32BE(4); left > 0 && at + 5 <= listed.length; left--) {
    const id = long ? listed.readUInt32BE(at) : listed.readUInt16BE(at)
    at += long ? 4 : 2
    const count = listed[at++] ?? 0
    const places = Array.from({ length: count }, (_, i) =>
      wide ? ((listed[at + 2 * i] ?? 0) & 0x7f) * 256 + (listed[at + 2 * i + 1] ?? 0) : (listed[at + i] ?? 0) & 0x7f,
    )
    if (id === item) return places.flatMap((place) => all[place - 1] ?? [])
    at += wide ? 2 * count : count
  }
  return []
}

/** Turned first (`irot`, quarters against the clock), then mirrored (`imir`); as EXIF tells it. */
function orientationOf(properties: readonly Box[]): number {
  const turned = (properties.find(({ name }) => name === 'irot')?.content[0] ?? 0) & 3
  const mirror = properties.find(({ name }) => name === 'imir')?.content[0]
  const way = mirror === undefined ? 0 : (mirror & 1) === 0 ? 1 : 2
  return ORIENTATIONS[turned]?.[way] ?? 1
}

/** By quarters; as it is, top and bottom changed, left and right changed. */
const ORIENTATIONS = [
  [1, 4, 2],
  [8, 5, 7],
  [3, 2, 4],
  [6, 7, 5],
] as const

/** EXIF of an item begins with the way to its TIFF header. */
function tiffOf(item: Buffer): Buffer | null {
  if (item.length < 8) return null
  const start = 4 + item.readUInt32BE(0)
  return start < item.length ? item.subarray(start) : null
}

const noSize = (): ImageError =>
  new ImageError({ message: 'The picture does not say its size.', expected: 'a box meta with ispe', found: 'none' })
