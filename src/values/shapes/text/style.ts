import type { Draws } from '../../shape-maker.ts'

/** How a kind of text grows, shrinks and carries the path of its row. */
export interface TextStyle {
  /** Stands between the text and more of it. */
  readonly join: string
  /**
   * Stands before the path of the row. Empty: the path follows directly, after a part that does not end in a digit. Paths hold only
   * digits, lower-case letters and `-`, and all paths of a table have the same number of parts, so the text stays injective.
   */
  readonly mark: string
  /** More of the same kind, from draw number `n` on, for a text that is too short. */
  readonly more: (draws: Draws, n: number) => string
  /** What stands before the text and is never cut: `https://www.example.com/`; `spare`: used instead where it is too long. */
  readonly lead?: (draws: Draws) => string
  readonly spareLead?: string
  /** What stands after the text and is never cut: `@example.com`, `.pdf`. */
  readonly tail?: (draws: Draws) => string
  readonly spareTail?: string
  /** Characters that the text may not end with after it was shortened: `._-` in an address. */
  readonly edge?: string
  /** Shortened after a whole sentence where one ends in the second half of the room. */
  readonly whole?: boolean
}

/** Draws for `more` begin here: no shape uses as many for its text itself. */
export const MORE = 2000
/** Draws that one call of `more` may use. */
export const MORE_STRIDE = 16
