import type { Encoding, Value } from '../../../model/value.ts'
import { toText } from '../../encode.ts'
import { type Datum, Duration, Moment } from '../datum.ts'

const DAY = 86_400_000

/** A value of a column as the language sees it: the other way round of `toColumn`. */
export function toDatum(value: Value, encoding: Encoding): Datum {
  if (value === null || typeof value === 'boolean') return value
  if (encoding.kind === 'json') return value as Datum
  if (encoding.kind === 'array' && Array.isArray(value))
    return (value as readonly Value[]).map((item) => toDatum(item, encoding.element))
  if (typeof value === 'number') {
    switch (encoding.kind) {
      case 'date':
        return new Moment(value * DAY, true)
      case 'timestamp':
        return new Moment(value, false)
      case 'interval':
        return new Duration(value * 1000)
      case 'number':
        return value
    }
  }
  return toText(value, encoding)
}
