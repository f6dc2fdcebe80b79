import type { Draws } from '../shape-maker.ts'
import { threefry, threefry13, type Words } from './threefry.ts'

/** Hashes a list of texts into a 64-bit key. The lengths go in, so `('ab', 'c')` and `('a', 'bc')` differ. */
export function hashKey(...parts: readonly string[]): Words {
  const state: Words = { hi: 0, lo: 0 }
  for (const part of parts) {
    absorb(state, part.length, 0x74657874)
    for (let at = 0; at < part.length; at += 4) absorb(state, unitPair(part, at), unitPair(part, at + 2))
  }
  absorb(state, parts.length, 0x656e6421)
  return state
}

/** One step of Matyas, Meyer and Oseas over Threefry: the state is the key, the block is encrypted and folded in. */
function absorb(state: Words, block0: number, block1: number): void {
  threefry(state, 20, state.hi, state.lo, block0, block1)
  state.hi ^= block0
  state.lo ^= block1
}

const unitPair = (text: string, at: number): number =>
  ((at < text.length ? text.charCodeAt(at) : 0) << 16) | (at + 1 < text.length ? text.charCodeAt(at + 1) : 0)

const TWO_26 = 67108864
const TWO_MINUS_53 = 2 ** -53

/**
 * The draws of one address: key = (seed, table, column or entity, purpose), counter = identity, and a key of its own for every draw number, made
 * once. Point it at an identity, then draw; nothing is allocated on the way.
 */
export class AddressDraws implements Draws {
  private readonly key: Words
  private readonly out: Words = { hi: 0, lo: 0 }
  /** Keys of the draws 0, 1, … as pairs. */
  private keys: Int32Array = new Int32Array(0)
  private hi = 0
  private lo = 0

  constructor(...address: readonly string[]) {
    this.key = hashKey(...address)
  }

  /** Sets the identity that the next draws belong to. */
  at(identity: Words): this {
    this.hi = identity.hi
    this.lo = identity.lo
    return this
  }

  unit(n: number): number {
    this.draw(n)
    const out = this.out
    return ((out.hi >>> 5) * TWO_26 + (out.lo >>> 6)) * TWO_MINUS_53
  }

  below(n: number, bound: number): number {
    return Math.floor(this.unit(n) * bound)
  }

  bits(n: number): number {
    this.draw(n)
    return this.out.hi >>> 0
  }

  /** Both words of draw `n`, valid until the next draw. */
  words(n: number): Words {
    this.draw(n)
    return this.out
  }

  private draw(n: number): void {
    if (2 * n >= this.keys.length) this.addKeys(n)
    threefry13(this.out, this.keys[2 * n] as number, this.keys[2 * n + 1] as number, this.hi, this.lo)
  }

  private addKeys(n: number): void {
    const count = Math.max(8, 2 ** Math.ceil(Math.log2(n + 1)))
    const keys = new Int32Array(2 * count)
    for (let i = 0; i < count; i++) {
      threefry(this.out, 20, this.key.hi, this.key.lo, i, 0x64726177)
      keys[2 * i] = this.out.hi
      keys[2 * i + 1] = this.out.lo
    }
    this.keys = keys
  }
}
