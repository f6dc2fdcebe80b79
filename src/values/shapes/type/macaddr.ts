import type { ShapeMaker } from '../../shape-maker.ts'
import { BYTE } from './hex.ts'

/** A locally administered address (first byte 02), so it belongs to no manufacturer; the rest are two numbers of 24 and 16 or 32 bits. */
function address(bytes: 6 | 8, high: number, low: number): string {
  const text = `02:${BYTE[(high >>> 16) & 255]}:${BYTE[(high >>> 8) & 255]}:${BYTE[high & 255]}`
  const tail = `${BYTE[(low >>> 8) & 255]}:${BYTE[low & 255]}`
  return bytes === 6 ? `${text}:${tail}` : `${text}:${BYTE[low >>> 24]}:${BYTE[(low >>> 16) & 255]}:${tail}`
}

/** MAC addresses as text. By index: 2^40 of six bytes, 2^53 of eight. */
export const macaddr: ShapeMaker<'macaddr'> = {
  compile({ bytes }) {
    return (draws) => address(bytes, draws.bits(0), draws.bits(1))
  },
  at({ bytes }) {
    const split = bytes === 6 ? 65_536 : 4_294_967_296
    return (index) => address(bytes, Math.floor(index / split), index % split)
  },
}
