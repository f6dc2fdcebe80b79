import { mix32 } from '../../../model/mix32.ts'
import type { ShapeMaker } from '../../shape-maker.ts'
import { BYTE, hex16, hex32 } from './hex.ts'

/** A version 4 UUID (RFC 9562) from four uint32. */
export function uuidOf(a: number, b: number, c: number, d: number): string {
  const version = 0x4000 | (b & 0x0fff)
  const variant = BYTE[0x80 | ((c >>> 24) & 0x3f)] as string
  return `${hex32(a)}-${hex16(b >>> 16)}-${hex16(version)}-${variant}${BYTE[(c >>> 16) & 255]}-${hex16(c)}${hex32(d)}`
}

/**
 * Random UUIDs, version 4. The layout `key` is compiled by the room itself, from row and parent; here it is random as well.
 * By index: the index is recoverable (a bijection of its low half, then its high half), so up to 2^53 of them are distinct.
 */
export const uuid: ShapeMaker<'uuid'> = {
  compile() {
    return (draws) => uuidOf(draws.bits(0), draws.bits(1), draws.bits(2), draws.bits(3))
  },
  at() {
    return (index) => {
      const low = index >>> 0
      const high = Math.floor(index / 4294967296)
      const a = mix32(low ^ 0x5eed)
      const d = mix32(a ^ high)
      return uuidOf(a, mix32(d ^ 0x9e3779b9), mix32(d ^ 0x7f4a7c15), d)
    }
  },
}
