import type { AssociationPlan } from '../allotting/association.ts'
import type { Finding } from '../finding.ts'
import type { ObjectId } from '../name.ts'
import type { LeftOut } from '../plan.ts'
import type { Value } from '../value.ts'

/** What a plan would do, for people and for `plan --json`. JSON-safe. */
export interface Preview {
  /** The dataset that was chosen; null: none. */
  readonly dataset: string | null
  /** Another dataset is there: what of it is removed first. */
  readonly switching?: Switching
  readonly seed: string
  /** ISO instant. */
  readonly now: string
  readonly hash: string
  readonly catalogHash: string
  readonly stages: readonly { readonly name: string; readonly steps: readonly string[] }[]
  /** Rows that are given; absent where none are. */
  readonly fixtures?: readonly FixturePreview[]
  /** In the order in which they are written. */
  readonly tables: readonly TablePreview[]
  /** What is shared out among what; absent where nothing is. */
  readonly associations?: readonly AssociationPlan[]
  readonly left: readonly LeftOut[]
  readonly dangers: readonly Finding[]
  /** All but the dangers. */
  readonly findings: readonly Finding[]
  readonly forecast: Forecast
}

/** One dataset takes the place of another. */
export interface Switching {
  /** The dataset that is there; null: none was chosen. */
  readonly from: string | null
  readonly to: string | null
  /** Rows of ours that are removed, by table; those that both have come again. */
  readonly tables: readonly { readonly table: ObjectId; readonly removed: number }[]
  /** Tables in which both have the same rows. */
  readonly kept: readonly ObjectId[]
}

/** A row that is given. */
export interface FixturePreview {
  readonly table: ObjectId
  readonly handle: string
  /** What is said of it, by column; `{ $ref: handle }` for other fixtures. */
  readonly said: Readonly<Record<string, Value>>
  /** It is there already, of an earlier run. */
  readonly there: boolean
}

export interface TablePreview {
  readonly table: ObjectId
  /** Rows that supa-seed owns when the plan is carried out, and how many of them are there already. */
  readonly rows: number
  readonly present: number
  /** Rows of others that get content like ours and are never changed. */
  readonly adopted: number
  /** Rows that would be written. */
  readonly write: number
  readonly writer: 'copy' | 'insert' | 'update' | 'admin-api'
  /** Why not COPY. */
  readonly why: string | null
  /** The table whose rows own rows of this one, where there is one. */
  readonly owner: ObjectId | null
  /** Triggers of the user that fire for every row or statement. */
  readonly triggers: readonly string[]
  readonly columns: readonly ColumnPreview[]
  readonly sample: Sample
  /** Forecast of the bytes that the new rows take on disk. */
  readonly bytes: number
}

export interface ColumnPreview {
  readonly column: string
  readonly type: string
  /** `leave`, `draw`, … */
  readonly recipe: string
  /** Where the values come from and why, one phrase. */
  readonly explanation: string
}

/** Rows as they would be written, as texts that Postgres reads. Columns that are left to the database are not among them. */
export interface Sample {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly row: number; readonly values: readonly (string | null)[] }[]
}

/** Estimates, never promises. */
export interface Forecast {
  readonly rows: number
  readonly bytes: number
  readonly seconds: number
  /** What the estimate is made of. */
  readonly basis: string
}
