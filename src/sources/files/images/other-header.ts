import { createRequire } from 'node:module'
import type { HeaderReader } from './header-reader.ts'
import type { RawImage } from './raw-image.ts'

const require = createRequire(import.meta.url)

const NO_SIZE: RawImage = { width: null, height: null, exif: null }

/** GIF, BMP, ICO and TIFF: the size that their first bytes tell, as far as they do. */
export function otherHeader(reader: HeaderReader): RawImage {
  const { imageSize } = require('image-size') as typeof import('image-size')
  // None says its size before.
  reader.read(0, 10)
  try {
    const { width, height } = imageSize(reader.head)
    return { width, height, exif: null }
  } catch {
    return NO_SIZE
  }
}
