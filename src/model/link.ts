import type { ObjectId } from './name.ts'
import type { Value } from './value.ts'

/** A foreign key (or a found relation without one) as the plan uses it: which parent row a row leads to. */
export interface Link {
  /** Name of the foreign key; unique in its table. */
  readonly name: string
  readonly columns: readonly string[]
  readonly parent: {
    readonly table: ObjectId
    readonly columns: readonly string[]
    /** Id of the pool when the parents are rows that are there already; null when they are rows of this plan. */
    readonly pool: string | null
  }
  readonly choose: Choose
  /** Share of rows whose link leads nowhere, 0 … 1. Drawn from the identity. */
  readonly nulls: number
  /** Written NULL first and mended by a patch step (a cycle was cut here). */
  readonly patch: boolean
  /** Why this way: one sentence for `plan`. */
  readonly why: string
}

export type Choose =
  /** Parents own blocks of children (rule 2): the table's owner link; at most one per table. */
  | { readonly kind: 'blocks'; readonly spread: Spread }
  /**
   * A parent drawn from the identity; `skew` 0: all alike, 1: as in life, few are chosen often. `avoid` names another link to the same table whose
   * parent must be another row (nobody follows themselves); NULL or the same row where there is only one parent.
   */
  | { readonly kind: 'hash'; readonly skew: number; readonly avoid?: string }
  /** The link is part of a unique key: see `Unique` of recipes; radix `digit` is the number of parents. */
  | {
      readonly kind: 'permute'
      readonly scope: 'row' | 'parent'
      readonly key: string
      readonly radices: readonly number[]
      readonly digit: number
      /** As for `hash`: the radix is then the number of parents less one, and the parent to avoid is skipped. */
      readonly avoid?: string
    }
  /** A self reference: an earlier row of the table, or of the same block; a share of `roots` has none (points at itself where `itself`). */
  | { readonly kind: 'earlier'; readonly scope: 'table' | 'block'; readonly roots: number; readonly itself: boolean }
  /**
   * A parent under the same ancestor as the row: follow `mine` (link names from this table) and the parent's `theirs` (link names, each the
   * owner link of its table) to one and the same row. NULL (or any parent, when the column is NOT NULL) where that ancestor has none.
   */
  | {
      readonly kind: 'within'
      readonly mine: readonly string[]
      readonly theirs: readonly string[]
      readonly skew: number
    }
  /** The first of the rows that the parent owns in this table's chunk: closes a NOT NULL cycle (`link` is the parent table's owner link to us). */
  | { readonly kind: 'first-child'; readonly link: string }
  /** The columns are filled by other links or recipes; this one only orders tables. */
  | { readonly kind: 'implied'; readonly by: readonly string[] }
  /** Always NULL. */
  | { readonly kind: 'none' }

/** How many children each parent has. Computed by `values/spread.ts` from the parents' identities. */
export interface Spread {
  /** The history of totals: rows are numbered so that those of an earlier generation keep their numbers. At least one; the last one is now. */
  readonly generations: readonly { readonly rows: number; readonly parents: number }[]
  readonly min: number
  /** null: no bound. */
  readonly max: number | null
  /** `even`: nearly the same for all; `natural`: log-normal weights with this sigma (default 0.6): few have many. */
  readonly law: { readonly kind: 'even' } | { readonly kind: 'natural'; readonly sigma: number }
}

/** Rows that are there already and that links may lead to: gathered before the plan, frozen in it. Sorted by key; JSON-safe. */
export interface Pool {
  readonly id: string
  readonly table: ObjectId
  readonly columns: readonly string[]
  /** The text Postgres prints for each column. */
  readonly rows: readonly (readonly (string | null)[])[]
  /** False where only a part was gathered. */
  readonly complete: boolean
}

/** A column's literal, for JSON: what `Value` cannot say in JSON is tagged by the plan's codec. */
export type Literal = Value
