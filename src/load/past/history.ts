import type { ObjectId } from '../../model/name.ts'
import type { Plan } from '../../model/plan.ts'
import type { TableRows } from '../../values/rows/rows.ts'

/** Rows `from` … `to - 1` of a table that are ours, as the plan of their run makes them. No two overlap. */
export interface OwnRows {
  readonly table: ObjectId
  readonly rows: TableRows
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

/** Rows that triggers made for us: keys as text, in the order of `columns`. */
export interface MadeRows {
  readonly table: ObjectId
  /** The tables whose rows were written when they came. */
  readonly by: readonly ObjectId[]
  readonly columns: readonly string[]
  /** True: the columns are a key; false: they are all columns. */
  readonly exact: boolean
  readonly keys: readonly (readonly (string | null)[])[]
}

/** A run that has not ended, to be taken up with its frozen plan. */
export interface Unfinished {
  readonly run: string
  readonly plan: Plan
  /** Ids of the chunks that are there. */
  readonly done: ReadonlySet<string>
}

/** What is there from earlier runs, in full: what cleanup removes, reset restores and a load goes on from. */
export interface History {
  /** Plans of the runs that it is made of, in order, each once. */
  readonly plans: readonly Plan[]
  readonly own: readonly OwnRows[]
  readonly made: readonly MadeRows[]
  /** Rows that may be there as well, of chunks that were broken off: the Auth admin API commits each user by itself. Cleanup looks for them. */
  readonly begun: readonly MadeRows[]
  readonly unfinished: Unfinished | null
  /** The last run that any of it came from; null when it was recognised. */
  readonly lastRun: string | null
  /** Tables that held rows of others when supa-seed first came; null: nobody knows. */
  readonly reference: readonly ObjectId[] | null
  /** True: the journal speaks of rows that are not there, and is set aside when a new run begins. */
  readonly aside: boolean
}

/** Nothing is known. */
export const NO_HISTORY: History = {
  plans: [],
  own: [],
  made: [],
  begun: [],
  unfinished: null,
  lastRun: null,
  reference: null,
  aside: false,
}
