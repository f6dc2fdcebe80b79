import type { Value } from '../../model/value.ts'
import { DAY, parseInstant, printInstant } from '../sql/calendar.ts'
import type { Constant, Expr, Moment, Span } from '../sql/expr.ts'
import { foldCast } from '../sql/fold-cast.ts'
import { quoteRegex } from '../sql/quote-regex.ts'
import { INSTANTS, JSONS, NUMBERS, TEXTS } from './families.ts'
import type { Piece } from './piece.ts'
import type { ColumnType } from './reader.ts'
import { nudge } from './spans.ts'

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>='

/** The values that compare so with a constant, for an expression of the type; null where no piece can say it. */
export function constantPiece(op: Comparison, constant: Expr, type: ColumnType | null): Piece | null {
  if (constant.kind === 'moment') return momentPiece(op, constant, type)
  if (constant.kind === 'span') return spanPiece(op, constant)
  if (constant.kind === 'growing') return growingPiece(op, constant.least)
  if (constant.kind !== 'constant' || constant.value === null) return null
  if (type?.shape !== undefined && type.shape !== 'scalar') return null
  const folded =
    type === null || type.base === constant.type ? null : foldCast(constant, sharedType(constant, type.base))
  if (folded !== null && folded.kind !== 'constant') return constantPiece(op, folded, type)
  return scalarPiece(op, folded ?? constant, type)
}

/** What Postgres compares as: a bare literal takes the type of the other side, a number stays the number it is. */
const sharedType = (constant: Constant, base: string): string => {
  if (typeof constant.value === 'number' && NUMBERS.includes(base)) return 'numeric'
  return constant.type === 'unknown' || TEXTS.includes(constant.type) ? base : constant.type
}

function scalarPiece(op: Comparison, constant: Constant, type: ColumnType | null): Piece | null {
  const { value } = constant
  if (typeof value === 'number') return numberPiece(op, value, constant)
  if (typeof value === 'boolean') return booleanPiece(op, value)
  const text = String(value)
  if (type?.labels) return labelPiece(op, text, type.labels)
  if (type !== null && JSONS.includes(type.base)) return jsonPiece(op, text)
  if (op === '=') return { values: [text] }
  if (op !== '<>') return null
  // Blanks alone are as good as nothing in a char(n).
  if (text === '' && type?.base === 'bpchar') return { minLength: 1, trimmed: true }
  if (text === '' && (type === null || TEXTS.includes(type.base))) return { minLength: 1 }
  // citext compares without case, so that a list of what is excluded would miss other spellings.
  if (type?.base === 'citext' || constant.type === 'citext')
    return { patterns: [{ pattern: `^${quoteRegex(text)}$`, caseless: true, negated: true }] }
  return { excluded: [text] }
}

function numberPiece(op: Comparison, value: number, constant: Constant): Piece | null {
  const exact: Value = Number.isSafeInteger(value) || !Number.isInteger(value) ? value : (constant.text ?? value)
  if (!Number.isFinite(value)) return infinitePiece(op, value)
  switch (op) {
    case '=':
      return { values: [exact] }
    case '<>':
      return { excluded: [exact] }
    case '<':
      return { max: value - nudge(value) }
    case '<=':
      return { max: inward(value, -1) }
    case '>':
      return { min: value + nudge(value) }
    case '>=':
      return { min: inward(value, 1) }
  }
}

/** A bound that a double cannot hold moves inward. */
const inward = (value: number, sign: 1 | -1): number =>
  Number.isSafeInteger(value) || !Number.isInteger(value) ? value : value + sign * Math.abs(value) * 2 ** -52

/** NaN is above everything, and what is written is never NaN. */
function infinitePiece(op: Comparison, value: number): Piece | null {
  if (Number.isNaN(value)) return op === '<>' || op === '<' || op === '<=' ? {} : null
  const below = op === '<' || op === '<='
  const above = op === '>' || op === '>='
  return op === '<>' || (below && value > 0) || (above && value < 0) ? {} : null
}

const booleanPiece = (op: Comparison, value: boolean): Piece | null =>
  op === '=' ? { values: [value] } : op === '<>' ? { values: [!value] } : null

/** Enums are ordered as their labels are listed. */
function labelPiece(op: Comparison, label: string, labels: readonly string[]): Piece | null {
  const at = labels.indexOf(label)
  if (at < 0) return null
  const test: Record<Comparison, (index: number) => boolean> = {
    '=': (index) => index === at,
    '<>': (index) => index !== at,
    '<': (index) => index < at,
    '<=': (index) => index <= at,
    '>': (index) => index > at,
    '>=': (index) => index >= at,
  }
  return { values: labels.filter((_, index) => test[op](index)) }
}

function jsonPiece(op: Comparison, text: string): Piece | null {
  if (op !== '=' && op !== '<>') return null
  try {
    const value = JSON.parse(text) as Value
    return op === '=' ? { values: [value] } : { excluded: [value] }
  } catch {
    return null
  }
}

function spanPiece(op: Comparison, { compared }: Span): Piece | null {
  const seconds = compared / 1000
  switch (op) {
    case '=':
      return { values: [seconds] }
    case '<>':
      return { excluded: [seconds] }
    case '<':
      return { max: seconds - 1 }
    case '<=':
      return { max: seconds }
    case '>':
      return { min: seconds + 1 }
    case '>=':
      return { min: seconds }
  }
}

const growingPiece = (op: Comparison, least: number): Piece | null =>
  op === '<=' ? { max: least } : op === '<' ? { max: least - 1 } : null

function momentPiece(op: Comparison, moment: Moment, type: ColumnType | null): Piece | null {
  if (type !== null && !INSTANTS.includes(type.base)) return null
  if (moment.now) return movingPiece(op, moment, type?.base === 'date')
  const { low, high } = moment
  if (!Number.isFinite(low)) return infinitePiece(op, low)
  const text = printable(low) ? printInstant(low, type?.base === 'date' ? 'date' : moment.type) : null
  switch (op) {
    case '=':
      return low === high && text !== null ? { values: [text] } : null
    case '<>':
      return low === high && text !== null ? { excluded: [text] } : null
    case '<':
      return { max: low - 1 }
    case '<=':
      return { max: low }
    case '>':
      return { min: high + 1 }
    case '>=':
      return { min: high }
  }
}

const printable = (instant: number): boolean =>
  Math.abs(instant) < 8e15 && parseInstant(printInstant(instant, 'timestamptz')) === instant

/**
 * Bounds that move with the clock. A moment counted from midnight lies up to a day before its counterpart counted from now; dates are
 * midnights themselves, so for them the upper bound is exact.
 */
function movingPiece(op: Comparison, { low, high, day }: Moment, isDate: boolean): Piece | null {
  const strict = op === '<' || op === '>' ? 1 : 0
  if (op === '<' || op === '<=')
    return { maxNow: low - (day && !isDate ? DAY : 0) - (day && isDate && strict ? DAY : strict) }
  if (op === '>' || op === '>=') return { minNow: high + (day && isDate && !strict ? 1 - DAY : 0) + strict }
  return null
}
