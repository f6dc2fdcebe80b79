import type { Encoding, Value } from '../../../model/value.ts'
import { type Datum, Duration, Moment, spellDatum } from '../datum.ts'
import { MappingError } from '../mapping-error.ts'
import { booleanOf } from '../read/boolean-of.ts'
import { DATE_WAYS, dateOf } from '../read/date-of.ts'
import { labelOf } from '../read/label-of.ts'
import { listOf } from '../read/list-of.ts'
import { numberOf } from '../read/number-of.ts'
import { toJson } from './to-json.ts'
import { toRange } from './to-range.ts'

const DAY = 86_400_000
const TIME =
  /^(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:\s*[ap]m)?(?:\s*(?:z|[+-]\d{1,2}(?::?\d{2})?))?$/i

/**
 * A datum as a value of the column's encoding; null for nothing. Texts become what they say: dates in many notations, numbers with separators, `yes` and `no`,
 * lists by their commas, labels but for their spelling. @throws MappingError
 */
export function toColumn(datum: Datum, encoding: Encoding, labels?: readonly string[]): Value {
  if (datum === null) return null
  // An empty text says something only to a column of texts.
  if (datum === '' && encoding.kind !== 'text' && encoding.kind !== 'json') return null
  switch (encoding.kind) {
    case 'text':
      return toText(datum, labels)
    case 'number':
      return toNumber(datum)
    case 'boolean':
      return toBoolean(datum)
    case 'date':
      return Math.floor(toMoment(datum).ms / DAY)
    case 'timestamp':
      return toMoment(datum).ms
    case 'time':
      return toTime(datum)
    case 'interval':
      if (datum instanceof Duration) return datum.ms / 1000
      return toInterval(datum)
    case 'json':
      return typeof datum === 'string' ? jsonText(datum) : toJson(datum)
    case 'bytes':
      return typeof datum === 'string' && /^\\x(?:[0-9a-f]{2})*$/i.test(datum)
        ? datum
        : new TextEncoder().encode(toText(datum) as string)
    case 'array':
      return items(datum).map((item) => toColumn(item, encoding.element, labels))
    case 'range':
      return toRange(datum, (bound) => toColumn(bound, encoding.element))
    case 'multirange':
      return (Array.isArray(datum) ? (datum as readonly Datum[]) : [datum]).map((one) =>
        toRange(one, (bound) => toColumn(bound, encoding.element)),
      )
    default:
      return postgresText(datum, 'a text as Postgres writes it')
  }
}

function toText(datum: Exclude<Datum, null>, labels?: readonly string[]): Value {
  if (datum instanceof Duration || (typeof datum === 'object' && !(datum instanceof Moment)))
    throw misfit(
      'a text',
      datum,
      Array.isArray(datum)
        ? 'join(…) makes a text of a list, first(…) takes one item.'
        : 'Name a part of it, or map it to a jsonb column.',
    )
  const text = String(datum)
  if (labels === undefined) return text
  const label = labelOf(text, labels)
  if (label === null) throw misfit(`one of ${labels.join(', ')}`, datum, 'Mend it in the file.')
  return label.label
}

/** A number, or the digits of one that JavaScript cannot hold. */
function toNumber(datum: Exclude<Datum, null>): Value {
  if (typeof datum === 'number') return datum
  const digits = typeof datum === 'string' ? numberOf(datum) : null
  if (digits === null) throw misfit('a number such as 1299, 1,299.00 or 1.299,00', datum, 'Mend it in the file.')
  const number = Number(digits)
  return String(number) === digits || digits.replace(/[^\d]/g, '').length <= 15 ? number : digits
}

function toBoolean(datum: Exclude<Datum, null>): Value {
  if (typeof datum === 'boolean') return datum
  const read = typeof datum === 'string' || typeof datum === 'number' ? booleanOf(datum) : null
  if (read === null) throw misfit('true, false, yes, no, on, off, 1 or 0', datum, 'Mend it in the file.')
  return read
}

function toMoment(datum: Exclude<Datum, null>): Moment {
  if (datum instanceof Moment) return datum
  const moment = typeof datum === 'string' || typeof datum === 'number' ? dateOf(datum) : null
  if (moment === null) throw misfit(DATE_WAYS, datum, 'Write dates as 2024-01-31.')
  return moment
}

function toTime(datum: Exclude<Datum, null>): Value {
  if (datum instanceof Moment) return ((datum.ms % DAY) + DAY) % DAY
  if (typeof datum === 'string' && TIME.test(datum.trim())) return datum.trim()
  throw misfit('a time such as 10:30', datum, 'Write it as 10:30.')
}

function items(datum: Exclude<Datum, null>): readonly Datum[] {
  if (Array.isArray(datum)) return datum
  return typeof datum === 'string' ? listOf(datum) : [datum]
}

const UNIT =
  '(?:microseconds?|us|milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|months?|mons?|years?|yrs?|y|decades?|centur(?:y|ies))'
/** `2 days 03:00:00`, `1 year 2 mons`, `-90 min`, `2 hours ago` */
const INTERVAL = new RegExp(
  `^(?:@ ?)?(?:[+-]?\\d{1,9}(?:\\.\\d{1,6})? ?${UNIT}(?: |$))*(?:[+-]?\\d{1,6}:[0-5]?\\d(?::[0-5]?\\d(?:\\.\\d{1,6})?)?)?(?: ?ago)?$`,
  'i',
)
/** `P1DT2H30M` (ISO 8601) */
const ISO_INTERVAL = /^P(?=[\dT+-])(?:[+-]?\d{1,9}(?:\.\d{1,6})?[YMWD])*(?:T(?:[+-]?\d{1,9}(?:\.\d{1,6})?[HMS])+)?$/

function toInterval(datum: Exclude<Datum, null>): Value {
  if (datum instanceof Duration) return datum.ms / 1000
  const text = typeof datum === 'string' ? datum.trim().replace(/\s+/g, ' ') : ''
  if (text !== '' && text.length < 100 && (ISO_INTERVAL.test(text) || INTERVAL.test(text))) return text
  throw misfit('a duration such as 30_days, 2 days 03:00 or P1DT2H', datum, 'Write it as 2 days 03:00.')
}

function postgresText(datum: Exclude<Datum, null>, expected: string): Value {
  if (typeof datum === 'string') return datum
  throw misfit(expected, datum, 'Write it as a text.')
}

/** A text that is a whole object or list of JSON (of a table, say) is what it says; any other one is itself. */
function jsonText(text: string): Value {
  if (!/^\s*(?:\{.*\}|\[.*\])\s*$/s.test(text)) return text
  try {
    return JSON.parse(text) as Value
  } catch {
    return text
  }
}

const misfit = (expected: string, found: Datum, next: string): MappingError =>
  new MappingError({
    message: 'The value does not have the type of the column.',
    expected,
    found: spellDatum(found),
    next,
  })
