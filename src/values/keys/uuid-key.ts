import { AddressDraws } from '../draws/entropy.ts'
import type { Maker, Site } from '../maker.ts'
import type { Frame } from '../rows/frame.ts'
import { givenKeyWords } from './fixture-key.ts'
import { uuidText } from './uuid-text.ts'

/**
 * Keys in the layout of uuid version 7 (RFC 9562), derived from the place of the row: 48 bits of time (that of the root ancestor), 12 bits
 * of the owner's place among its siblings, 20 bits of the row's own place, 42 bits hashed from the identity. So they ascend with the rows of a block and
 * do not depend on how many children others have. A row that is given has the key of its handle (`fixtureKey`), wherever it stands.
 */
export function compileUuidKey({ table, column }: Site): Maker {
  const draws = new AddressDraws(table.compilation.seed, table.plan.id, column, 'uuid')
  return {
    make: (frame) => {
      if (frame.given) return uuidText(...givenKeyWords(draws.at(frame)))
      const hash = draws.at(frame).words(0)
      return uuidText(timeHigh(frame), timeLow(frame), place(frame.j, hash.hi), hash.lo)
    },
    write: (frame, buffer) => {
      if (frame.given) return buffer.uuid(...givenKeyWords(draws.at(frame)))
      const hash = draws.at(frame).words(0)
      buffer.uuid(timeHigh(frame), timeLow(frame), place(frame.j, hash.hi), hash.lo)
    },
  }
}

const timeHigh = (frame: Frame): number => Math.floor(frame.time / 65536)

/** 16 bits of time, version 7, 12 bits of the owner's place. */
const timeLow = (frame: Frame): number => {
  const low = frame.time - Math.floor(frame.time / 65536) * 65536
  return (low << 16) | 0x7000 | (ownersPlace(frame.owner) & 0xfff)
}

/** Variant 2 and the 20 bits of the place, upper part first, then ten bits of the hash. */
const place = (j: number, hash: number): number =>
  ((0x8000 | ((j >>> 6) & 0x3fff)) << 16) | ((j & 63) << 10) | (hash >>> 22)

/** What is under a given row does not hang on where that stands. */
const ownersPlace = (owner: Frame | null): number => (owner === null ? 0 : owner.given ? owner.lo : owner.j)
