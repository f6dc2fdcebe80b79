/** Two 32-bit words as int32 numbers (`| 0`), so that V8 keeps them unboxed. */
export interface Words {
  hi: number
  lo: number
}

const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const
const PARITY = 0x1bd11bda

/**
 * Threefry-2x32 with any number of rounds: Salmon, Moraes, Dror, Shaw: Parallel Random Numbers: As Easy as 1, 2, 3 (SC'11).
 * Encrypts the counter (c0, c1) under the key (k0, k1) into `out`. A bijection of the counter for every key.
 */
export function threefry(out: Words, rounds: number, k0: number, k1: number, c0: number, c1: number): void {
  let a = k0
  let b = k1
  let c = PARITY ^ k0 ^ k1
  let x0 = (c0 + a) | 0
  let x1 = (c1 + b) | 0
  for (let round = 0; round < rounds; round++) {
    const rotation = ROTATIONS[round & 7] as number
    x0 = (x0 + x1) | 0
    x1 = ((x1 << rotation) | (x1 >>> (32 - rotation))) ^ x0
    if ((round & 3) === 3) {
      const spent = a
      a = b
      b = c
      c = spent
      x0 = (x0 + a) | 0
      x1 = (x1 + b + ((round + 1) >> 2)) | 0
    }
  }
  out.hi = x0
  out.lo = x1
}

/**
 * Threefry-2x32 with 13 rounds, the least that passed BigCrush with a margin, unrolled: every draw of every value comes through here.
 * Gives what `threefry(out, 13, …)` gives.
 */
export function threefry13(out: Words, k0: number, k1: number, c0: number, c1: number): void {
  const k2 = PARITY ^ k0 ^ k1
  let x0 = (c0 + k0) | 0
  let x1 = (c1 + k1) | 0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((((x1 << 6) | (x1 >>> 26)) ^ x0) + k2 + 1) | 0
  x0 = (x0 + k1 + x1) | 0
  x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((((x1 << 24) | (x1 >>> 8)) ^ x0) + k0 + 2) | 0
  x0 = (x0 + k2 + x1) | 0
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((((x1 << 6) | (x1 >>> 26)) ^ x0) + k1 + 3) | 0
  x0 = (x0 + k0 + x1) | 0
  x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0
  out.hi = x0
  out.lo = x1
}
