import { threefry, type Words } from './threefry.ts'

const ROUNDS = 12

/**
 * A keyed bijection over [0, size), any size from 1 to 2^53: a generalised Feistel network over [0, a) x [0, b) with a·b just above the size,
 * and cycle walking: Black and Rogaway, Ciphers with Arbitrary Finite Domains (CT-RSA 2002), methods 2 and 3. The halves are walked, not their
 * product, so nothing leaves the 53 bits. About one step in 1 / sqrt(size) is walked twice.
 */
export class Permutation {
  readonly size: number
  /** Sides of the rectangle: number x stands at column x mod a, row floor(x / a). */
  private readonly a: number
  private readonly b: number
  private readonly lastRow: number
  private readonly lastColumn: number
  private readonly keys = new Int32Array(ROUNDS)

  constructor(size: number, key: Words) {
    if (!(size >= 1 && size <= 2 ** 53)) throw new RangeError(`a permutation needs a size from 1 to 2^53, not ${size}`)
    this.size = size
    this.a = Math.ceil(Math.sqrt(size))
    this.b = Math.ceil(size / this.a)
    this.lastRow = Math.floor((size - 1) / this.a)
    this.lastColumn = size - 1 - this.lastRow * this.a
    this.rekey(key)
  }

  /** Another permutation of the same size. */
  rekey(key: Words): void {
    const out: Words = { hi: 0, lo: 0 }
    for (let round = 0; round < ROUNDS; round += 2) {
      threefry(out, 13, key.hi, key.lo, round, 0x7065726d)
      this.keys[round] = out.hi
      this.keys[round + 1] = out.lo
    }
  }

  /** Where `index` goes. */
  at(index: number): number {
    this.check(index)
    const { a, b, keys } = this
    let row = Math.floor(index / a)
    let column = index - row * a
    do {
      for (let round = 0; round < ROUNDS; round += 2) {
        column = add(column, mix(row, keys[round] as number), a)
        row = add(row, mix(column, keys[round + 1] as number), b)
      }
    } while (row > this.lastRow || (row === this.lastRow && column > this.lastColumn))
    return row * a + column
  }

  /** Where `image` comes from. */
  inverse(image: number): number {
    this.check(image)
    const { a, b, keys } = this
    let row = Math.floor(image / a)
    let column = image - row * a
    do {
      for (let round = ROUNDS - 2; round >= 0; round -= 2) {
        row = subtract(row, mix(column, keys[round + 1] as number), b)
        column = subtract(column, mix(row, keys[round] as number), a)
      }
    } while (row > this.lastRow || (row === this.lastRow && column > this.lastColumn))
    return row * a + column
  }

  private check(index: number): void {
    if (!(index >= 0 && index < this.size)) throw new RangeError(`${index} is outside a permutation of ${this.size}`)
  }
}

/** The round function: the keyed half through Wellons' lowbias32, a 32-bit mixer found by search for the least bias (hash-prospector, 2018). */
function mix(half: number, key: number): number {
  let h = half ^ key
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return h ^ (h >>> 16)
}

const TWO_MINUS_32 = 2 ** -32

function add(half: number, hash: number, side: number): number {
  const sum = half + Math.floor((hash >>> 0) * TWO_MINUS_32 * side)
  return sum >= side ? sum - side : sum
}

function subtract(half: number, hash: number, side: number): number {
  const difference = half - Math.floor((hash >>> 0) * TWO_MINUS_32 * side)
  return difference < 0 ? difference + side : difference
}
