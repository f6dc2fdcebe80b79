import type { AssociationPlan } from '../../model/allotting/association.ts'
import type { ObjectId } from '../../model/name.ts'
import type { TableRows } from '../../values/rows/rows.ts'

/** Rows `from` … `to - 1` of a table that are ours, as their plan makes them. */
export interface OwnRows {
  readonly table: ObjectId
  readonly rows: TableRows
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

/** A table of ours in its last plan. */
export interface OwnTable {
  readonly id: ObjectId
  readonly rows: TableRows
  readonly own: readonly OwnRows[]
  /** Rows of others that it holds besides; null: not counted. */
  readonly others: number | null
  /** Columns for which the configuration names the values. */
  readonly asked: readonly string[]
  /** Associations whose foreign keys it has. */
  readonly associations: readonly AssociationPlan[]
}
