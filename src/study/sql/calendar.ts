export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const ISO =
  /^\s*(\d{4,})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?\s*(Z|[+-]\d{1,2}(?::?\d{2})?(?::\d{2})?)?\s*(BC)?\s*$/i

/**
 * Milliseconds since the epoch of a date or timestamp as Postgres prints it in the ISO style (`2024-02-29 12:00:00.5+00`), a time
 * without a zone read as UTC; ±Infinity for `infinity`; null for anything else (`today`, other styles).
 */
export function parseInstant(text: string): number | null {
  const named = INFINITE[text.trim().toLowerCase()]
  if (named !== undefined) return named
  const match = ISO.exec(text)
  if (match === null) return null
  const [, year, month, day, hour, minute, second, fraction, zone, bc] = match
  const whole = instantOf(bc ? 1 - Number(year) : Number(year), Number(month), Number(day))
  if (whole === null) return null
  const clock = Number(hour ?? 0) * HOUR + Number(minute ?? 0) * MINUTE + Number(second ?? 0) * SECOND
  return whole + clock + Number(fraction ?? 0) * SECOND - zoneOffset(zone)
}

const INFINITE: Readonly<Record<string, number>> = {
  infinity: Number.POSITIVE_INFINITY,
  '-infinity': Number.NEGATIVE_INFINITY,
  epoch: 0,
}

function instantOf(year: number, month: number, day: number): number | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null
}

function zoneOffset(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes ?? 0) * MINUTE)
}

const TIME = /^\s*(\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?\s*(?:[+-]\d{1,2}(?::?\d{2})?)?\s*$/

/** Milliseconds since midnight of a time of day (`09:30:00`), its zone left out; null where it is none. */
export function parseTimeOfDay(text: string): number | null {
  const match = TIME.exec(text)
  if (match === null) return null
  const [, hour, minute, second, fraction] = match
  return Number(hour) * HOUR + Number(minute) * MINUTE + Number(second ?? 0) * SECOND + Number(fraction ?? 0) * SECOND
}

/** A date (`2024-02-29`) or timestamp (`2024-02-29 12:00:00`, UTC) as Postgres reads it. */
export function printInstant(instant: number, type: 'date' | 'timestamp' | 'timestamptz'): string {
  const iso = new Date(instant).toISOString()
  if (type === 'date') return iso.slice(0, 10)
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}${type === 'timestamptz' ? '+00' : ''}`
}
