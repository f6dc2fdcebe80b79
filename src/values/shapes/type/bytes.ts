import { mix32 } from '../../../model/mix32.ts'
import type { ShapeMaker } from '../../shape-maker.ts'

/** Bytes that an index needs at most: 2^53. */
const INDEX_BYTES = 7

/** Random bytes; by index always `maxLength` of them, of which the first seven (or all) hold the index. */
export const bytes: ShapeMaker<'bytes'> = {
  compile({ minLength, maxLength }) {
    const lengths = Math.max(1, maxLength - minLength + 1)
    return (draws) => {
      const value = new Uint8Array(minLength + draws.below(0, lengths))
      for (let at = 0, n = 1; at < value.length; n++) {
        const four = draws.bits(n)
        for (let shift = 0; shift < 32 && at < value.length; shift += 8) value[at++] = four >>> shift
      }
      return value
    }
  },
  at({ maxLength }) {
    return (index) => {
      const value = new Uint8Array(maxLength)
      let rest = index
      for (let at = 0; at < maxLength && at < INDEX_BYTES; at++) {
        value[at] = rest % 256
        rest = Math.floor(rest / 256)
      }
      for (let at = INDEX_BYTES; at < maxLength; at++) value[at] = mix32(index ^ Math.imul(at, 0x9e3779b1))
      return value
    }
  },
}
