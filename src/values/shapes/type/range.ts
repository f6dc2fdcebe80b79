import { mix32 } from '../../../model/mix32.ts'
import type { ShapeMaker } from '../../shape-maker.ts'
import { boundsOf, rangeValue, widthsOf } from './ranges.ts'
import { ShiftedDraws } from './shifted-draws.ts'
import { skewed } from './skewed.ts'

/**
 * `[lower, lower + width)`, never empty. By index: the index-th lower bound; ranges do not overlap when the lower bounds lie further apart than
 * the widest width.
 */
export const range: ShapeMaker<'range'> = {
  compile({ lower, width }, context) {
    const first = context.nested(lower)
    const bounds = boundsOf(lower)
    const { least, count } = widthsOf(width, bounds)
    return (draws, row) => {
      const shifted = new ShiftedDraws(draws, 4)
      const from = first(shifted.point(draws, 3), row)
      if (from === null) return null
      return rangeValue(from, bounds.plus(from, least + Math.floor(skewed(draws, width.skew) * count)))
    }
  },
  at({ lower, width }, context) {
    const first = context.nestedAt(lower)
    const bounds = boundsOf(lower)
    const { least, count } = widthsOf(width, bounds)
    return (index) => {
      const from = first?.(index) ?? null
      if (from === null) return null
      return rangeValue(from, bounds.plus(from, least + (mix32(index ^ 0x7a9e) % count)))
    }
  },
}
