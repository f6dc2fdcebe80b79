import { hashKey } from '../draws/entropy.ts'
import { threefry13, type Words } from '../draws/threefry.ts'

const TWO_MINUS_32 = 2 ** -32

/** Numbers in (0, 1) that hang on the seed, a purpose and names alone. */
export class Address {
  readonly #key: Words
  readonly #out: Words = { hi: 0, lo: 0 }

  constructor(seed: string, purpose: string) {
    this.#key = hashKey(seed, 'allot', purpose)
  }

  /** Of two words. */
  unit(hi: number, lo: number): number {
    return (this.bits(hi, lo) + 0.5) * TWO_MINUS_32
  }

  /** Likewise, 0 … 2^32 - 1. */
  bits(hi: number, lo: number): number {
    threefry13(this.#out, this.#key.hi, this.#key.lo, hi, lo)
    return this.#out.hi >>> 0
  }
}

/** 32 bits of a name (FNV-1a, of its 16-bit units); `Address` mixes them. Names that share them share their draws, and nothing else. */
export function fold(name: string, offset = 0x811c9dc5): number {
  let hash = offset
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return hash | 0
}
