import type { Encoding, Value } from '../model/value.ts'
import { toText } from './encode.ts'

const DAY = 86400000

/** A value of one column as a value of another: dates and timestamps into each other, all else over its text where the kinds differ. */
export function convert(value: Value, from: Encoding, to: Encoding): Value {
  if (value === null || typeof value === 'string' || from.kind === to.kind || to.kind === 'json') return value
  if (typeof value === 'number') {
    if (from.kind === 'date' && to.kind === 'timestamp') return value * DAY
    if (from.kind === 'timestamp' && to.kind === 'date') return Math.floor(value / DAY)
  }
  return toText(value, from)
}
