import { type HeaderReader, truncated } from './header-reader.ts'
import { ImageError } from './image-error.ts'
import type { RawImage } from './raw-image.ts'

const APP1 = 0xe1
const START_OF_SCAN = 0xda
const END = 0xd9
/** Frames C0 to CF, but for the tables of Huffman (C4) and of arithmetic coding (CC) and JPG itself (C8). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** JPEG (ITU T.81, annex B): segment by segment up to the first scan. */
export function jpegHeader(reader: HeaderReader): RawImage {
  let exif: Buffer | null = null
  let at = 2
  for (;;) {
    const [fill = 0, marker = 0] = reader.read(at, 2)
    if (fill !== 0xff) throw noSize()
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === START_OF_SCAN || marker === END) throw noSize()
    const length = reader.read(at + 2, 2).readUInt16BE(0)
    if (at + 2 + length > reader.size) throw truncated(at + 2 + length, reader.size)
    if (marker === APP1 && exif === null) exif = exifOf(reader.read(at + 4, Math.max(0, length - 2)))
    if (isFrame(marker)) {
      const frame = reader.read(at + 4, 5)
      return { height: frame.readUInt16BE(1), width: frame.readUInt16BE(3), exif }
    }
    at += 2 + Math.max(2, length)
  }
}

const exifOf = (segment: Buffer): Buffer | null => (segment.toString('latin1', 0, 6) === 'Exif\0\0' ? segment : null)

const noSize = (): ImageError =>
  new ImageError({ message: 'The picture does not say its size.', expected: 'the frame of a JPEG', found: 'none' })
