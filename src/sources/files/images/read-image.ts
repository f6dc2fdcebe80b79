import type { AssetImage } from '../../../model/assets/asset-image.ts'
import type { Problem } from '../problem.ts'
import { avifHeader } from './avif-header.ts'
import { exifData } from './exif-data.ts'
import { type ExifFacts, exifFacts } from './exif-facts.ts'
import { HeaderReader } from './header-reader.ts'
import { ImageError } from './image-error.ts'
import { jpegHeader } from './jpeg-header.ts'
import { kindOfImage } from './kind-of-image.ts'
import { otherHeader } from './other-header.ts'
import { pngHeader } from './png-header.ts'
import type { RawImage } from './raw-image.ts'
import { svgActivity } from './svg-activity.ts'
import { svgHeader } from './svg-header.ts'
import { webpHeader } from './webp-header.ts'

/** The code of a file that is called like a picture and is none: pools take it as any other file. */
const NO_PICTURE = 'image-unknown'

/** A picture claims to be larger: nobody could open it. */
const MOST_PIXELS = 1e9

/** What a picture says of itself, without what is said of it beside it. */
export type ImageFacts = Omit<AssetImage, 'alt' | 'caption' | 'title'> & Pick<ExifFacts, 'description'>

const HEADERS: Readonly<Record<string, (reader: HeaderReader) => RawImage>> = {
  'image/jpeg': jpegHeader,
  'image/png': pngHeader,
  'image/webp': webpHeader,
  'image/avif': avifHeader,
  'image/heic': avifHeader,
  'image/svg+xml': svgHeader,
}

/** A picture: the path of its file, or all of its bytes. */
export type ImageSource = string | Buffer

/** Reads the header of a picture, whatever its name says. `named`: the media type that goes with its name. @throws ImageError */
export function readImage(source: ImageSource, named: string): { facts: ImageFacts; notes: readonly Problem[] } {
  return HeaderReader.over(source, (reader) => {
    const type = kindOfImage(reader.head)
    if (type === null) return { facts: factsOf(named, NOTHING), notes: [noPicture(reader)] }
    const raw = (HEADERS[type] ?? otherHeader)(reader)
    const notes = [...otherName(type, named), ...(type === 'image/svg+xml' ? activity(reader) : [])]
    return { facts: factsOf(type, raw), notes }
  })
}

function factsOf(type: string, raw: RawImage): ImageFacts {
  const exif = raw.exif === null ? null : exifData(raw.exif)
  const { orientation: told, ...facts } = exifFacts(exif)
  const orientation = raw.orientation ?? told
  const { width, height } = raw
  if (width === 0 || height === 0 || (width ?? 1) * (height ?? 1) > MOST_PIXELS)
    throw new ImageError({
      message: 'The picture claims a size that no picture has.',
      expected: `1 to ${MOST_PIXELS} pixels`,
      found: `${width} × ${height}`,
    })
  // From 5 on it is shown on its side.
  const turned = orientation >= 5
  return { ...facts, type, orientation, exif, width: turned ? height : width, height: turned ? width : height }
}

const NOTHING: RawImage = { width: null, height: null, exif: null }

const noPicture = ({ head, size }: HeaderReader): Problem => ({
  line: null,
  code: NO_PICTURE,
  message:
    size === 0 ? 'The picture is empty.' : 'The file is no picture by its content: nothing is known of its size.',
  expected: 'JPEG, PNG, WebP, GIF, AVIF, SVG, HEIC, BMP, ICO or TIFF',
  found: size === 0 ? 'nothing' : `bytes that begin with ${head.toString('hex', 0, 4)}`,
  next: 'Put a picture there, or take it out of the pool with a pattern that begins with !.',
})

const otherName = (type: string, named: string): Problem[] =>
  type === named
    ? []
    : [
        {
          line: null,
          code: 'image-type',
          message: `The picture is ${type} by its content.`,
          expected: named,
          found: type,
          next: 'Give it the extension that fits.',
        },
      ]

function activity(reader: HeaderReader): Problem[] {
  const found = svgActivity(reader.parts())
  if (found === null) return []
  return [
    {
      line: null,
      code: 'svg-active',
      message: `The SVG picture holds what a browser may run (${found}).`,
      expected: 'a picture that only shows something',
      found,
      next: 'Save it without scripts, above all where it goes into a public bucket.',
    },
  ]
}
