import type { ShapeOptions } from '../../../model/shapes.ts'
import type { ShapeMaker } from '../../shape-maker.ts'
import { drawStep, type Steps, stepAt, stepsOf } from './steps.ts'

/** The largest bigint of Postgres; as a number it rounds up to 2^63. */
const INT8_MAX = 2n ** 63n - 1n

const same = (value: number): number => value
const reduced = (value: bigint): number | bigint =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value

function settle({ min, max, step = 1 }: ShapeOptions['integer']): Steps {
  const lowest = BigInt(Math.ceil(min))
  const highest = max === 2 ** 63 ? INT8_MAX : BigInt(Math.floor(max))
  return stepsOf(lowest, highest, BigInt(Math.max(1, Math.round(step))))
}

/** Whole numbers from `min` to `max`, `step` apart: numbers, or bigints beyond 2^53. */
export const integer: ShapeMaker<'integer'> = {
  compile(options) {
    return drawStep<number | bigint>(settle(options), options.skew, same, reduced)
  },
  at(options) {
    return stepAt<number | bigint>(settle(options), same, reduced)
  },
}
