import type { Value } from '../../model/value.ts'
import { parseInstant, parseTimeOfDay } from '../sql/calendar.ts'

/** Where a value stands on the scale of `min` and `max`; null where it has no place there. */
export function orderKey(value: Value): number | null {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value)
  if (typeof value !== 'string') return null
  return parseInstant(value) ?? parseTimeOfDay(value) ?? (/^[+-]?\d+(\.\d+)?$/.test(value) ? Number(value) : null)
}
