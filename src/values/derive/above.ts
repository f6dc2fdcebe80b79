import type { Frame } from '../rows/frame.ts'
import { decimal } from './arithmetic.ts'
import { type Deriver, type DeriveSite, numberOption } from './deriver.ts'
import { readNumber } from './read-number.ts'

/**
 * A number greater than all inputs: by at least `step` (one unit of the last digit), by up to `within` (half of the largest input), not beyond
 * `max` where that leaves room, and above `min` in any case. All inputs NULL: above `min`, or 0.
 */
export const above: Deriver = (site) => beside(site, 1)

/** A number smaller than all inputs, the same way; not beyond `min`. All inputs NULL: below `max`, or 0. */
export const below: Deriver = (site) => beside(site, -1)

function beside(site: DeriveSite, sign: 1 | -1): (frame: Frame) => number | string {
  const { draws } = site
  const scale = numberOption(site, 'scale')
  const unit = 10 ** (scale ?? 0)
  const step = Math.max(1, Math.round((numberOption(site, 'step') ?? 0) * unit))
  const within = numberOption(site, 'within')
  const bound = numberOption(site, sign === 1 ? 'max' : 'min')
  const start = numberOption(site, sign === 1 ? 'min' : 'max')
  return (frame) => {
    const input = extreme(site, frame, sign) ?? start ?? 0
    const base = edge(start === undefined || sign * input > sign * start ? input : start, unit, scale, sign)
    const reach = within === undefined ? Math.abs(base) / 2 : within * unit
    const room = bound === undefined ? reach : Math.min(reach, sign * (bound * unit - base))
    const steps = Math.max(1, Math.floor(room / step))
    const result = base + sign * step * (1 + draws.at(frame).below(0, steps))
    return scale === undefined ? result : decimal(result / unit, scale)
  }
}

/** The largest (or smallest) input. */
function extreme(site: DeriveSite, frame: Frame, sign: 1 | -1): number | null {
  let found: number | null = null
  for (const input of site.inputs) {
    const number = readNumber(input, frame)
    if (number !== null && (found === null || sign * number > sign * found)) found = number
  }
  return found
}

/** The base in units of the last digit, rounded towards itself so that one step more is really beyond it. */
function edge(base: number, unit: number, scale: number | undefined, sign: 1 | -1): number {
  if (scale === undefined) return base
  const nearest = Math.round(base * unit)
  if (Math.abs(base * unit - nearest) < 1e-6) return nearest
  return sign === 1 ? Math.floor(base * unit) : Math.ceil(base * unit)
}
