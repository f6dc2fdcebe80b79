/** Minutes east of Greenwich of abbreviations that mean one zone alone, as mail has them (RFC 2822), and those of Europe. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
}

/** 15:59 is the widest that Postgres knows. */
const WIDEST = 15 * 60 + 59
const MINUTE = 60_000
const DAY = 1440 * MINUTE

/**
 * Minutes east of Greenwich at a moment that a clock in the zone shows (`wall`: ms, as if it were UTC): `+02:00`, `-8`, `CET`, `UTC+2`, `Europe/Berlin`. Null where
 * there is no such zone. Hours that the clock shows twice, or leaves out, are those of standard time, as for Postgres.
 */
export function zoneOffset(zone: string, wall: number): number | null {
  const known = ZONES[zone.toLowerCase()]
  if (known !== undefined) return known
  const match = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone)
  if (match !== null) {
    const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
    return minutes > WIDEST || Number(match[3] ?? 0) > 59 ? null : match[1] === '-' ? -minutes : minutes
  }
  return /^[a-z_]+(?:\/[a-z_+-]+\d*){1,2}$/i.test(zone) ? named(zone, wall) : null
}

const formats = new Map<string, Intl.DateTimeFormat | null>()

function named(zone: string, wall: number): number | null {
  const format = formatOf(zone)
  if (format === null) return null
  const around = [-DAY, DAY].map((distance) => offsetAt(format, wall + distance))
  const right = around.filter((offset) => offsetAt(format, wall - offset * MINUTE) === offset)
  return Math.min(...(right.length > 0 ? right : around))
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  let format: Intl.DateTimeFormat | null = null
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    // There is no such zone.
  }
  if (formats.size < 1000) formats.set(zone, format)
  return format
}

function offsetAt(format: Intl.DateTimeFormat, ms: number): number {
  const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000) / MINUTE)
}
