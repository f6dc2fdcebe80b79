import type { TextOptions } from '../../../model/shapes.ts'
import { pick } from './pick.ts'
import { letterStyle } from './styles.ts'
import { type TextMaker, textShape } from './text-shape.ts'

/** One of a set, by draw `n`; frequent ones stand more than once. Those that are too long or too short stay away when others fit. */
export function oneOf(set: readonly string[], n = 0): TextMaker {
  return textShape<TextOptions>(
    { ...letterStyle, join: '_' },
    ({ minLength = 0, maxLength = Number.POSITIVE_INFINITY }) => {
      const fitting = set.filter((text) => text.length <= maxLength && text.length >= minLength)
      const list = Object.freeze(fitting.length > 0 ? fitting : [...set])
      return (draws) => pick(draws, n, list)
    },
  )
}
