import type { Value } from '../../model/value.ts'
import type { InputReader } from '../input.ts'
import type { Frame } from '../rows/frame.ts'

const DAY = 86400000
const TIME =
  /^(?:(\d{4,})-(\d\d)-(\d\d))?(?:[ T]?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|([+-])(\d\d)(?::?(\d\d))?)?( BC)?$/

/** The input in milliseconds: since the epoch, or since midnight; null where it is no time (`infinity` neither). */
export function readTime(input: InputReader, frame: Frame): number | null {
  const value = input.read(frame)
  if (typeof value === 'number')
    return Number.isFinite(value) ? (input.encoding?.kind === 'date' ? value * DAY : value) : null
  return typeof value === 'string' ? parseTime(value) : toMilliseconds(value)
}

const toMilliseconds = (value: Value): number | null => (typeof value === 'bigint' ? Number(value) : null)

/** Reads what Postgres prints with DateStyle ISO: `2024-01-31`, `2024-01-31 10:20:30.5+02`, `10:20:30`. */
export function parseTime(text: string): number | null {
  const match = text === '' ? null : TIME.exec(text)
  if (match === null) return null
  const [, year, month, day, hours, minutes, seconds, sign, zoneHours, zoneMinutes, bc] = match
  const clock = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60000 + Math.round(Number(seconds ?? 0) * 1e6) / 1000
  const zone =
    sign === undefined ? 0 : (Number(zoneHours) * 60 + Number(zoneMinutes ?? 0)) * 60000 * (sign === '-' ? -1 : 1)
  if (year === undefined) return hours === undefined ? null : clock
  return daysOf(bc === undefined ? Number(year) : 1 - Number(year), Number(month), Number(day)) * DAY + clock - zone
}

/** Days since 1970-01-01 of a proleptic Gregorian date; the inverse of `packedDate`. */
function daysOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}
