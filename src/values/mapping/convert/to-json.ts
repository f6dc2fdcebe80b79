import type { Value } from '../../../model/value.ts'
import { type Datum, Duration, Moment } from '../datum.ts'

/** A datum as JSON has it: moments as ISO texts, durations as seconds. */
export function toJson(datum: Datum): Value {
  if (datum instanceof Moment) return datum.toString()
  if (datum instanceof Duration) return datum.ms / 1000
  if (Array.isArray(datum)) return (datum as readonly Datum[]).map(toJson)
  if (typeof datum !== 'object' || datum === null) return datum as Value
  return Object.fromEntries(Object.entries(datum).map(([key, inner]) => [key, toJson(inner)]))
}
