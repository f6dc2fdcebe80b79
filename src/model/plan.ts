import type { Finding } from './finding.ts'
import type { Link, Pool } from './link.ts'
import type { ObjectId } from './name.ts'
import type { Recipe } from './recipe.ts'
import type { Encoding, Value } from './value.ts'

/** What will be written: pure over its inputs, JSON-safe (see `plan/codec`), hashed, refused by another catalog. */
export interface Plan {
  readonly version: 1
  readonly seed: string
  /** Milliseconds since the epoch; only time columns depend on it. */
  readonly now: number
  readonly catalogHash: string
  /** In the order in which they are written. */
  readonly tables: readonly TablePlan[]
  /** Tables that are not written, each with its reason. Sorted by id. */
  readonly left: readonly LeftOut[]
  readonly pools: readonly Pool[]
  /** One after the other. */
  readonly stages: readonly Stage[]
  readonly findings: readonly Finding[]
  /** SHA-256 (hex) of everything above but `findings`. */
  readonly hash: string
}

export interface LeftOut {
  readonly table: ObjectId
  /** `holds-rows`, `no-privilege`, `not-asked`, `platform`, `cannot`, … */
  readonly code: string
  readonly why: string
  /** The flag that fills it, where there is one. */
  readonly flag: string | null
  /** Rows that are there, where counted. */
  readonly rows: number | null
}

export interface TablePlan {
  readonly id: ObjectId
  readonly schema: string
  readonly name: string
  /** Rows that supa-seed owns when the plan is carried out. */
  readonly rows: number
  /** How many of them an earlier run left there: rows 0 … present-1. The load writes present … rows-1. */
  readonly present: number
  /** Every column, in the catalog's order. */
  readonly columns: readonly ColumnPlan[]
  readonly links: readonly Link[]
  /** Name of the link with `blocks`, or null: a root, identified by its row number. */
  readonly owner: string | null
  /** Columns that identify a row and can be recomputed: the primary key, a unique key, or all comparable columns (`exact` false). */
  readonly key: { readonly columns: readonly string[]; readonly exact: boolean }
  readonly writer: Writer
  /** Rows of a chunk at most. */
  readonly chunkRows: number
  /** May chunks of this table go over several connections at once? */
  readonly parallel: boolean
  /** Estimated bytes of a row on disk. */
  readonly rowBytes: number
  /** User triggers fire on insert: what they write elsewhere is harvested. */
  readonly harvest: boolean
}

/** `copy`; `insert`: COPY is refused or ignores something that matters; `update`: a trigger makes the rows, they are enriched by key. */
export type Writer =
  | { readonly kind: 'copy' | 'insert'; readonly why: string | null }
  | { readonly kind: 'update'; readonly trigger: string; readonly of: ObjectId; readonly why: string | null }

export interface ColumnPlan {
  readonly name: string
  /** For casts in INSERT: `public.mood`, fully qualified and quoted where the type is a user's. */
  readonly cast: string
  /** For people. */
  readonly typeName: string
  readonly encoding: Encoding
  readonly recipe: Recipe
  /** Share of NULLs, 0 … 1, drawn by identity. */
  readonly nulls: number
  /** NULL unless each of these holds (after them comes the recipe, then `nulls`). */
  readonly when: readonly Condition[]
  /** Where the values come from and why, one phrase: `e-mail from the name (column name)`. */
  readonly why: string
}

/** Looks at another column of the same row, which is computed first. */
export type Condition =
  | { readonly column: string; readonly is: 'null' | 'not-null' }
  | { readonly column: string; readonly is: 'in' | 'not-in'; readonly values: readonly Value[] }
  /** Exactly one (or `count`) of the columns of the group has a value: this one is number `index` of `size`. Drawn by identity. */
  | { readonly group: string; readonly index: number; readonly size: number; readonly count: number }

export interface Stage {
  readonly name: string
  readonly steps: readonly Step[]
}

export type Step =
  | { readonly kind: 'copy' | 'insert' | 'update'; readonly table: ObjectId }
  /** One transaction per chunk over all these tables, in this order; foreign keys are deferred. The first leads; the others' chunk is what its rows own. */
  | { readonly kind: 'copy-together'; readonly tables: readonly ObjectId[]; readonly deferred: readonly string[] }
  /** One statement with an inserting CTE for each table. */
  | { readonly kind: 'insert-together'; readonly tables: readonly ObjectId[] }
  /** Sets the columns of links that were cut, by key. */
  | { readonly kind: 'patch'; readonly table: ObjectId; readonly links: readonly string[] }
  /** Moves a sequence up where the largest key has overtaken it. */
  | {
      readonly kind: 'sequences'
      readonly columns: readonly { readonly table: ObjectId; readonly column: string; readonly sequence: ObjectId }[]
    }
  | { readonly kind: 'analyze'; readonly tables: readonly ObjectId[] }
  | { readonly kind: 'refresh'; readonly views: readonly ObjectId[] }
