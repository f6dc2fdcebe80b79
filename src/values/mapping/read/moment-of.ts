import { dateOf } from './date-of.ts'

const DAY = 86_400_000
const UNITS: Readonly<Record<string, number>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: DAY,
  week: 7 * DAY,
}
const AGO = /^(an?|\d{1,6}) (second|minute|hour|day|week|month|year)s? ago$/i
const AHEAD =
  /^(?:in (an?|\d{1,6}) (second|minute|hour|day|week|month|year)s?|(an?|\d{1,6}) (second|minute|hour|day|week|month|year)s? (?:ahead|from now))$/i

/** What can be read, for messages. */
export const MOMENT_WAYS = 'a date such as 2024-01-31, or one told from now: 6 months ago, yesterday, in 2 weeks'

/**
 * A moment in ms since the epoch: a date as people write it, `now`, `today`, `yesterday`, `tomorrow` (the start of the day, UTC), `6 months ago`, `in 2 weeks`.
 * Months and years are those of the calendar. Null for anything else.
 */
export function momentOf(written: string, now: number): number | null {
  const text = written.trim().toLowerCase()
  const today = Math.floor(now / DAY) * DAY
  if (text === 'now') return now
  if (text === 'today') return today
  if (text === 'yesterday') return today - DAY
  if (text === 'tomorrow') return today + DAY
  const [, before, unit = ''] = AGO.exec(text) ?? []
  if (before !== undefined) return shifted(now, -amountOf(before), unit)
  const [, first, firstUnit, second, secondUnit] = AHEAD.exec(text) ?? []
  const ahead = first ?? second
  if (ahead !== undefined) return shifted(now, amountOf(ahead), firstUnit ?? secondUnit ?? '')
  return dateOf(written)?.ms ?? null
}

const amountOf = (text: string): number => (/^an?$/.test(text) ? 1 : Number(text))

/** The last day of a month where its successor has no such day. */
function shifted(now: number, amount: number, unit: string): number | null {
  const width = UNITS[unit]
  if (width !== undefined) return now + amount * width
  const date = new Date(now)
  const months = unit === 'year' ? amount * 12 : amount
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, last))
  return Number.isNaN(date.getTime()) ? null : date.getTime()
}
