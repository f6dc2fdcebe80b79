import { DAY, HOUR, MINUTE, SECOND } from '../sql/calendar.ts'
import type { Expr } from '../sql/expr.ts'
import { quoteRegex } from '../sql/quote-regex.ts'
import { meetPieces } from './meet-pieces.ts'
import { ANYTHING, type Piece } from './piece.ts'
import { textOf } from './texts.ts'

/** For `f(x) = x`: the values that a chain of functions over a column leaves as they are; null where one of them is not known. */
export function fixedPoint(expr: Expr, column: string): Piece | null {
  if (expr.kind === 'column') return expr.name === column ? ANYTHING : null
  if (expr.kind === 'cast') return together(fixedCast(expr.to, expr.modifiers), fixedPoint(expr.of, column))
  if (expr.kind !== 'call') return null
  const [first, second] = expr.args
  if (first === undefined) return null
  if (expr.name === 'date_trunc')
    return second === undefined ? null : together(truncated(textOf(first) ?? ''), fixedPoint(second, column))
  return together(fixedBy(expr.name, expr.args), fixedPoint(first, column))
}

function together(left: Piece | null, right: Piece | null): Piece | null {
  if (left === null || right === null) return null
  const met = meetPieces(left, right)
  return met === 'empty' || met === 'clash' ? null : met
}

function fixedCast(to: string, modifiers: readonly number[]): Piece | null {
  if (modifiers.length > 0) return null
  if (/^int[248]$/.test(to)) return { scale: 0 }
  if (to === 'date') return { step: DAY }
  return /^(text|varchar|numeric|float8|citext|timestamp|timestamptz)$/.test(to) ? ANYTHING : null
}

function fixedBy(name: string, args: readonly Expr[]): Piece | null {
  switch (name) {
    case 'lower':
    case 'upper':
      return { case: name }
    case 'btrim':
    case 'ltrim':
    case 'rtrim':
      return args.length === 1 ? { trimmed: true } : null
    case 'round':
    case 'trunc':
      return { scale: digits(args[1]) }
    case 'floor':
    case 'ceil':
    case 'ceiling':
      return { scale: 0 }
    case 'abs':
      return { min: 0 }
    case 'replace':
      return without(textOf(args[1]), true)
    case 'regexp_replace':
      return without(textOf(args[1]), false)
    default:
      return null
  }
}

const digits = (expr: Expr | undefined): number =>
  expr?.kind === 'constant' && typeof expr.value === 'number' ? expr.value : 0

/** What would be replaced is not there. */
const without = (sought: string | null, literal: boolean): Piece | null =>
  sought === null || sought === ''
    ? null
    : { patterns: [{ pattern: literal ? quoteRegex(sought) : sought, caseless: false, negated: true }] }

const UNITS: Readonly<Record<string, Piece>> = {
  second: { step: SECOND },
  minute: { step: MINUTE },
  hour: { step: HOUR },
  day: { step: DAY },
  // Weeks begin on Mondays, and 1970-01-01 was a Thursday.
  week: { step: 7 * DAY, remainder: 4 * DAY },
}

const truncated = (unit: string): Piece | null => UNITS[unit.toLowerCase()] ?? null
