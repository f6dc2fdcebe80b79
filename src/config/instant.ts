const DAY = 86_400_000
const NOON = 43_200_000
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/i

/** Noon UTC of the day that `moment` (ms since the epoch) falls on. */
export const noonOf = (moment: number): number => Math.floor(moment / DAY) * DAY + NOON

/**
 * Milliseconds since the epoch that an ISO date (its noon UTC) or ISO instant (UTC unless it names an offset) means; null for anything
 * else, days that do not exist included.
 */
export function instantOf(text: string): number | null {
  if (DATE.test(text)) {
    const start = dayOf(text)
    return start === null ? null : start + NOON
  }
  const [, date, time, zone] = INSTANT.exec(text) ?? []
  if (date === undefined || dayOf(date) === null) return null
  const moment = Date.parse(`${date}T${time}${zone === undefined ? 'Z' : zone.toUpperCase()}`)
  return Number.isNaN(moment) ? null : moment
}

function dayOf(date: string): number | null {
  const start = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(start)) return null
  return new Date(start).toISOString().startsWith(date) ? start : null
}
