import type { Encoding, Value } from '../model/value.ts'
import { dateText, intervalText, timestampText, timeText } from './encode/date-time.ts'
import { hexText, jsonText } from './encode/json.ts'
import { arrayText, compositeText, rangeText } from './encode/nested.ts'

/**
 * The text that Postgres reads for a value, null for NULL. A string is taken as that text already, except for json. NUL characters are left out:
 * Postgres has none.
 */
export function toText(value: Value, encoding: Encoding): string | null {
  if (value === null) return null
  if (encoding.kind === 'json') return jsonText(value)
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value
  switch (encoding.kind) {
    case 'text':
    case 'number':
      return plainText(value)
    case 'boolean':
      return value === true || value === 1 ? 't' : value === false || value === 0 ? 'f' : plainText(value)
    case 'date':
      return typeof value === 'number' ? dateText(value) : plainText(value)
    case 'timestamp':
      return typeof value === 'number' ? timestampText(value, encoding.zone) : plainText(value)
    case 'time':
      return typeof value === 'number' ? timeText(value) : plainText(value)
    case 'interval':
      return typeof value === 'number' ? intervalText(value) : plainText(value)
    case 'bytes':
      return plainText(value)
    case 'array':
      return Array.isArray(value) ? arrayText(value, encoding, toText) : plainText(value)
    case 'composite':
      return Array.isArray(value) ? compositeText(value, encoding.fields, toText) : plainText(value)
    case 'range':
      return isRecord(value) ? rangeText(value, encoding.element, toText) : plainText(value)
    case 'multirange':
      return Array.isArray(value) ? multirangeText(value, encoding.element) : plainText(value)
  }
}

function multirangeText(ranges: readonly Value[], element: Encoding): string {
  return `{${ranges.map((range) => (isRecord(range) ? rangeText(range, element, toText) : String(range))).join(',')}}`
}

/** Numbers and booleans as they print, bytes as hex, anything composed as JSON. */
function plainText(value: Exclude<Value, null>): string {
  if (typeof value === 'object') return value instanceof Uint8Array ? hexText(value) : jsonText(value)
  return Object.is(value, -0) ? '0' : String(value)
}

const isRecord = (value: Value): value is { readonly [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
