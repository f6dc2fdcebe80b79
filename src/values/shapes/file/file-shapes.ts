import type { ShapeName } from '../../../model/shapes.ts'
import type { Draws, ShapeMaker, ShapeMakers } from '../../shape-maker.ts'
import { type FileKind, fileKinds } from '../../words/files.ts'
import { pick } from '../text/pick.ts'
import { slugify } from '../text/slugify.ts'
import type { TextStyle } from '../text/style.ts'
import { letterStyle, slugStyle } from '../text/styles.ts'
import { plainText, type TextMaker, textShape } from '../text/text-shape.ts'

/** The draws of the entity `file`: name, path, ending, media type and size are those of one file. */
const KIND = 0
const NAME = 1
const NUMBER = 2
const DAY = 3
const SIZE = 5

const kind = (draws: Draws): FileKind => pick(draws, KIND, fileKinds)

/** The name without its ending: plain, with a version or with a year. */
function stem(draws: Draws): string {
  const name = slugify(pick(draws, NAME, kind(draws).names))
  switch (draws.below(NUMBER, 5)) {
    case 0:
      return `${name}-v${1 + draws.below(NUMBER + 8, 9)}`
    case 1:
      return `${name}-${2021 + draws.below(NUMBER + 8, 5)}`
    case 2:
      return name
    default:
      return `${name}-${1 + draws.below(NUMBER + 8, 240)}`
  }
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number))

/** `documents/2024/03/`. */
function folder(draws: Draws): string {
  return `${kind(draws).folder}/${2021 + draws.below(DAY, 5)}/${two(1 + draws.below(DAY + 1, 12))}/`
}

const ending = (draws: Draws): string => `.${kind(draws).extension}`

const nameStyle: TextStyle = { ...slugStyle, tail: ending, spareTail: '', edge: '-.' }
const pathStyle: TextStyle = { ...nameStyle, lead: folder, spareLead: '' }

/** Bytes between the bounds: pictures are larger than notes. */
const size: ShapeMaker<'file.size'> = {
  compile({ min, max }) {
    const first = Math.ceil(min)
    const last = Math.floor(max)
    if (last <= first) return () => first
    // A logarithmic scale from 1 kB, or from the lower bound.
    const base = Math.max(first, Math.min(1024, last), 1)
    const span = Math.log(last / base)
    return (draws) => {
      const position = 0.7 * kind(draws).level + 0.3 * draws.unit(SIZE)
      const bytes = Math.floor(base * Math.exp(position * span))
      return Math.min(last, Math.max(first, bytes + draws.below(SIZE + 1, Math.max(1, Math.floor(bytes / 8)))))
    }
  },
}

/** The media types of office documents are very long; half a type would be none. */
const mime: TextMaker = textShape(letterStyle, ({ maxLength = 99 }) => (draws) => {
  const type = kind(draws).mime
  return type.length <= maxLength ? type : 'application/octet-stream'
})

export const fileShapes: Pick<ShapeMakers, Extract<ShapeName, `file.${string}`>> = {
  'file.name': plainText(nameStyle, stem),
  'file.path': plainText(pathStyle, stem),
  'file.extension': plainText(letterStyle, (draws) => kind(draws).extension),
  'file.mime': mime,
  'file.size': size,
}
