import type { ShapeOptions } from '../../../model/shapes.ts'
import type { ShapeMaker } from '../../shape-maker.ts'

/** The last whole second of a day. */
const LAST = 86_399_000

function settle({ from = 0, to = LAST, step = 1000 }: ShapeOptions['time']): {
  first: number
  count: number
  step: number
} {
  const first = Math.ceil(from / step)
  return { first, count: Math.max(1, Math.floor(to / step) - first + 1), step }
}

/** Milliseconds since midnight, whole multiples of `step` (default: seconds). */
export const time: ShapeMaker<'time'> = {
  compile(options) {
    const { first, count, step } = settle(options)
    return (draws) => (first + draws.below(0, count)) * step
  },
  at(options) {
    const { first, step } = settle(options)
    return (index) => (first + index) * step
  },
}
