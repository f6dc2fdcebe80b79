import type { ShapeOptions } from '../../../model/shapes.ts'
import type { Draws, ShapeMaker } from '../../shape-maker.ts'
import { decimal } from '../type/decimal.ts'
import { fixed } from '../type/fixed.ts'
import { unitsOf } from '../type/units-of.ts'
import { PRICE, shelf } from './parts.ts'

/** Endings below one hundred, in hundredths, as shops use them. */
const ENDINGS = [99, 99, 99, 95, 95, 90, 50, 49, 0, 0]

/** How much the shelf says about the price; the rest is chance. */
const BY_SHELF = 0.55

/** Position between the bounds, 0 to 1: dear things on dear shelves. */
function position(draws: Draws, skew: ShapeOptions['commerce.price']['skew']): number {
  const chance = draws.unit(PRICE)
  if (skew === 'even') return chance
  return BY_SHELF * shelf(draws).level + (1 - BY_SHELF) * chance
}

/** A price near `value` that looks like one: 4.99, 79.00, 249.00, 1290.00; in hundredths. */
function dressed(value: number, draws: Draws): number {
  const whole = Math.floor(value)
  if (whole >= 1000) return (Math.floor(whole / 50) * 50 + (draws.below(PRICE + 1, 3) === 0 ? 0 : 49)) * 100
  if (whole >= 100) return (whole - (whole % 10) + (draws.below(PRICE + 1, 2) === 0 ? 9 : 5)) * 100
  return whole * 100 + (ENDINGS[draws.below(PRICE + 1, ENDINGS.length)] as number)
}

/** Prices between the bounds with exactly `scale` digits; on a logarithmic scale, so that there are cheap things and dear ones. */
export const price: ShapeMaker<'commerce.price'> = {
  compile(options, context) {
    const { min, max, scale, skew } = options
    const low = unitsOf(min, scale, 'up')
    const high = unitsOf(max, scale, 'down')
    if (scale < 0 || high <= low || high > BigInt(Number.MAX_SAFE_INTEGER)) return decimal.compile(options, context)
    const least = Number(low)
    const most = Number(high)
    const write = fixed(scale)
    const unit = 10 ** scale
    // Logarithms begin at one cent, or at one thousandth of the largest price.
    const base = Math.max(min, max / 1000, 0.01)
    const span = Math.log(Math.max(max, base) / base)
    return (draws) => {
      const value = base * Math.exp(position(draws, skew) * span)
      const cents = dressed(value, draws)
      const units = scale >= 2 ? cents * 10 ** (scale - 2) : Math.round((cents / 100) * unit)
      return write(units >= least && units <= most ? units : Math.min(most, Math.max(least, Math.round(value * unit))))
    }
  },
}
