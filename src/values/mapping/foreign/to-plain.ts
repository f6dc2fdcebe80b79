import { type Datum, Duration, Moment } from '../datum.ts'

/** A datum as functions from outside take it: moments as dates, durations as milliseconds, lists and objects as copies of their own. */
export function toPlain(datum: Datum): unknown {
  if (datum instanceof Moment) return new Date(datum.ms)
  if (datum instanceof Duration) return datum.ms
  if (Array.isArray(datum)) return (datum as readonly Datum[]).map(toPlain)
  if (typeof datum !== 'object' || datum === null) return datum
  const copy: Record<string, unknown> = Object.create(null)
  for (const [key, inner] of Object.entries(datum)) copy[key] = toPlain(inner)
  return copy
}
