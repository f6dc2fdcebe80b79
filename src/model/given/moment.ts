/** A moment told from `now`: `{ $ago: '3 days' }`. `at`: the time of that day, UTC, `09:30`. */
export type Moment =
  | { readonly $ago: string; readonly at?: string | undefined }
  | { readonly $ahead: string; readonly at?: string | undefined }

/** A length of time: whole months of the calendar, and milliseconds. */
export interface Span {
  readonly months: number
  readonly ms: number
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WIDTHS: Readonly<Record<string, number>> = {
  second: 1000,
  minute: 60_000,
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
}
const MONTHS: Readonly<Record<string, number>> = { month: 1, year: 12 }
const PART = /^(\d{1,9}(?:\.\d{1,6})?) (second|minute|hour|day|week|month|year)s?$/
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/
/** Months and milliseconds of 2000 years: further away nothing is meant. */
const MOST = { months: 24_000, ms: 730_500 * DAY }

/** For messages: how a span is written. */
export const SPAN_EXAMPLES =
  "'3 days', '1.5 hours', '1 month 2 days': seconds, minutes, hours, days, weeks, whole months, whole years"

/** For messages: how a time of day is written. */
export const TIME_EXAMPLES = "a time of day, UTC, such as '09:30'"

/** What `3 days` or `1 month 2 days` means; null for anything else, and for more than 2000 years. */
export function spanOf(text: string): Span | null {
  const parts =
    text
      .trim()
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .match(/[^ ]+ [^ ]+/g) ?? []
  if (parts.length === 0 || parts.join(' ') !== text.trim().toLowerCase().replace(/\s+/g, ' ')) return null
  let months = 0
  let ms = 0
  for (const part of parts) {
    const [, amount, unit = ''] = PART.exec(part) ?? []
    if (amount === undefined) return null
    const each = MONTHS[unit]
    if (each === undefined) ms += Math.round(Number(amount) * (WIDTHS[unit] ?? 0))
    else if (amount.includes('.')) return null
    else months += Number(amount) * each
  }
  return months > MOST.months || ms > MOST.ms ? null : { months, ms }
}

/** Milliseconds since midnight of `09:30` or `09:30:15`; null for anything else. */
export function timeOfDay(text: string): number | null {
  const [, hours, minutes, seconds = '0'] = TIME.exec(text) ?? []
  return hours === undefined ? null : Number(hours) * HOUR + Number(minutes) * 60_000 + Number(seconds) * 1000
}

/** Is it an object that means a moment, well written or not? */
export function isMoment(value: unknown): value is Moment {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.hasOwn(value, '$ago') || Object.hasOwn(value, '$ahead')
}

/** Milliseconds since the epoch. Months and years are those of the calendar: a day that a month does not have is its last one. The texts are well written. */
export function instantAt(moment: Moment, now: number): number {
  const back = '$ago' in moment
  const span = spanOf(back ? moment.$ago : moment.$ahead) ?? { months: 0, ms: 0 }
  const sign = back ? -1 : 1
  const away = inMonths(now, sign * span.months) + sign * span.ms
  const time = moment.at === undefined ? null : timeOfDay(moment.at)
  return time === null ? away : Math.floor(away / DAY) * DAY + time
}

function inMonths(now: number, months: number): number {
  if (months === 0) return now
  const date = new Date(now)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(date)
  last.setUTCMonth(last.getUTCMonth() + 1, 0)
  date.setUTCDate(Math.min(day, last.getUTCDate()))
  return date.getTime()
}
