import type { NumberOptions } from '../../../model/shapes.ts'
import type { Draws } from '../../shape-maker.ts'
import { skewed } from './skewed.ts'

const SAFE = BigInt(Number.MAX_SAFE_INTEGER)

/** Evenly spaced whole numbers: `lowest + i * step` for i from 0 to `count - 1`, as numbers where all are safe, else as bigints. */
export interface Steps {
  readonly lowest: bigint
  readonly step: bigint
  readonly count: bigint
  /** True: every value fits into a number without loss. */
  readonly safe: boolean
}

/** The steps from `lowest` to at most `highest`; a single one where `highest` is smaller. */
export function stepsOf(lowest: bigint, highest: bigint, step: bigint): Steps {
  const count = highest < lowest ? 1n : (highest - lowest) / step + 1n
  const top = lowest + (count - 1n) * step
  return { lowest, step, count, safe: -SAFE <= lowest && top <= SAFE && count <= SAFE }
}

/** Draws one of the steps; `number` is called where all are safe, `big` otherwise. Uses draws 0 to 3. */
export function drawStep<Result>(
  steps: Steps,
  skew: NumberOptions['skew'],
  number: (value: number) => Result,
  big: (value: bigint) => Result,
): (draws: Draws) => Result {
  if (steps.safe) {
    const lowest = Number(steps.lowest)
    const step = Number(steps.step)
    const count = Number(steps.count)
    if (skew === undefined || skew === 'even') return (draws) => number(lowest + draws.below(0, count) * step)
    return (draws) => number(lowest + Math.floor(skewed(draws, skew) * count) * step)
  }
  const wide = Number(steps.count)
  return (draws) => {
    const even = skew === undefined || skew === 'even'
    const index = even ? drawBig(draws, steps.count) : BigInt(Math.floor(skewed(draws, skew) * wide))
    return big(steps.lowest + (index < steps.count ? index : steps.count - 1n) * steps.step)
  }
}

/** A bigint in [0, bound) from as many 32-bit draws as it takes and one more, so that the bias stays below 2^-32. Draws 3 and on. */
function drawBig(draws: Draws, bound: bigint): bigint {
  let bits = 0n
  let size = 1n
  for (let n = 3; size < bound << 32n; n++) {
    bits = (bits << 32n) | BigInt(draws.bits(n))
    size <<= 32n
  }
  return (bits * bound) / size
}

/** The index-th step. */
export function stepAt<Result>(
  steps: Steps,
  number: (value: number) => Result,
  big: (value: bigint) => Result,
): (index: number) => Result {
  if (!steps.safe) return (index) => big(steps.lowest + BigInt(index) * steps.step)
  const lowest = Number(steps.lowest)
  const step = Number(steps.step)
  return (index) => number(lowest + index * step)
}
