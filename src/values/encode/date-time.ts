/**
 * Days since 1970-01-01 as year · 512 + month · 32 + day, proleptic Gregorian, year 0 = 1 BC. After Hinnant, chrono-compatible low-level date
 * algorithms (2013).
 */
export function packedDate(days: number): number {
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra =
    (((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36524) | 0) - ((dayOfEra / 146096) | 0)) | 0) / 365) | 0
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - ((yearOfEra / 100) | 0))
  const monthFromMarch = ((5 * dayOfYear + 2) / 153) | 0
  const day = dayOfYear - (((153 * monthFromMarch + 2) / 5) | 0) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return year * 512 + month * 32 + day
}

const DAY = 86400000
const TWO_DIGITS = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'))
const two = (number: number): string => TWO_DIGITS[number] as string

/** `2024-01-31`, `12024-01-31`, `0044-03-15 BC`, `infinity`. Fractions of a day are cut. */
export function dateText(days: number): string {
  if (!Number.isFinite(days)) return infinityText(days)
  const packed = packedDate(Math.floor(days))
  return packed < 512 ? `${calendarText(packed)} BC` : calendarText(packed)
}

/** `2024-01-31 10:20:30.5+00` in UTC, from milliseconds since the epoch; fractions are rounded to microseconds. */
export function timestampText(ms: number, zone: boolean): string {
  if (!Number.isFinite(ms)) return infinityText(ms)
  const days = Math.floor(ms / DAY)
  const clock = clockText(ms - days * DAY)
  // Rounding up the last microsecond of a day ends in the next one.
  if (clock.startsWith('24')) return timestampText((days + 1) * DAY, zone)
  const packed = packedDate(days)
  return `${calendarText(packed)} ${clock}${zone ? '+00' : ''}${packed < 512 ? ' BC' : ''}`
}

/** `10:20:30.5`, from milliseconds since midnight; `24:00:00` is the end of the day. */
export function timeText(ms: number): string {
  return clockText(ms)
}

/** `26:03:04.5`, `-00:00:01`: hours, minutes and seconds as Postgres prints an interval without days. */
export function intervalText(seconds: number): string {
  return seconds < 0 ? `-${clockText(-seconds * 1000)}` : clockText(seconds * 1000)
}

function calendarText(packed: number): string {
  const year = Math.floor(packed / 512)
  const rest = packed - year * 512
  return `${String(year > 0 ? year : 1 - year).padStart(4, '0')}-${two(rest >> 5)}-${two(rest & 31)}`
}

function clockText(ms: number): string {
  const whole = Math.floor(ms)
  const seconds = Math.floor(whole / 1000)
  const micros = (whole - seconds * 1000) * 1000 + Math.round((ms - whole) * 1000)
  if (micros >= 1000000) return clockText((seconds + 1) * 1000)
  const hours = Math.floor(seconds / 3600)
  const rest = seconds - hours * 3600
  const clock = `${hours < 100 ? two(hours) : hours}:${two((rest / 60) | 0)}:${two(rest % 60)}`
  return micros === 0 ? clock : `${clock}.${String(micros).padStart(6, '0').replace(/0+$/, '')}`
}

function infinityText(number: number): string {
  if (Number.isNaN(number)) throw new RangeError('NaN is no date')
  return number > 0 ? 'infinity' : '-infinity'
}
