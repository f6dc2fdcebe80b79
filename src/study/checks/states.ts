import type { Need } from './choice.ts'
import { meetPieces } from './meet-pieces.ts'
import type { Piece } from './piece.ts'
import type { ColumnType } from './reader.ts'
import { settlePiece } from './settle-piece.ts'

/** What a column may hold by all that was taken so far: NULL, and what the piece accepts (null: nothing). */
export interface ColumnState {
  readonly nulls: boolean
  readonly piece: Piece | null
}

export type States = ReadonlyMap<string, ColumnState>

/** The states with some more needs; null where a column would be left without any value. */
export function withNeeds(
  states: States,
  needs: readonly Need[],
  types: ReadonlyMap<string, ColumnType>,
): States | null {
  const next = new Map(states)
  for (const need of needs) {
    const before = next.get(need.column) ?? { nulls: true, piece: {} }
    const after = combined(before, need, types.get(need.column))
    if (after === null) return null
    next.set(need.column, after)
  }
  return next
}

/** Null: no value is left, or it cannot be said which. */
function combined(state: ColumnState, need: Need, type: ColumnType | undefined): ColumnState | null {
  const nulls = state.nulls && need.nulls
  const met = state.piece === null || need.piece === null ? 'empty' : meetPieces(state.piece, need.piece)
  if (met === 'clash') return null
  const settled = met === 'empty' || type === undefined ? met : settlePiece(met, type)
  if (settled === 'clash') return null
  if (settled === 'empty') return nulls ? { nulls, piece: null } : null
  return { nulls, piece: settled }
}
