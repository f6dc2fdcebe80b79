import type { AddressDraws } from './entropy.ts'

/** Sum of eight 16-bit numbers: its mean and standard deviation. */
const MEAN = (8 * 65535) / 2
const DEVIATION = Math.sqrt((8 * (65536 ** 2 - 1)) / 12)

/**
 * A log-normal weight, exp(sigma · normal), from draws `n` and `n + 1`. The normal is the sum of eight uniform numbers (Irwin and Hall), the
 * exponential our own: only additions and multiplications, so the weight is the same to the last bit on every machine.
 */
export function naturalWeight(draws: AddressDraws, n: number, sigma: number): number {
  return exponential(sigma * normal(draws, n))
}

function normal(draws: AddressDraws, n: number): number {
  let sum = 0
  for (let i = 0; i < 2; i++) {
    const words = draws.words(n + i)
    sum += (words.hi >>> 16) + (words.hi & 0xffff) + (words.lo >>> 16) + (words.lo & 0xffff)
  }
  return (sum - MEAN) / DEVIATION
}

/** e^x by its series on [0, 1/2), then squared up. Good to about 1e-14 for |x| < 30. */
function exponential(x: number): number {
  if (x < 0) return 1 / exponential(-x)
  let halvings = 0
  let r = x
  while (r >= 0.5) {
    r /= 2
    halvings++
  }
  let sum = 1
  for (let k = 14; k > 0; k--) sum = 1 + (r * sum) / k
  for (; halvings > 0; halvings--) sum *= sum
  return sum
}
