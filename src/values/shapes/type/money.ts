import type { ShapeMaker } from '../../shape-maker.ts'
import { decimal } from './decimal.ts'

/** Amounts for the type money: two digits, no currency sign, no separators. */
export const money: ShapeMaker<'money'> = {
  compile({ min, max, skew }, context) {
    return decimal.compile({ min, max, skew, scale: 2 }, context)
  },
}
