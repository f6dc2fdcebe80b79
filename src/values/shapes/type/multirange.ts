import type { Value } from '../../../model/value.ts'
import type { ShapeMaker } from '../../shape-maker.ts'
import { boundsOf, rangeValue, widthsOf } from './ranges.ts'
import { ShiftedDraws } from './shifted-draws.ts'
import { skewed } from './skewed.ts'

/** Ranges one after the other with a gap between them: Postgres would join those that touch. The first lower bound is drawn. */
export const multirange: ShapeMaker<'multirange'> = {
  compile({ lower, width, minItems, maxItems }, context) {
    const first = context.nested(lower)
    const bounds = boundsOf(lower)
    const { least, count } = widthsOf(width, bounds)
    const counts = Math.max(1, maxItems - minItems + 1)
    // Part 0 stays with the whole, 1 is the lower bound, then a width and a gap for each item.
    const parts = 2 + 2 * maxItems
    return (draws, row) => {
      const items = minItems + draws.below(0, counts)
      const shifted = new ShiftedDraws(draws, parts)
      const ranges: Value[] = []
      let from = first(shifted.point(draws, 1), row)
      for (let n = 0; n < items && from !== null; n++) {
        const units = least + Math.floor(skewed(shifted.point(draws, 2 + 2 * n), width.skew) * count)
        const to = bounds.plus(from, units)
        ranges.push(rangeValue(from, to))
        from = bounds.plus(to, least + shifted.point(draws, 3 + 2 * n).below(0, count))
      }
      return ranges
    }
  },
}
