import type { Expr } from '../sql/expr.ts'
import { any, type Formula } from './formula.ts'
import type { Piece } from './piece.ts'
import type { Reader } from './reader.ts'

/** The value is in one of the pieces; none: only NULL is left, if that will do. */
export function demandAny(reader: Reader, expr: Expr, pieces: readonly Piece[], nulls: boolean): Formula {
  if (pieces.length === 0) return nulls ? reader.nullness(expr, true) : any([])
  return any(pieces.map((piece) => reader.demand(expr, piece, nulls)))
}
