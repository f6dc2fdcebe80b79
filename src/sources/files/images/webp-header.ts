import { type HeaderReader, truncated } from './header-reader.ts'
import { ImageError } from './image-error.ts'
import type { RawImage } from './raw-image.ts'

const MOST_CHUNKS = 1000
const HAS_EXIF = 0x08

/** WebP (RFC 9649): the first chunk has the size, EXIF comes behind the picture. */
export function webpHeader(reader: HeaderReader): RawImage {
  const start = reader.read(0, 30)
  const whole = start.readUInt32LE(4) + 8
  if (whole > reader.size) throw truncated(whole, reader.size)
  switch (start.toString('latin1', 12, 16)) {
    case 'VP8X':
      return {
        width: start.readUIntLE(24, 3) + 1,
        height: start.readUIntLE(27, 3) + 1,
        exif: ((start[20] ?? 0) & HAS_EXIF) === 0 ? null : exifOf(reader, whole),
      }
    case 'VP8L': {
      const bits = start.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, exif: null }
    }
    case 'VP8 ':
      if (start.readUIntBE(23, 3) === 0x9d012a)
        return { width: start.readUInt16LE(26) & 0x3fff, height: start.readUInt16LE(28) & 0x3fff, exif: null }
  }
  throw new ImageError({
    message: 'The picture does not say its size.',
    expected: 'VP8, VP8L or VP8X',
    found: 'neither',
  })
}

function exifOf(reader: HeaderReader, whole: number): Buffer | null {
  let at = 12
  for (let chunk = 0; chunk < MOST_CHUNKS && at + 8 <= whole; chunk++) {
    const header = reader.read(at, 8)
    const length = header.readUInt32LE(4)
    if (header.toString('latin1', 0, 4) === 'EXIF') return reader.read(at + 8, length)
    at += 8 + length + (length % 2)
  }
  return null
}
