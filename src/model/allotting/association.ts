import type { ObjectId } from '../name.ts'
import type { Share } from '../reports/report.ts'
import type { Relaxation, Strategy } from './allotment.ts'
import type { AssociationWish } from './association-wish.ts'

/** By which foreign keys the rows of a target get those of a source. */
export type Via =
  /** Each row of the source leads to its target. */
  | { readonly kind: 'source'; readonly table: ObjectId; readonly link: string; readonly required: boolean }
  /** A table joins both: each pair is a row of it. */
  | { readonly kind: 'join'; readonly table: ObjectId; readonly source: string; readonly target: string }
  /** Each row of the target leads to what it gets. */
  | { readonly kind: 'target'; readonly table: ObjectId; readonly link: string; readonly required: boolean }

/** An association whose tables and foreign keys are known. */
export interface Association {
  readonly name: string
  readonly wish: AssociationWish
  /** Where the configuration says it: `associations[0]`. */
  readonly path: string
  /** `pool`: only rows that are made of its items. */
  readonly source: { readonly table: ObjectId; readonly pool: string | null }
  readonly target: { readonly table: ObjectId }
  readonly via: Via
  /** As it would be written: `setup_gear`, `posts.author_id`. */
  readonly spelled: string
  /** What the unique keys of the table that joins leave. */
  readonly limits: { readonly onePerTarget: boolean; readonly onePerItem: boolean }
  /** Columns of source and target that the configuration speaks of; null: a function may look at any. */
  readonly columns: { readonly source: readonly string[] | null; readonly target: readonly string[] | null }
}

/** What the associations make of the rows of a plan: an input of the next one. */
export interface Allotted {
  readonly shares: readonly AllottedShare[]
  /** Rows that are made because items are missing, by table. */
  readonly more: Readonly<Record<ObjectId, number>>
}

export interface AllottedShare {
  readonly association: Association
  /**
   * Rows by their numbers in the table or pool that the foreign keys lead to; `handle` is what a row of the table that joins is known by. Without a source
   * (`target`) or a target (`source`) the foreign key is NULL.
   */
  readonly pairs: readonly {
    readonly source: number | null
    readonly target: number | null
    readonly handle: string
  }[]
  /** Rows that must lead somewhere and cannot: they are left out. */
  readonly left: readonly number[]
  /** Absent where nobody could take part. */
  readonly told?: AssociationPlan
}

/** What is to be told of an association. JSON-safe. */
export interface AssociationPlan {
  readonly name: string
  readonly path: string
  readonly source: ObjectId
  readonly pool: string | null
  readonly target: ObjectId
  readonly via: string
  /** The table with the foreign keys, and that of them which leads to the target; null: there is none, the target leads to the source. */
  readonly table: ObjectId
  readonly link: string | null
  readonly strategy: Strategy
  readonly onConflict: AssociationWish['onConflict']
  /** Of each target, when all that could not hold has given way; null: no bound. */
  readonly min: number
  readonly max: number | null
  /** Rows of the source and of the target that take part. */
  readonly items: number
  readonly targets: number
  /** Pairs that there will be, and those of them that were there before. */
  readonly pairs: number
  readonly present: number
  /** Items that were made because there were too few. */
  readonly synthetic: number
  /** How many targets have how many items; null without targets. */
  readonly perTarget: Pick<Share, 'min' | 'max' | 'mean' | 'histogram'> | null
  readonly relaxations: readonly Relaxation[]
  /** Items without a place, and targets that have fewer than was asked; a few of them with their reasons. */
  readonly unassigned: Left
  readonly unserved: Left
}

export interface Left {
  readonly count: number
  readonly some: readonly { readonly row: string; readonly reason: string }[]
}
