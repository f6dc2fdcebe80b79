import type { Guards } from './guards.ts'
import type { Pool } from './link.ts'
import type { LocaleWords } from './locale-words.ts'
import type { ObjectId } from './name.ts'
import type { AssetPoolPlan, TablePlan } from './plan.ts'

/**
 * The journal: JSON lines in `.supa-seed/journal/<system id>-<database oid>/journal.jsonl`, a cache of what was done, beside `plans/<hash>.json`, the plans
 * that it speaks of (keys are recomputed from them). Believed only after a probe.
 */
export type JournalLine =
  | {
      readonly kind: 'journal'
      readonly version: 1
      readonly systemId: string | null
      readonly databaseOid: number
      readonly database: string
      readonly at: string
    }
  /** A run begins: its frozen plan. `reference`: tables that held rows of others then; `guards`: what guarded the data then; `migrations`: what
   * tools had noted as applied (`table: name`). */
  | {
      readonly kind: 'run'
      readonly run: string
      readonly plan: string
      readonly catalogHash: string
      readonly at: string
      readonly reference: readonly ObjectId[]
      readonly guards?: Guards
      readonly migrations?: readonly string[]
      /** The dataset that was chosen; absent: none. */
      readonly dataset?: string
    }
  /** A chunk is about to be written by transaction `xid` (text of pg_current_xact_id). fsynced before the first row leaves. */
  | {
      readonly kind: 'intent'
      readonly run: string
      readonly chunk: string
      readonly xid: string
      readonly parts: readonly ChunkPart[]
    }
  /** It was committed, with the number of rows of each command tag. */
  | { readonly kind: 'done'; readonly run: string; readonly chunk: string; readonly inserted: readonly number[] }
  /** It was rolled back (or never arrived). Chunk `*`: the whole run is given up and not taken up again; what was committed stays. */
  | { readonly kind: 'undone'; readonly run: string; readonly chunk: string; readonly why: string }
  /**
   * Rows that triggers made during the chunk: keys as text, in the order of `columns`; `exact`: they are a key, not just all columns. Written before
   * the commit.
   */
  | {
      readonly kind: 'harvest'
      readonly run: string
      readonly chunk: string
      readonly table: ObjectId
      readonly columns: readonly string[]
      readonly exact: boolean
      readonly keys: readonly (readonly (string | null)[])[]
    }
  /** The run ended: all that its plan promised is there. */
  | { readonly kind: 'finished'; readonly run: string; readonly at: string }
  /** From here on the rows are on their way to this dataset (null: the shared rest): what it does not share with the one before is removed. */
  | { readonly kind: 'dataset'; readonly at: string; readonly dataset: string | null }
  /** Cleanup removed everything up to here; with `tables`, the rows of these only. */
  | { readonly kind: 'cleaned'; readonly at: string; readonly tables?: readonly ObjectId[] }

/** Rows `from` … `to - 1` of a table. */
export interface ChunkPart {
  readonly table: ObjectId
  readonly from: number
  readonly to: number
  /** First and last key as text, for probes. */
  readonly first: readonly (string | null)[]
  readonly last: readonly (string | null)[]
}

/** What is known to be there from earlier runs, per table: the base for a new plan. */
export interface Past {
  readonly tables: Readonly<Record<ObjectId, PastTable>>
  /** Tables that held rows of others when supa-seed first came. */
  readonly reference: readonly ObjectId[]
  /** Seed and `now` of the runs that made these rows; null when there are none. */
  readonly seed: string | null
  readonly now: number | null
  /** The words of the languages that these rows are made of, by code. */
  readonly locales?: Readonly<Record<string, LocaleWords>>
  /** The generation of generators that made these rows; absent: 1, or no rows. */
  readonly generators?: number
  /** Pools that the tables' frozen plans speak of. */
  readonly pools: readonly Pool[]
  /** Assets that are rows of these tables. */
  readonly assetPools?: readonly AssetPoolPlan[]
  /** An unfinished run is taken up with its frozen plan: its hash. */
  readonly unfinished: string | null
  /** Tables whose rows of ours were removed just now, to be made anew: rows of others there are no reason to leave them alone. */
  readonly emptied?: readonly ObjectId[]
}

/** Rows 0 … rows-1 of a table are there, made as `plan` says (frozen: serial ranges, generations, recipes). */
export interface PastTable {
  readonly rows: number
  readonly plan: TablePlan
}
