import type { Recipe } from '../../../model/recipe.ts'
import { SeedError } from '../../../model/seed-error.ts'
import type { NumberOptions } from '../../../model/shapes.ts'
import type { Value } from '../../../model/value.ts'
import { fixedBig } from './fixed.ts'
import { unitsOf } from './units-of.ts'

/** How the bounds of a kind of range are computed. */
export interface Bounds {
  /** Widths come in multiples of this: 1 for integers and dates, the step of timestamps, the last digit of decimals. */
  readonly unit: number
  /** `lower` plus so many units. */
  plus(lower: Value, units: number): Value
}

/** Digits after the point of the decimals that a recipe yields; null: it yields numbers. */
function scaleOf(recipe: Recipe): number | null {
  return recipe.kind === 'draw' && (recipe.shape === 'decimal' || recipe.shape === 'commerce.price')
    ? recipe.options.scale
    : null
}

/** Adds to a decimal text without floats. */
function plusText(lower: string, units: number, scale: number): string {
  const digits = Math.max(scale, 0)
  const [whole = '0', rest = ''] = lower.split('.')
  const exact = BigInt(whole + rest.slice(0, digits).padEnd(digits, '0'))
  return fixedBig(digits)(exact + BigInt(units) * 10n ** BigInt(Math.max(-scale, 0)))
}

/** The bounds that a recipe of lower bounds needs. */
export function boundsOf(recipe: Recipe): Bounds {
  const scale = scaleOf(recipe)
  const step = recipe.kind === 'draw' && recipe.shape === 'timestamp' ? (recipe.options.step ?? 1000) : 1
  const unit = scale === null ? step : 10 ** -scale
  return {
    unit,
    plus(lower, units) {
      if (typeof lower === 'number') return lower + units * unit
      if (typeof lower === 'bigint') return lower + BigInt(units)
      if (typeof lower === 'string') return plusText(lower, units, scale ?? lower.split('.')[1]?.length ?? 0)
      throw new SeedError({
        code: 'range-bound',
        message: 'A range is drawn from a recipe that yields no numbers.',
        expected: 'an integer, decimal, date or timestamp',
        found: lower === null ? 'NULL' : typeof lower,
        next: 'Give the column the values themselves: `values: [...]`.',
      })
    },
  }
}

/** The widths in units: the least (at least one, so that no range is empty) and how many. */
export function widthsOf({ min, max }: NumberOptions, { unit }: Bounds): { least: number; count: number } {
  const whole = (value: number, rounding: 'up' | 'down'): number =>
    unit < 1
      ? Number(unitsOf(value, Math.round(-Math.log10(unit)), rounding))
      : rounding === 'up'
        ? Math.ceil(value / unit)
        : Math.floor(value / unit)
  const least = Math.max(1, whole(min, 'up'))
  return { least, count: Math.max(1, whole(max, 'down') - least + 1) }
}

/** `[lower, upper)`. */
export function rangeValue(lower: Value, upper: Value): Value {
  return { lower, upper, bounds: '[)' }
}
