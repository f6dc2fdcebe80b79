import type { Need, Outcome } from './choice.ts'
import type { Piece } from './piece.ts'

/** How much an outcome takes away from what rows may be like: the less, the better. */
export function weighOutcome({ needs, rules }: Outcome): number {
  return needs.reduce((sum, need) => sum + weighNeed(need), 0) + rules.length * 0.5
}

function weighNeed({ nulls, piece }: Need): number {
  if (piece === null) return 20
  return (nulls ? 0 : 1.5) + weighPiece(piece)
}

function weighPiece(piece: Piece): number {
  const listed = piece.values === undefined ? 0 : 3 + 4 / Math.max(piece.values.length, 1)
  const span = piece.min !== undefined && piece.max !== undefined ? 1 + 1 / (1 + piece.max - piece.min) : 0
  const excluded = piece.excluded === undefined ? 0 : 1
  const others = Object.keys(piece).filter((key) => key !== 'values').length
  return listed + span + excluded + others
}
