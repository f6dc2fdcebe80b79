import type { ShapeMaker } from '../../shape-maker.ts'

/** Texts of 0 and 1. */
export const bits: ShapeMaker<'bits'> = {
  compile({ minLength, maxLength }) {
    const lengths = Math.max(1, maxLength - minLength + 1)
    return (draws) => {
      const length = minLength + draws.below(0, lengths)
      let text = ''
      for (let n = 1; text.length < length; n++) text += draws.bits(n).toString(2).padStart(32, '0')
      return text.slice(0, length)
    }
  },
  at({ maxLength }) {
    return (index) => index.toString(2).padStart(maxLength, '0').slice(-maxLength)
  },
}
