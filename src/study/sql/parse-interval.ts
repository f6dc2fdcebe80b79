import { DAY, HOUR, MINUTE, SECOND } from './calendar.ts'
import type { Span } from './expr.ts'

/** What an interval is made of; the three parts do not convert into each other. */
export interface IntervalParts {
  readonly months: number
  readonly days: number
  readonly ms: number
}

const MONTHS: Readonly<Record<string, number>> = {
  mon: 1,
  month: 1,
  year: 12,
  yr: 12,
  y: 12,
  decade: 120,
  century: 1200,
}
const DAYS: Readonly<Record<string, number>> = { day: 1, d: 1, week: 7, w: 7 }
const TIMES: Readonly<Record<string, number>> = {
  hour: HOUR,
  hr: HOUR,
  h: HOUR,
  minute: MINUTE,
  min: MINUTE,
  m: MINUTE,
  second: SECOND,
  sec: SECOND,
  s: SECOND,
  millisecond: 1,
  ms: 1,
}
const PART = /\s*(?:@\s*)?(?:([+-]?)(\d+):(\d{2})(?::(\d{2}(?:\.\d+)?))?|([+-]?\d+(?:\.\d+)?)\s*([a-z]+))/iy

/** Reads an interval as Postgres prints or people write it (`1 year 2 mons`, `3 days 04:05:06.7`, `90 minutes`); null for other styles. */
export function parseInterval(text: string): IntervalParts | null {
  let parts: IntervalParts = { months: 0, days: 0, ms: 0 }
  const ago = /\s+ago\s*$/i.test(text)
  const body = text.replace(/\s+ago\s*$/i, '').trim()
  if (body === '0') return parts
  if (body === '') return null
  PART.lastIndex = 0
  while (PART.lastIndex < body.length) {
    const match = PART.exec(body)
    if (match === null) return null
    const next = match[2] === undefined ? named(Number(match[5]), match[6] ?? '') : clock(match)
    if (next === null) return null
    parts = addIntervals(parts, next)
  }
  return ago ? scaleInterval(parts, -1) : parts
}

function clock(match: RegExpExecArray): IntervalParts {
  const [, sign, hours, minutes, seconds] = match
  const ms = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds ?? 0) * SECOND
  return { months: 0, days: 0, ms: sign === '-' ? -ms : ms }
}

function named(amount: number, unit: string): IntervalParts | null {
  const name = unit.toLowerCase()
  const singular = name.length > 2 ? name.replace(/ies$/, 'y').replace(/s$/, '') : name
  for (const key of [name, singular]) {
    if (MONTHS[key] !== undefined) return { months: amount * MONTHS[key], days: 0, ms: 0 }
    if (DAYS[key] !== undefined) return { months: 0, days: amount * DAYS[key], ms: 0 }
    if (TIMES[key] !== undefined) return { months: 0, days: 0, ms: amount * TIMES[key] }
  }
  return null
}

export function addIntervals(left: IntervalParts, right: IntervalParts): IntervalParts {
  return { months: left.months + right.months, days: left.days + right.days, ms: left.ms + right.ms }
}

function scaleInterval(parts: IntervalParts, factor: number): IntervalParts {
  return { months: parts.months * factor, days: parts.days * factor, ms: parts.ms * factor }
}

/**
 * An interval as a span: years have 365 or 366 days, months 28 to 31; a day is a day, as sessions of the load run in UTC.
 */
export function spanOf(parts: IntervalParts): Span {
  const years = Math.trunc(parts.months / 12)
  const months = parts.months - years * 12
  const rest = parts.days * DAY + parts.ms
  const short = years * 365 + months * 28
  const long = years * 366 + months * 31
  return {
    kind: 'span',
    low: Math.min(short, long) * DAY + rest,
    high: Math.max(short, long) * DAY + rest,
    compared: parts.months * 30 * DAY + rest,
  }
}
