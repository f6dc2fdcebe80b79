import type { Value } from '../../../model/value.ts'
import type { ShapeMaker } from '../../shape-maker.ts'
import { ShiftedDraws } from './shifted-draws.ts'

/** One value for each attribute. */
export const composite: ShapeMaker<'composite'> = {
  compile({ fields }, context) {
    const makers = fields.map((field) => context.nested(field))
    const parts = makers.length + 1
    return (draws, row) => {
      const shifted = new ShiftedDraws(draws, parts)
      const part = row.suffix === null ? row : { row: row.row, j: row.j, suffix: null }
      const values = new Array<Value>(makers.length)
      for (let n = 0; n < makers.length; n++) values[n] = makers[n]?.(shifted.point(draws, n + 1), part) ?? null
      return values
    }
  },
  /** The field with the most values tells them apart, the others stay at their first one. */
  at({ fields, carrier = 0 }, context) {
    const makers = fields.map((field) => context.nestedAt(field))
    return (index) => makers.map((at, place) => at?.(place === carrier ? index : 0) ?? null)
  },
}
