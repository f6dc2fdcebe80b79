import type { ShapeMaker } from '../../shape-maker.ts'
import { skewed } from './skewed.ts'

/** Floating point numbers from `min` to `max`, with about six significant digits, as measured values have. */
export const number: ShapeMaker<'number'> = {
  compile({ min, max, skew }) {
    const span = max - min
    const digits = span > 0 ? Math.min(12, Math.max(0, 5 - Math.floor(Math.log10(span)))) : 12
    const unit = 10 ** digits
    return (draws) => {
      const raw = min + skewed(draws, skew) * span
      const value = Math.round(raw * unit) / unit
      if (value >= min && value <= max) return value
      return Math.min(max, Math.max(min, raw))
    }
  },
}
