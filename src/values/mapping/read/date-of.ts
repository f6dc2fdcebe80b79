import { Moment } from '../datum.ts'
import { monthOf } from './months.ts'
import { zoneOffset } from './zone-offset.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A time behind a day: `T10:30:05.123+02:00[Europe/Berlin]`, ` at 3:30 pm PST`, `, 10.30 Uhr`, ` 10h30`. */
const TIME =
  /(?:[T,\s]+(?:(?:at|um|a|à|alle)\s+)?)(\d{1,2})(?:[:h]|\.(?=\d{2}\s*Uhr))(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(?:([ap])(?:\.?m\.?)?(?![a-z]))?(?:\s*Uhr)?\s*(z|[+-]\d{1,2}(?::?\d{2})?|\(?[a-z]{2,4}\)?|(?:utc|gmt)[+-]\d{1,2}(?::?\d{2})?|[a-z_]+(?:\/[a-z_+-]+\d*){1,2})?(?:\[([\w+/-]{1,40})\]|\s\([\w\s]{1,40}\))?$/i

const MONTH = '(\\p{L}{3,9})\\.?'
const WEEKDAY = '(?:\\p{L}{2,10}\\.?,?\\s+)?'

/** What can be read, for messages. */
export const DATE_WAYS = 'a date such as 2024-01-31, 2024-01-31T10:30:00+01:00, January 31, 2024 or 31.1.2024'

/** Longer texts are no dates. */
const LONGEST = 100

type Parts = readonly [year: number, month: number, day: number]

/** Each way to write a day. Slashes are read only where they leave no doubt. */
const WAYS: readonly (readonly [RegExp, (parts: readonly string[]) => Parts | null])[] = [
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, ([, year, , month, day]) => numbers(year, month, day)],
  [/^(\d{4})(\d{2})(\d{2})$/, ([, year, month, day]) => numbers(year, month, day)],
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/, ([, day, month, year]) => numbers(year, month, day)],
  [/^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/, ([, one, , other, year]) => unordered(one, other, year)],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, ([, year, month, day]) => numbers(year, month, day)],
  [/^(\d{4})-(\d{3})$/, ([, year, day]) => ofYear(Number(year), Number(day))],
  [/^(\d{4})-?W(\d{2})-?([1-7])$/, ([, year, week, day]) => ofWeek(Number(year), Number(week), Number(day))],
  [
    new RegExp(`^${WEEKDAY}${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`, 'iu'),
    ([, month = '', day, year]) => named(year, month, day),
  ],
  [
    new RegExp(
      `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th|er|º)?\\.?(?:\\s+(?:(?:of|de)\\s+)?|-)${MONTH},?(?:\\s+(?:(?:de|del)\\s+)?|-)(\\d{4})$`,
      'iu',
    ),
    ([, day, month = '', year]) => named(year, month, day),
  ],
]

/**
 * A date or an instant as people write it: ISO 8601 (weeks and days of the year as well), RFC 2822, RFC 9557, `January 31, 2024`, `31 Jan 2024 10:30 CET`,
 * `2024-01-31 10:30 Europe/Berlin`, `31. Januar 2024`, `31 de enero de 2024`, `31.1.2024`, `1/31/2024` where only one number can be the month, milliseconds or seconds
 * since the epoch. Without a zone it is UTC. Null for anything else.
 */
export function dateOf(written: string | number): Moment | null {
  const text = String(written).trim()
  if (text.length > LONGEST) return null
  if (typeof written === 'number' && !/^\d{8}$/.test(text)) return ofNumber(written)
  // Tables of texts hold seconds and milliseconds since the epoch as well.
  if (/^\d{10}$|^\d{13}$/.test(text)) return ofNumber(Number(text))
  const time = TIME.exec(text)
  const date = time === null ? text : text.slice(0, time.index)
  for (const [pattern, read] of WAYS) {
    const match = pattern.exec(date)
    if (match === null) continue
    const parts = read(match)
    const day = parts === null ? null : startOf(parts)
    const clock = time === null || day === null ? 0 : clockOf(time, day)
    if (day !== null && clock !== null) return new Moment(day + clock, time === null)
  }
  return null
}

const numbers = (year: string | undefined, month: string | number | undefined, day: string | undefined): Parts => [
  Number(year),
  Number(month),
  Number(day),
]

function named(year: string | undefined, name: string, day: string | undefined): Parts | null {
  const month = monthOf(name)
  return month === null ? null : numbers(year, month, day)
}

/** The n-th day of a year. */
function ofYear(year: number, day: number): Parts | null {
  const date = new Date(Date.UTC(year, 0, day))
  return day >= 1 && date.getUTCFullYear() === year ? [year, date.getUTCMonth() + 1, date.getUTCDate()] : null
}

/** A day of an ISO week: the first week is the one that the 4th of January lies in. */
function ofWeek(year: number, week: number, day: number): Parts | null {
  if (week < 1 || week > 53) return null
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY
  const date = new Date(monday + ((week - 1) * 7 + day - 1) * DAY)
  // Week 53 of a year with 52 is the first of the next one.
  const thursday = new Date(monday + ((week - 1) * 7 + 3) * DAY)
  return thursday.getUTCFullYear() === year ? [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] : null
}

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

/** Milliseconds from the start of the day to the moment that the clock shows. */
function clockOf(
  [, hours, minutes, seconds = '0', fraction = '0', half, short, long]: readonly (string | undefined)[],
  day: number,
): number | null {
  const hour = hourOf(Number(hours), half)
  if (hour === null || Number(minutes) > 59 || Number(seconds) > 60) return null
  const wall = hour * HOUR + Number(minutes) * MINUTE + Math.round(Number(`${seconds}.${fraction}`) * 1000)
  const zone = short?.replace(/[()]/g, '') ?? long
  const away = zone === undefined ? 0 : zoneOffset(zone, day + wall)
  return away === null ? null : wall - away * MINUTE
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 24 ? hour : null
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : null
}

/** Milliseconds since the epoch, or seconds where that would be before 1973. */
function ofNumber(number: number): Moment | null {
  if (!Number.isFinite(number) || Math.abs(number) < 1e8 || Math.abs(number) > 8.64e15) return null
  return new Moment(Math.abs(number) < 1e11 ? number * 1000 : number, false)
}
