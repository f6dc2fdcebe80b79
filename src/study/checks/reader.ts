import type { Expr } from '../sql/expr.ts'
import type { Formula } from './formula.ts'
import type { Piece } from './piece.ts'

/** What is known of a column's type where checks are read. */
export interface ColumnType {
  /** Innermost base: `int4`, `text`, an enum's id …; of an array that of its items. */
  readonly base: string
  readonly shape: 'scalar' | 'array' | 'range' | 'multirange' | 'composite'
  /** Labels of an enum (the items' one, for arrays), in their order. */
  readonly labels: readonly string[] | null
  readonly length: number | null
  readonly scale: number | null
  /** Attributes of a composite. */
  readonly attributes: readonly { readonly name: string; readonly type: ColumnType }[]
}

/** The parts of the reading of checks, for one another: each kind of expression has its own file. */
export interface Reader {
  /** The type of an expression, as far as it matters for reading constants; null where nobody knows. */
  type(expr: Expr): ColumnType | null
  /** `expr` is `want` (or NULL, if `nulls`). */
  holds(expr: Expr, want: boolean, nulls: boolean): Formula
  /** The value of `expr` is one that `piece` accepts (or NULL, if `nulls`). */
  demand(expr: Expr, piece: Piece, nulls: boolean): Formula
  /** `expr` is NULL, or is not. */
  nullness(expr: Expr, isNull: boolean): Formula
}

/** Reads a demand on the value of a call back onto its arguments; null where the call is not understood. */
export type Backward = (args: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader) => Formula | null

/** Reads a call that is true or false. */
export type Predicate = (args: readonly Expr[], want: boolean, nulls: boolean, reader: Reader) => Formula | null
