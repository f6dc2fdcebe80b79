import { type HeaderReader, truncated } from './header-reader.ts'
import { ImageError } from './image-error.ts'
import type { RawImage } from './raw-image.ts'

/** Chunks that are looked at for EXIF: it may stand behind the picture, which has many in large files. */
const MOST_CHUNKS = 1000

/** PNG (RFC 2083): the first chunk has the size; chunk by chunk to EXIF and the end. */
export function pngHeader(reader: HeaderReader): RawImage {
  const first = reader.read(8, 16)
  if (first.toString('latin1', 4, 8) !== 'IHDR')
    throw new ImageError({ message: 'The picture does not say its size.', expected: 'IHDR', found: 'another chunk' })
  return { width: first.readUInt32BE(8), height: first.readUInt32BE(12), exif: exifOf(reader) }
}

function exifOf(reader: HeaderReader): Buffer | null {
  let exif: Buffer | null = null
  let at = 8
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const header = reader.read(at, 8)
    const [length, name] = [header.readUInt32BE(0), header.toString('latin1', 4, 8)]
    if (at + 12 + length > reader.size) throw truncated(at + 12 + length, reader.size)
    if (name === 'eXIf') exif ??= reader.read(at + 8, length)
    if (name === 'IEND') return exif
    at += 12 + length
  }
  return exif
}
