import type { ShapeMaker } from '../../shape-maker.ts'

/** true for the given share of rows (default one half). Index 0 is false, 1 is true. */
export const boolean: ShapeMaker<'boolean'> = {
  compile({ share = 0.5 }) {
    return (draws) => draws.unit(0) < share
  },
  at() {
    return (index) => index === 1
  },
}
