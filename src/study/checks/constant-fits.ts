import type { Value } from '../../model/value.ts'
import type { Expr } from '../sql/expr.ts'
import type { Piece } from './piece.ts'
import { satisfies } from './satisfies.ts'

/** Whether a known expression is accepted by the piece; null where that cannot be told, `undefined` for NULL. */
export function constantFits(piece: Piece, expr: Expr): boolean | null | undefined {
  if (expr.kind === 'constant') return expr.value === null ? undefined : satisfies(piece, expr.value as Value)
  if (expr.kind === 'span') return satisfies(piece, expr.compared / 1000)
  if (expr.kind === 'array') return expr.items.length === 0 ? fitsEmptyArray(piece) : null
  if (expr.kind !== 'moment') return null
  const { low, high, now, day } = expr
  const { min, max, minNow, maxNow, ...more } = piece
  if (Object.keys(more).length > 0 || day) return null
  const [least, most] = now ? [minNow, maxNow] : [min, max]
  const others = now ? [min, max] : [minNow, maxNow]
  // Infinity is past every bound, moving ones too.
  if (others.some((bound) => bound !== undefined) && Number.isFinite(low)) return null
  if ((least ?? others[0] ?? Number.NEGATIVE_INFINITY) > low) return false
  return (most ?? others[1] ?? Number.POSITIVE_INFINITY) >= high
}

const fitsEmptyArray = ({ minItems = 0, items: _, maxItems: __, ...more }: Piece): boolean | null =>
  Object.keys(more).length > 0 ? null : minItems === 0
