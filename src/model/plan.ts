import type { AssociationPlan } from './allotting/association.ts'
import type { Finding } from './finding.ts'
import type { RowSpan } from './lesson.ts'
import type { Link, Pool } from './link.ts'
import type { LocaleWords } from './locale-words.ts'
import type { ObjectId } from './name.ts'
import type { Recipe } from './recipe.ts'
import type { SignedIn } from './signed-in.ts'
import type { Encoding, Value } from './value.ts'

/** What will be written: pure over its inputs, JSON-safe (see `plan/codec`), hashed, refused by another catalog. */
export interface Plan {
  readonly version: 1
  readonly seed: string
  /** Milliseconds since the epoch; only time columns depend on it. */
  readonly now: number
  readonly catalogHash: string
  /** The words of the languages that its recipes name, by code. Absent for none. */
  readonly locales?: Readonly<Record<string, LocaleWords>>
  /** The generation of generators that its tables were begun with; absent: 1. */
  readonly generators?: number
  /** In the order in which they are written. */
  readonly tables: readonly TablePlan[]
  /** Tables that are not written, each with its reason. Sorted by id. */
  readonly left: readonly LeftOut[]
  readonly pools: readonly Pool[]
  /** The user's content that becomes rows, without its contents. Absent where there is none. */
  readonly assetPools?: readonly AssetPoolPlan[]
  /** What is shared out among what, in the order of the configuration. Absent where nothing is. */
  readonly associations?: readonly AssociationPlan[]
  /** The user's phases with the tables of the plan that belong to each, also where nothing is left to write; absent without any. */
  readonly phases?: readonly { readonly name: string; readonly tables: readonly ObjectId[] }[]
  /** One after the other. */
  readonly stages: readonly Stage[]
  readonly findings: readonly Finding[]
  /** SHA-256 (hex) of everything above but `findings`. */
  readonly hash: string
}

/** The items of a pool of assets that are rows of a table. */
export interface AssetPoolPlan {
  readonly name: string
  readonly table: ObjectId
  /** Ascending by row. */
  readonly items: readonly AssetItemPlan[]
  /** Files whose items are not named one by one. Absent for none. */
  readonly sheets?: readonly AssetSheetPlan[]
}

/** The items of a file that is too large to be held; they are known by their numbers. */
export interface AssetSheetPlan {
  readonly path: string
  /** As in `AssetSheet`, when the plan was made. */
  readonly digest: string
  /** Items `item`, `item + 1`, … are the rows `row`, `row + 1`, …; ascending by row. */
  readonly parts: readonly { readonly row: number; readonly item: number; readonly rows: number }[]
}

export interface AssetItemPlan {
  readonly row: number
  /** As in `Asset`; also the identity of the row. */
  readonly identity: string
  /** Of its content when the plan was made. */
  readonly digest: string
  /** Texts of key columns that come from it, null where it gives nothing: keys can be told when its file is gone or another. */
  readonly keys?: Readonly<Record<string, string | null>>
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
  /** Rows that are given, each under its handle, which is its identity; `pool`: by what the items of that pool of assets refer to. Ascending by row. */
  readonly fixtures?: readonly { readonly row: number; readonly handle: string; readonly pool?: string }[]
  /**
   * Where a trigger makes some of the rows (a personal account for each user) and the others are written: the rows that it makes, ascending. They are
   * enriched by key.
   */
  readonly made?: {
    readonly trigger: string
    readonly of: ObjectId
    readonly ranges: readonly { readonly from: number; readonly to: number }[]
  }
  /** Triggers ask who is signed in (`auth.uid()`): whom its rows are written as; absent: nobody. */
  readonly signedIn?: SignedIn
  /** Rows that the database refuses, or whose parents are among them: numbered, and never written. Ascending. */
  readonly skipped?: readonly RowSpan[]
  /**
   * Rows of others that stand among ours, so that links lead to both alike: numbered, known by their keys, never written, changed or removed. They are
   * among the `skipped`. Ascending.
   */
  readonly adopted?: readonly RowSpan[]
}

/** `copy`; `insert`: COPY is refused or ignores something that matters; `update`: a trigger makes the rows, they are enriched by key. */
export type Writer =
  | { readonly kind: 'copy'; readonly why: string | null }
  /** `over`: a unique key by which a row may be there already, made by a trigger: then its other columns are set. */
  | { readonly kind: 'insert'; readonly why: string | null; readonly over?: readonly string[] }
  | { readonly kind: 'update'; readonly trigger: string; readonly of: ObjectId; readonly why: string | null }
  /** Supabase Auth makes the rows through its admin API: users, and what it writes beside them. SQL adds what the API cannot say. */
  | { readonly kind: 'admin-api'; readonly why: string | null }

export interface ColumnPlan {
  readonly name: string
  /** For casts in INSERT: `public.mood`, fully qualified and quoted where the type is a user's. */
  readonly cast: string
  /** For people. */
  readonly typeName: string
  readonly encoding: Encoding
  readonly recipe: Recipe
  /** Of rows that a trigger makes, where the table has both kinds (`TablePlan.made`); `set` is false where the trigger has filled the column. */
  readonly made?: { readonly recipe: Recipe; readonly set: boolean }
  /** A trigger puts another value there in every row: the recipe's is written and lost, so nobody looks for it. */
  readonly overwritten?: true
  /** Values of rows that are given, stronger than everything else. */
  readonly fixed?: readonly (readonly [row: number, value: Value])[]
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
  /** These values of the other columns, all of them, are among these. */
  | { readonly columns: readonly string[]; readonly among: readonly (readonly Value[])[] }
  /** Exactly one (or `count`) of the columns of the group has a value: this one is number `index` of `size`. Drawn by identity. */
  | { readonly group: string; readonly index: number; readonly size: number; readonly count: number }

export interface Stage {
  readonly name: string
  /** The user's phase that it belongs to, where there are phases. */
  readonly phase?: string
  readonly steps: readonly Step[]
}

/** Rows of several tables that go in together. */
export type TogetherStep =
  /** One transaction per chunk over all these tables, in this order; foreign keys are deferred. The first leads; the others' chunk is what its rows own. */
  | { readonly kind: 'copy-together'; readonly tables: readonly ObjectId[]; readonly deferred: readonly string[] }
  /** One statement with an inserting CTE for each table. */
  | { readonly kind: 'insert-together'; readonly tables: readonly ObjectId[] }

export type Step =
  | { readonly kind: 'copy' | 'insert' | 'update' | 'admin-api'; readonly table: ObjectId }
  | TogetherStep
  /** Sets the columns of links that were cut, by key. */
  | { readonly kind: 'patch'; readonly table: ObjectId; readonly links: readonly string[] }
  /** Moves a sequence up where the largest key has overtaken it. */
  | {
      readonly kind: 'sequences'
      readonly columns: readonly { readonly table: ObjectId; readonly column: string; readonly sequence: ObjectId }[]
    }
  | { readonly kind: 'analyze'; readonly tables: readonly ObjectId[] }
  | { readonly kind: 'refresh'; readonly views: readonly ObjectId[] }
