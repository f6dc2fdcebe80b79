import type { Formula, RuleDraft } from './formula.ts'
import type { Piece } from './piece.ts'

/** What a column must be like: NULL (if `nulls`), or accepted by the piece; null: no value will do. */
export interface Need {
  readonly column: string
  readonly nulls: boolean
  readonly piece: Piece | null
}

/** One way to meet a demand: all of these needs and rules. */
export interface Outcome {
  readonly needs: readonly Need[]
  readonly rules: readonly RuleDraft[]
  /** Taking it leaves out rows that the check would let pass, in a manner worth telling. */
  readonly narrows: boolean
}

/** A demand with the ways to meet it, best first. */
export interface Choice {
  readonly outcomes: readonly Outcome[]
  /** The ways together are all there are: where none fits, nothing can. */
  readonly complete: boolean
  /** What was demanded, where it may be listed as tuples once the columns' values are known. */
  readonly formula?: Formula
}

export const single = (needs: readonly Need[], rules: readonly RuleDraft[], complete: boolean): Choice => ({
  outcomes: [{ needs, rules, narrows: false }],
  complete,
})
