import type { ShapeMaker } from '../../shape-maker.ts'

/** Days since 1970-01-01, from `from` to `to`. */
export const date: ShapeMaker<'date'> = {
  compile({ from, to }) {
    const first = Math.ceil(from)
    const count = Math.max(1, Math.floor(to) - first + 1)
    return (draws) => first + draws.below(0, count)
  },
  at({ from }) {
    const first = Math.ceil(from)
    return (index) => first + index
  },
}
