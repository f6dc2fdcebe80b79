import type { ShapeOptions } from '../../../model/shapes.ts'
import type { ShapeMaker } from '../../shape-maker.ts'
import { fixed, fixedBig } from './fixed.ts'
import { drawStep, type Steps, stepAt, stepsOf } from './steps.ts'
import { unitsOf } from './units-of.ts'

/** Steps in units of the last digit; a negative scale counts in ones, so many zeros apart. */
function settle({ min, max, scale, step }: ShapeOptions['decimal']): Steps {
  const coarse = scale < 0 ? 10n ** BigInt(-scale) : 1n
  const wanted = step === undefined ? 1n : unitsOf(step, scale, 'up')
  const size = wanted < coarse ? coarse : ((wanted + coarse - 1n) / coarse) * coarse
  const low = unitsOf(min, scale, 'up')
  const rest = ((low % coarse) + coarse) % coarse
  const first = rest === 0n ? low : low + coarse - rest
  const high = unitsOf(max, scale, 'down')
  return stepsOf(first > high ? low : first, high, size)
}

/** Decimals as text with exactly `scale` digits after the point. */
export const decimal: ShapeMaker<'decimal'> = {
  compile(options) {
    return drawStep(settle(options), options.skew, fixed(options.scale), fixedBig(options.scale))
  },
  at(options) {
    return stepAt(settle(options), fixed(options.scale), fixedBig(options.scale))
  },
}
