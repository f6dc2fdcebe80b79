import { DAY, HOUR, MINUTE, parseInstant, SECOND } from '../sql/calendar.ts'
import type { Expr, Moment, Span } from '../sql/expr.ts'
import { constantPiece } from './constant-piece.ts'
import { demandAny } from './demand-any.ts'
import { INSTANTS, TIMES } from './families.ts'
import { all, any, type Formula } from './formula.ts'
import { narrowed } from './narrowed.ts'
import type { Piece } from './piece.ts'
import type { Backward, Reader } from './reader.ts'
import { satisfies } from './satisfies.ts'
import { type NumberSpan, spansOf } from './spans.ts'
import { textOf } from './texts.ts'

/** Fields of times, ages, and sums of times and intervals. `+` and `-` here; of numbers see `numbers.ts`. */
export const TIME_FUNCTIONS: Readonly<Record<string, Backward>> = {
  '+': later,
  '-': earlier,
  age,
  date: ([of], piece, nulls, reader) =>
    of === undefined ? null : reader.demand({ kind: 'cast', of, to: 'date', modifiers: [] }, piece, nulls),
  date_part: extract,
  extract,
  isfinite: ([of], piece, nulls, reader) =>
    of !== undefined && satisfies(piece, true) ? reader.demand(of, {}, nulls) : null,
  timezone: ([zone, of], piece, nulls, reader) =>
    of !== undefined && /^(utc|gmt)$/i.test(textOf(zone) ?? '') ? reader.demand(of, piece, nulls) : null,
}

const isInstant = (expr: Expr, reader: Reader): boolean => INSTANTS.includes(reader.type(expr)?.base ?? '')

function later([left, right]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  if (left?.kind === 'span' && right !== undefined) return later([right, left], piece, nulls, reader)
  if (left === undefined || right === undefined || !isInstant(left, reader)) return null
  const by = right.kind === 'span' ? right : daysOf(right)
  return by === null ? null : moved(left, piece, by, nulls, reader)
}

const daysOf = (expr: Expr): Span | null => {
  const ms = expr.kind === 'constant' && typeof expr.value === 'number' ? expr.value * DAY : null
  return ms === null ? null : { kind: 'span', low: ms, high: ms, compared: ms }
}

function earlier([left, right]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  if (left === undefined || right === undefined) return null
  if (left.kind === 'moment' || right.kind === 'moment') return apart(left, right, piece, nulls, reader)
  const by = right.kind === 'span' ? right : daysOf(right)
  if (by === null || !isInstant(left, reader)) return null
  return moved(left, piece, { ...by, low: -by.high, high: -by.low, compared: -by.compared }, nulls, reader)
}

/** `x + by` within bounds: `x` within the bounds, moved back. */
function moved(of: Expr, piece: Piece, by: Span, nulls: boolean, reader: Reader): Formula | null {
  const { min, max, minNow, maxNow, ...more } = piece
  if (Object.keys(more).length > 0) return null
  const back: Piece = {
    ...(min === undefined ? {} : { min: min - by.low }),
    ...(max === undefined ? {} : { max: max - by.high }),
    ...(minNow === undefined ? {} : { minNow: minNow - by.low }),
    ...(maxNow === undefined ? {} : { maxNow: maxNow - by.high }),
  }
  const formula = reader.demand(of, back, nulls)
  return by.low === by.high ? formula : narrowed(formula)
}

/** `now() - x >= '1 day'`, `CURRENT_DATE - x < 30`: days between dates, intervals (in seconds) between others. */
function apart(left: Expr, right: Expr, piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const [moment, of, sign] =
    left.kind === 'moment' ? ([left, right, -1] as const) : ([right as Moment, left, 1] as const)
  const type = reader.type(of)
  const spans = spansOf(piece)
  if (type === null || spans === null || !INSTANTS.includes(type.base)) return null
  const unit = moment.type === 'date' && type.base === 'date' ? DAY : SECOND
  const pieces = spans.map((span) => aroundMoment(moment, span, unit * sign, type))
  return pieces.includes(null)
    ? null
    : any((pieces as Piece[][]).map((both) => all(both.map((one) => reader.demand(of, one, nulls)))))
}

/** `x - moment` (or `moment - x`, by a negative unit) within a range. */
function aroundMoment(
  moment: Moment,
  { min, max }: NumberSpan,
  unit: number,
  type: Parameters<typeof constantPiece>[2],
): Piece[] | null {
  const [low, high] = unit > 0 ? [min, max] : [max, min]
  const at = (by: number): Moment => ({ ...moment, low: moment.low + by, high: moment.high + by })
  const pieces = [
    ...(low === undefined ? [] : [constantPiece('>=', at(low * unit), type)]),
    ...(high === undefined ? [] : [constantPiece('<=', at(high * unit), type)]),
  ]
  return pieces.includes(null) ? null : (pieces as Piece[])
}

const YEAR_OF_MONTHS = 360

