import type { Value } from '../../model/value.ts'
import { timestampText } from '../encode/date-time.ts'
import type { Frame } from '../rows/frame.ts'
import { type Deriver, type DeriveSite, numberOption } from './deriver.ts'
import { readTime } from './read-time.ts'

const SECOND = 1000
const DAY = 86400000
const WEEK = 7 * DAY
const YEAR = 365 * DAY

/**
 * A time not before the latest of the inputs: as a rule `within` ms after it (half of them sooner), never after `until` unless the input is. `strict`:
 * really later. `since`: nor before that; `exact`: `within` and no other distance. All inputs NULL: any time between `from` and `until`.
 */
export const after: Deriver = (site) => beside(site, 1)

/** A time not after the earliest of the inputs, the same way; never before `since`. */
export const before: Deriver = (site) => beside(site, -1)

function beside(site: DeriveSite, sign: 1 | -1): (frame: Frame) => Value {
  const { draws, encoding } = site
  const unit = encoding.kind === 'date' ? DAY : SECOND
  const strict = site.options.strict === true
  const within = numberOption(site, 'within') ?? (encoding.kind === 'time' ? 2 * 3600 * SECOND : WEEK)
  const bound = numberOption(site, sign === 1 ? 'until' : 'since')
  const [from, until] = span(site)
  const result = timeOf(site)
  if (site.options.placed === true) return placed(site, unit)
  const least = (sign === 1 ? numberOption(site, 'since') : undefined) ?? Number.NEGATIVE_INFINITY
  const exact = site.options.exact === true
  return (frame) => {
    const found = extreme(site, frame, sign)
    const base = found === null ? null : Math.max(found, least)
    // Only now: an input may be this column in another row, with the same draws.
    draws.at(frame)
    if (base === null) return result(from + Math.floor((draws.unit(1) * (until - from)) / unit) * unit)
    const edge = firstAllowed(base, unit, sign, strict)
    if (exact) return result(edge + sign * within)
    const room = bound === undefined ? 10 * within : sign * (bound - edge)
    // No room: the nearest time that is allowed, to the millisecond where the unit would lead beyond the bound.
    if (room < 0) return result(strict || unit === DAY ? edge : base)
    const unitDraw = draws.unit(0)
    const far = (within * unitDraw) / (1 - unitDraw)
    const distance = far <= room ? far : draws.unit(1) * room
    return result(edge + sign * Math.floor(distance / unit) * unit)
  }
}

/** Share of the room that the siblings of the first generation take. */
const FIRST = 0.9

/** Siblings one after the other, from the latest input (or `from`) to `until` at most; those that come later follow them. */
function placed(site: DeriveSite, unit: number): (frame: Frame) => Value {
  const { draws, table } = site
  const within = numberOption(site, 'within') ?? WEEK
  const [from, until] = span(site)
  const result = timeOf(site)
  return (frame) => {
    const start = firstAllowed(extreme(site, frame, 1) ?? from, unit, 1, false)
    const count = Math.max(1, table.layout?.firstCount(frame.parent) ?? 1)
    const room = Math.max(0, Math.min(until - start, (within * count) / FIRST))
    // The middle half of each place, so that neighbours are apart.
    const inside = 0.25 + draws.at(frame).unit(0) / 2
    const later = frame.j - count
    const share = later < 0 ? (FIRST * (frame.j + inside)) / count : 1 - (1 - FIRST) / (1 + later + inside)
    return result(start + Math.floor((room * share) / unit) * unit)
  }
}

/** Where times are drawn from that have nothing to lean on. */
function span(site: DeriveSite): [number, number] {
  if (site.encoding.kind === 'time')
    return [numberOption(site, 'from') ?? 0, numberOption(site, 'until') ?? DAY - SECOND]
  const until = numberOption(site, 'until') ?? site.now
  const from = numberOption(site, 'from') ?? numberOption(site, 'since') ?? until - YEAR
  return [from, Math.max(from, until)]
}

/** The first whole unit that is not before (after) the base; beyond it where strict. */
function firstAllowed(base: number, unit: number, sign: 1 | -1, strict: boolean): number {
  const units = base / unit
  if (strict) return (sign === 1 ? Math.floor(units) + 1 : Math.ceil(units) - 1) * unit
  return (sign === 1 ? Math.ceil(units) : Math.floor(units)) * unit
}

/** The latest (or earliest) input, in milliseconds. */
function extreme(site: DeriveSite, frame: Frame, sign: 1 | -1): number | null {
  let found: number | null = null
  for (const input of site.inputs) {
    const time = readTime(input, frame)
    if (time !== null && (found === null || sign * time > sign * found)) found = time
  }
  return found
}

/** From milliseconds to what the column of a site takes. */
export function timeOf({ encoding }: DeriveSite): (ms: number) => Value {
  if (encoding.kind === 'date') return (ms) => Math.round(ms / DAY)
  return encoding.kind === 'text' ? (ms) => timestampText(ms, true) : (ms) => ms
}
