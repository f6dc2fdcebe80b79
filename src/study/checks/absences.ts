import type { Expr } from '../sql/expr.ts'
import { constantFits } from './constant-fits.ts'
import { constantPiece } from './constant-piece.ts'
import { ALWAYS, all, any, type Formula, NEVER } from './formula.ts'
import type { Piece } from './piece.ts'
import type { Backward, Reader } from './reader.ts'

/** Functions that look at NULLs: `coalesce`, `nullif`, `greatest`, `least`. */
export const ABSENCE_FUNCTIONS: Readonly<Record<string, Backward>> = { coalesce, nullif, greatest, least }

/** `coalesce(x, 0) >= 0`: NULL is as good as the 0 is. */
function coalesce([of, ...others]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  if (of === undefined) return nulls ? ALWAYS : NEVER
  if (others.length === 0) return reader.demand(of, piece, nulls)
  const fits = others.length === 1 && others[0] !== undefined ? constantFits(piece, others[0]) : null
  if (fits !== null) return reader.demand(of, piece, fits === undefined ? nulls : fits)
  const rest = coalesce(others, piece, nulls, reader)
  return rest === null ? null : all([reader.demand(of, piece, true), any([reader.nullness(of, false), rest])])
}

/** `nullif(x, '')` is NULL for one more value. */
function nullif([of, by]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  if (of === undefined || by === undefined) return null
  const type = reader.type(of)
  const [same, others] = [constantPiece('=', by, type), constantPiece('<>', by, type)]
  if (same === null || others === null) return null
  if (nulls) return any([reader.demand(of, same, false), reader.demand(of, piece, true)])
  return all([reader.demand(of, others, false), reader.demand(of, piece, false)])
}

function greatest(args: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  return extreme(args, piece, nulls, reader, 'max', 'min')
}

function least(args: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  return extreme(args, piece, nulls, reader, 'min', 'max')
}

/** The greatest is below a bound when all are, above one when any is; NULLs are passed over, and only all NULL is NULL. */
function extreme(
  args: readonly Expr[],
  piece: Piece,
  nulls: boolean,
  reader: Reader,
  every: Side,
  some: Side,
): Formula | null {
  const { min, max, minNow, maxNow, ...more } = piece
  if (Object.keys(more).length > 0) return null
  const sides: Record<Side, Piece> = { min: present({ min, minNow }), max: present({ max, maxNow }) }
  const [within, reached] = [sides[every], sides[some]]
  const allNull = all(args.map((arg) => reader.nullness(arg, true)))
  const one = any([...args.map((arg) => reader.demand(arg, reached, false)), ...(nulls ? [allNull] : [])])
  const reaches = !nulls || Object.keys(reached).length > 0
  return all([...args.map((arg) => reader.demand(arg, within, true)), ...(reaches ? [one] : [])])
}

type Side = 'min' | 'max'

const present = (piece: Record<string, number | undefined>): Piece =>
  Object.fromEntries(Object.entries(piece).filter(([, bound]) => bound !== undefined))
