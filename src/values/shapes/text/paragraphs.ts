import type { ShapeOptions } from '../../../model/shapes.ts'
import { sentences } from './sentence.ts'
import { proseStyle } from './styles.ts'
import { textShape } from './text-shape.ts'

/** Draw 0 counts the paragraphs, the next ones the sentences of each; from here on sentences draw. */
const SENTENCES = 64

/** `min` to `max` paragraphs (default 1 to 3) of two to five sentences, an empty line between them. */
export const paragraphs = textShape<ShapeOptions['text.paragraphs']>(
  proseStyle,
  ({ min = 1, max = Math.max(min, 3), maxLength }) => {
    // About 200 characters a paragraph: no more of them than fit.
    const fitting = maxLength === undefined ? max : Math.max(1, Math.min(max, Math.floor(maxLength / 200)))
    const least = Math.min(min, fitting)
    return (draws) => {
      const count = least + draws.below(0, fitting - least + 1)
      let text = ''
      let at = 0
      for (let number = 0; number < count; number++) {
        const length = 2 + draws.below(1 + (number % 60), 4)
        text += (number === 0 ? '' : '\n\n') + sentences(draws, SENTENCES, at, length)
        at += length
      }
      return text
    }
  },
)
