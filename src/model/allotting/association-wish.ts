import type { Comparison } from '../config.ts'
import type { AllotConstraints, Relaxable, Strategy } from './allotment.ts'

/** A row that is shared out, or that gets some, as functions of a configuration see it: its columns, and what the item of a pool says that it is made of. */
export type AssociatedRow = Readonly<Record<string, ReturnType<typeof JSON.parse>>>

/** The rows that take part: those for which each of the comparisons holds, or for which the function says so. */
export type RowFilter = Readonly<Record<string, Comparison>> | ((row: AssociatedRow) => unknown)

/** Weights: a number for each, a column, field or law, a number for each value of a column or field, or a function. */
export type RowWeights =
  | readonly number[]
  | string
  | { readonly by: string; readonly values: Readonly<Record<string, number>>; readonly others: number }
  | ((row: AssociatedRow, index: number) => number)

/** What the configuration says of one association. */
export interface AssociationWish {
  readonly name: string
  /** `table` as the user spelled it; both null: the name says it. */
  readonly source: { readonly table: string | null; readonly pool: string | null; readonly filter: RowFilter | null }
  readonly target: {
    readonly table: string | null
    readonly filter: RowFilter | null
    /** So many rows, or at most so many of those that are there. */
    readonly count: number | null
    /** `personal`, `team`, or the value of the column that tells the rows apart. */
    readonly type: string | null
  }
  readonly strategy: Strategy
  readonly weights: RowWeights | null
  readonly itemWeights: RowWeights | null
  readonly constraints: AllotConstraints<AssociatedRow, AssociatedRow>
  readonly onConflict: 'relax' | 'error' | 'partial'
  readonly onShortage: 'relax' | 'synthesize' | 'error' | null
  readonly relaxationOrder: readonly Relaxable[] | null
  /** `setup_gear`, `posts.author_id`, or both keys of a table that joins by their columns; null: it is found. */
  readonly via: string | { readonly table: string; readonly source: string; readonly target: string } | null
  readonly custom: ((given: never) => readonly (number | null)[]) | null
}
