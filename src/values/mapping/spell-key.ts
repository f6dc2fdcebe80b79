import { type Datum, Duration, Moment } from './datum.ts'

/** A datum as the text that its hash is made of: the same for the same. */
export function spellKey(datum: Datum): string {
  if (datum instanceof Moment || datum instanceof Duration) return String(datum.ms)
  return typeof datum === 'string' ? datum : JSON.stringify(datum)
}
