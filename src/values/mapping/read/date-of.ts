import { Moment } from '../datum.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const TIME =
  /(?:[T,\s]+(?:at\s+)?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?(?:\.?m\.?)?\s*(z|[a-z]{3,4}|[+-]\d{1,2}(?::?\d{2})?)?$/i

/** Minutes east of Greenwich. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  west: 60,
  bst: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?'

/** What can be read, for messages. */
export const DATE_WAYS = 'a date such as 2024-01-31, 2024-01-31T10:30:00+01:00, January 31, 2024 or 31.1.2024'

type Parts = readonly [year: number, month: number, day: number]

/** Each way to write a day. Slashes are read only where they leave no doubt. */
const WAYS: readonly (readonly [RegExp, (parts: readonly string[]) => Parts | null])[] = [
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, ([, year, , month, day]) => numbers(year, month, day)],
  [/^(\d{4})(\d{2})(\d{2})$/, ([, year, month, day]) => numbers(year, month, day)],
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/, ([, day, month, year]) => numbers(year, month, day)],
  [/^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/, ([, one, , other, year]) => unordered(one, other, year)],
  [
    new RegExp(`^${WEEKDAY}${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`, 'i'),
    ([, month = '', day, year]) => numbers(year, monthOf(month), day),
  ],
  [
    new RegExp(`^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?\\.?(?:\\s+(?:of\\s+)?|-)${MONTH},?(?:\\s+|-)(\\d{4})$`, 'i'),
    ([, day, month = '', year]) => numbers(year, monthOf(month), day),
  ],
]

/**
 * A date or an instant as people write it: ISO 8601, RFC 2822, `January 31, 2024`, `31 Jan 2024 10:30 CET`, `31.1.2024`, `1/31/2024` where only one number can
 * be the month, milliseconds or seconds since the epoch as a number. Without a zone it is UTC. Null for anything else.
 */
export function dateOf(written: string | number): Moment | null {
  const text = String(written).trim()
  if (typeof written === 'number' && !/^\d{8}$/.test(text)) return ofNumber(written)
  const time = TIME.exec(text)
  const date = time === null ? text : text.slice(0, time.index)
  for (const [pattern, read] of WAYS) {
    const match = pattern.exec(date)
    if (match === null) continue
    const parts = read(match)
    const day = parts === null ? null : startOf(parts)
    const clock = time === null ? 0 : clockOf(time)
    if (day !== null && clock !== null) return new Moment(day + clock, time === null)
  }
  return null
}

const numbers = (year: string | undefined, month: string | number | undefined, day: string | undefined): Parts => [
  Number(year),
  Number(month),
  Number(day),
]

const monthOf = (name: string): number => MONTHS.indexOf(name.toLowerCase()) + 1

function unordered(one: string | undefined, other: string | undefined, year: string | undefined): Parts | null {
  if (Number(one) > 12) return numbers(year, other, one)
  if (Number(other) > 12 || Number(one) === Number(other)) return numbers(year, one, other)
  return null
}

/** Milliseconds of a day that is in the calendar. */
function startOf([year, month, day]: Parts): number | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null
}

function clockOf([, hours, minutes, seconds = '0', fraction = '0', half, zone]: readonly string[]): number | null {
  const hour = hourOf(Number(hours), half)
  const away = zone === undefined ? 0 : offsetOf(zone.toLowerCase())
  if (hour === null || away === null || Number(minutes) > 59 || Number(seconds) > 60) return null
  return hour * HOUR + (Number(minutes) - away) * MINUTE + Math.round(Number(`${seconds}.${fraction}`) * 1000)
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 24 ? hour : null
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : null
}

/** Minutes east of Greenwich. */
function offsetOf(zone: string): number | null {
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  if (match === null) return ZONES[zone] ?? null
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return minutes > 15 * 60 ? null : match[1] === '-' ? -minutes : minutes
}

/** Milliseconds since the epoch, or seconds where that would be before 1973. */
function ofNumber(number: number): Moment | null {
  if (!Number.isFinite(number) || Math.abs(number) < 1e8 || Math.abs(number) > 8.64e15) return null
  return new Moment(Math.abs(number) < 1e11 ? number * 1000 : number, false)
}
