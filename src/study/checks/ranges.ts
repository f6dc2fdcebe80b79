import { parseInstant } from '../sql/calendar.ts'
import type { Expr } from '../sql/expr.ts'
import type { Formula } from './formula.ts'
import { narrowed } from './narrowed.ts'
import type { Piece } from './piece.ts'
import type { Predicate, Reader } from './reader.ts'

/** `NOT isempty(r)`, `lower_inc(r)`, `x <@ '[1,10)'::int4range`. */
export const RANGE_PREDICATES: Readonly<Record<string, Predicate>> = {
  isempty: bounded(false),
  lower_inf: bounded(false),
  upper_inf: bounded(false),
  lower_inc: bounded(true),
  upper_inc: bounded(false),
  '<@': ([of, range], want, nulls, reader) => inside(of, range, want, nulls, reader),
  '@>': ([range, of], want, nulls, reader) => inside(of, range, want, nulls, reader),
}

/** Ranges that are written are neither empty nor endless, and have the form `[a,b)`. */
function bounded(holds: boolean): Predicate {
  return ([of], want, nulls, reader) =>
    of === undefined || want !== holds || !isRange(of, reader)
      ? null
      : narrowed(reader.demand(of, { bounded: true }, nulls))
}

const isRange = (expr: Expr, reader: Reader): boolean => reader.type(expr)?.shape === 'range'

const LITERAL = /^([[(])\s*"?([^",]*)"?\s*,\s*"?([^",]*)"?\s*([\])])$/

function inside(
  of: Expr | undefined,
  range: Expr | undefined,
  want: boolean,
  nulls: boolean,
  reader: Reader,
): Formula | null {
  if (of === undefined || range?.kind !== 'constant' || typeof range.value !== 'string' || !want) return null
  const [, open, low, high, close] = LITERAL.exec(range.value) ?? []
  if (low === undefined || high === undefined) return null
  const bound = (text: string) =>
    text === '' ? undefined : /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : (parseInstant(text) ?? Number.NaN)
  const [min, max] = [bound(low), bound(high)]
  if (Number.isNaN(min) || Number.isNaN(max)) return null
  const step = /num/.test(range.type) ? 1e-6 : 1
  const piece: Piece = {
    ...(min === undefined ? {} : { min: open === '(' ? min + step : min }),
    ...(max === undefined ? {} : { max: close === ')' ? max - step : max }),
  }
  const type = reader.type(of)
  if (type?.shape === 'array' || type?.shape === 'multirange' || type?.shape === 'composite') return null
  return narrowed(reader.demand(of, piece, nulls))
}
