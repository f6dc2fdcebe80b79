import { mix32 } from '../../../model/mix32.ts'

/** Bits for each text, and places that each one takes: about one in 1500 seems to be there already. */
const BITS = 13
const PLACES = 4
/** So many that seem to be there are looked at again. */
const MOST = 100_000

/**
 * Which of many texts may be there twice, in two bytes each instead of the texts (B. H. Bloom, Space/Time Trade-offs in Hash Coding, 1970). What it says is
 * there may be another text; what it says is new is new.
 */
export class SeenBefore {
  readonly #bits: Uint32Array
  readonly #mask: number
  readonly #suspects = new Set<number>()

  constructor(count: number) {
    const size = 2 ** Math.min(31, Math.max(10, Math.ceil(Math.log2(count * BITS))))
    this.#bits = new Uint32Array(size / 32)
    this.#mask = size - 1
  }

  /** Adds a text. */
  add(text: string): void {
    const { hi, lo } = hash(text)
    let there = true
    for (let i = 0; i < PLACES; i++) {
      const place = ((hi + Math.imul(i, lo | 1)) & this.#mask) >>> 0
      const bit = 1 << (place & 31)
      if (((this.#bits[place >>> 5] as number) & bit) === 0) {
        there = false
        this.#bits[place >>> 5] = (this.#bits[place >>> 5] as number) | bit
      }
    }
    if (there && this.#suspects.size < MOST) this.#suspects.add(wide(hi, lo))
  }

  /** Are there texts that have to be looked at again? */
  get suspicious(): boolean {
    return this.#suspects.size > 0
  }

  isSuspect(text: string): boolean {
    const { hi, lo } = hash(text)
    return this.#suspects.has(wide(hi, lo))
  }
}

/** 53 bits of the 64. */
const wide = (hi: number, lo: number): number => (hi >>> 11) * 2 ** 32 + (lo >>> 0)

/** Two hashes of 32 bits: FNV-1a's way through the letters, with the finalizer of MurmurHash3. */
function hash(text: string): { hi: number; lo: number } {
  let [hi, lo] = [0x811c9dc5, 0x9747b28c]
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i)
    hi = Math.imul(hi ^ letter, 0x01000193)
    lo = Math.imul(lo ^ letter, 0x5bd1e995)
    lo ^= lo >>> 15
  }
  return { hi: mix32(hi), lo: mix32(lo) }
}
