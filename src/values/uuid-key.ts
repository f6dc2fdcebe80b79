import { AddressDraws } from './entropy.ts'
import type { Frame } from './frame.ts'
import type { Maker, Site } from './maker.ts'

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'))

/**
 * Keys in the layout of uuid version 7 (RFC 9562), derived from the place of the row: 48 bits of time (that of the root ancestor), 12 bits
 * of the owner's place among its siblings, 20 bits of the row's own place, 42 bits hashed from the identity. So they ascend with the rows of a block and
 * do not depend on how many children others have.
 */
export function compileUuidKey({ table, column }: Site): Maker {
  const draws = new AddressDraws(table.compilation.seed, table.plan.id, column, 'uuid')
  return {
    make: (frame) => {
      const hash = draws.at(frame).words(0)
      return uuidText(timeHigh(frame), timeLow(frame), place(frame.j, hash.hi), hash.lo)
    },
    write: (frame, buffer) => {
      const hash = draws.at(frame).words(0)
      buffer.uuid(timeHigh(frame), timeLow(frame), place(frame.j, hash.hi), hash.lo)
    },
  }
}

const timeHigh = (frame: Frame): number => Math.floor(frame.time / 65536)

/** 16 bits of time, version 7, 12 bits of the owner's place. */
const timeLow = (frame: Frame): number => {
  const low = frame.time - Math.floor(frame.time / 65536) * 65536
  return (low << 16) | 0x7000 | ((frame.owner === null ? 0 : frame.owner.j) & 0xfff)
}

/** Variant 2 and the 20 bits of the place, upper part first, then ten bits of the hash. */
const place = (j: number, hash: number): number =>
  ((0x8000 | ((j >>> 6) & 0x3fff)) << 16) | ((j & 63) << 10) | (hash >>> 22)

function uuidText(a: number, b: number, c: number, d: number): string {
  return `${hex4(a >>> 16)}${hex4(a)}-${hex4(b >>> 16)}-${hex4(b)}-${hex4(c >>> 16)}-${hex4(c)}${hex4(d >>> 16)}${hex4(d)}`
}

const hex4 = (number: number): string => `${HEX[(number >>> 8) & 255]}${HEX[number & 255]}`
