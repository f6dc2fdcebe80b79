import { nearest } from '../../../model/nearest.ts'
import { Duration } from '../datum.ts'
import { MappingError } from '../mapping-error.ts'
import type { Token } from '../tokenize.ts'
import { hint } from './hint.ts'

const HOUR = 3_600_000
const UNITS: Readonly<Record<string, number>> = {
  second: 1000,
  minute: 60_000,
  hour: HOUR,
  day: 24 * HOUR,
  week: 7 * 24 * HOUR,
  month: 30 * 24 * HOUR,
  year: 365 * 24 * HOUR,
}

/** `30_days` @throws MappingError */
export function durationOf({ text, column }: Token): Duration {
  const [count, unit = ''] = text.split('_')
  const name = unit.replace(/s$/, '')
  if (Object.hasOwn(UNITS, name)) return new Duration(Number(count) * (UNITS[name] as number))
  const units = Object.keys(UNITS).map((one) => `${one}s`)
  throw new MappingError({
    message: `There is no unit of time ${unit}.`,
    expected: units.join(', '),
    found: unit,
    next: hint(nearest(unit, units), 'Write it as 30_days.'),
    column,
  })
}
