import type { TextOptions } from '../../../model/shapes.ts'
import type { Draws, ShapeMaker } from '../../shape-maker.ts'
import { letterStyle } from './styles.ts'
import { textShape } from './text-shape.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** 26^9: the largest power that one draw of 53 bits fills evenly enough. */
const NINE = 26 ** 9

/** Letters are drawn nine at a time. */
function random(draws: Draws, length: number): string {
  let text = ''
  for (let n = 1; text.length < length; n++) {
    let rest = draws.below(n, NINE)
    for (let at = 0; at < 9 && text.length < length; at++) {
      text += LETTERS[rest % 26]
      rest = Math.floor(rest / 26)
    }
  }
  return text
}

/** Without a limit: eight letters. */
const USUAL = 8

const limits = ({
  minLength = 1,
  maxLength = Math.max(USUAL, minLength),
}: TextOptions): { least: number; most: number } => {
  const most = Math.max(1, maxLength)
  return {
    least: Math.max(1, Math.min(most, Math.max(minLength, Math.min(most, 3)))),
    most: Math.min(most, Math.max(USUAL, minLength)),
  }
}

/** Random small letters for very short columns; by index always `maxLength` of them (8 without a limit), in base 26. */
export const letters: ShapeMaker<'text.letters'> = {
  ...textShape<TextOptions>(letterStyle, (options) => {
    const { least, most } = limits(options)
    return (draws) => random(draws, least + draws.below(0, most - least + 1))
  }),
  at({ maxLength = USUAL, case: letterCase }) {
    const alphabet = letterCase === 'upper' ? LETTERS.toUpperCase() : LETTERS
    return (index) => {
      let text = ''
      let rest = index
      for (let at = 0; at < maxLength; at++) {
        text = alphabet.charAt(rest % 26) + text
        rest = Math.floor(rest / 26)
      }
      return text
    }
  },
}