/**
 * `age(x) >= '18 years'`: ages are compared with months of 30 days, so that a year counts 360; the bounds leave room for leap years and for the
 * lengths of months.
 */
function age(args: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const of = args.at(-1)
  const from = args.length === 1 ? null : args[0]
  const spans = spansOf(piece)
  const [span] = spans ?? []
  if (of === undefined || span === undefined || spans?.length !== 1 || !isInstant(of, reader)) return null
  if (from !== null && !(from?.kind === 'moment' && from.now && from.low === 0 && from.high === 0)) return null
  return narrowed(reader.demand(of, ageBounds(span), nulls))
}

function ageBounds({ min, max }: NumberSpan): Piece {
  const days = (seconds: number, year: number) => ((seconds * SECOND) / YEAR_OF_MONTHS) * year
  return {
    ...(min === undefined ? {} : { maxNow: min <= 0 ? -DAY : -days(min, 366) - 5 * DAY }),
    ...(max === undefined ? {} : { minNow: -Math.max(0, days(max, 365) - 5 * DAY) }),
  }
}

function extract([unit, of]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const field = textOf(unit)?.toLowerCase()
  if (of === undefined || field === undefined) return null
  const base = reader.type(of)?.base ?? ''
  if (field === 'epoch') return epoch(of, base, piece, nulls, reader)
  if (field === 'year' && of.kind === 'call' && of.name === 'age') return yearsOfAge(of.args, piece, nulls, reader)
  if (TIMES.includes(base) && field === 'hour') return fieldRange(of, piece, nulls, reader, HOUR, HOUR)
  if (!INSTANTS.includes(base)) return null
  if (field === 'year') return years(of, piece, nulls, reader)
  if (field === 'dow' || field === 'isodow') return weekdays(of, field, piece, nulls, reader)
  const steps: Record<string, number> = { minute: HOUR, second: MINUTE, seconds: MINUTE, hour: DAY }
  const step = steps[field]
  return step !== undefined && satisfies(piece, 0) === true ? narrowed(reader.demand(of, { step }, nulls)) : null
}

/** Seconds since 1970, or in an interval. */
function epoch(of: Expr, base: string, piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const spans = spansOf(piece)
  if (spans === null || !(base === 'interval' || INSTANTS.includes(base))) return null
  const unit = base === 'interval' ? 1 : SECOND
  const pieces = spans.map(
    ({ min, max }): Piece => ({
      ...(min === undefined ? {} : { min: min * unit }),
      ...(max === undefined ? {} : { max: max * unit }),
    }),
  )
  return demandAny(reader, of, pieces, nulls)
}

function yearsOfAge(args: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const spans = spansOf(piece)
  const [span] = spans ?? []
  if (span === undefined || spans?.length !== 1) return null
  const { min, max } = span
  const seconds = YEAR_OF_MONTHS * 86_400
  return age(
    args,
    {
      ...(min === undefined ? {} : { min: Math.ceil(min) * seconds }),
      ...(max === undefined ? {} : { max: (Math.floor(max) + 1) * seconds - 86_400 }),
    },
    nulls,
    reader,
  )
}

function fieldRange(
  of: Expr,
  piece: Piece,
  nulls: boolean,
  reader: Reader,
  unit: number,
  width: number,
): Formula | null {
  const spans = spansOf(piece)
  if (spans === null) return null
  const pieces = spans.map(
    ({ min, max }): Piece => ({
      ...(min === undefined ? {} : { min: Math.ceil(min) * unit }),
      ...(max === undefined ? {} : { max: Math.floor(max) * unit + width - 1 }),
    }),
  )
  return demandAny(reader, of, pieces, nulls)
}

function years(of: Expr, piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const spans = spansOf(piece)
  if (spans === null) return null
  const start = (year: number) =>
    parseInstant(`${String(Math.min(Math.max(year, 1), 9999)).padStart(4, '0')}-01-01`) as number
  const pieces = spans.map(
    ({ min, max }): Piece => ({
      ...(min === undefined ? {} : { min: start(Math.ceil(min)) }),
      ...(max === undefined ? {} : { max: start(Math.floor(max) + 1) - 1 }),
    }),
  )
  return demandAny(reader, of, pieces, nulls)
}

/** 1970-01-01 was a Thursday. */
function weekdays(of: Expr, field: 'dow' | 'isodow', piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const days = field === 'dow' ? [1, 2, 3, 4, 5, 6, 0] : [1, 2, 3, 4, 5, 6, 7]
  const verdicts = days.map((day) => satisfies(piece, day))
  if (verdicts.includes(null)) return null
  if (!verdicts.includes(false)) return reader.demand(of, {}, nulls)
  const wanted = days.filter((_, index) => verdicts[index])
  return narrowed(
    demandAny(
      reader,
      of,
      wanted.map((day) => ({ step: 7 * DAY, remainder: ((day + 3) % 7) * DAY })),
      nulls,
    ),
  )
}
