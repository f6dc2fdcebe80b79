import type { Pool } from './link.ts'
import type { ObjectId } from './name.ts'

/** What the plan must know from the world before it can be made. */
export type Question =
  /** Does the table hold rows, and about how many (exact up to `limit`)? */
  | { readonly kind: 'count'; readonly table: ObjectId; readonly limit: number }
  /** Keys (and other columns) of rows that are there, for links to lead to; at most `limit`, in key order. */
  | {
      readonly kind: 'pool'
      readonly id: string
      readonly table: ObjectId
      readonly columns: readonly string[]
      readonly order: readonly string[]
      /** As in `Pool`. */
      readonly identity?: readonly string[]
      readonly limit: number
    }
  /**
   * Rows of others that are adopted as parents: of the users' table (`by` null) those that `among` names, of another one those that belong to rows
   * that were adopted before. At most `limit`, in key order.
   */
  | {
      readonly kind: 'adopt'
      readonly table: ObjectId
      readonly columns: readonly string[]
      readonly order: readonly string[]
      /** The column that tells whose row it is; of the users' table its key. */
      readonly column: string
      readonly by: { readonly table: ObjectId; readonly column: string } | null
      readonly among: Among
      readonly limit: number
    }
  /** Values of a unique key that rows hold already, as text, `expressions` applied (`lower(x)`). */
  | {
      readonly kind: 'taken'
      readonly table: ObjectId
      readonly key: string
      readonly columns: readonly string[]
      readonly limit: number
    }
  /** Rows whose unique key holds one of these tuples of texts: those that are given may name rows that are there. */
  | {
      readonly kind: 'named'
      readonly table: ObjectId
      readonly key: string
      /** Of the key. */
      readonly by: readonly string[]
      readonly tuples: readonly (readonly string[])[]
      /** What is to be known of the rows. */
      readonly columns: readonly string[]
    }
  /** Largest value of an integer column without a sequence. */
  | { readonly kind: 'largest'; readonly table: ObjectId; readonly column: string }

/** Which users are meant: those whose ids a column of a table holds, in rows where columns hold these values; or these ids. */
export type Among =
  | { readonly table: ObjectId; readonly idField: string; readonly filter: Readonly<Record<string, string | null>> }
  | { readonly ids: readonly string[] }

export interface Answers {
  /** Exact, or `limit` where there are at least that many; null where the role may not look. */
  readonly counts: Readonly<Record<ObjectId, number | null>>
  readonly pools: Readonly<Record<string, Pool>>
  /** Rows that are adopted, by table. */
  readonly adopted: Readonly<Record<ObjectId, Pool>>
  /** By `table` + ` ` + key name: each tuple's text, columns joined by U+001F. */
  readonly taken: Readonly<Record<string, readonly string[]>>
  /** By `table` + ` ` + key name, then by the tuple's text: the columns of rows that were asked for, as texts. Absent: none were. */
  readonly named?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string | null>>>>>>
  /** The hash of the password that users get; null where no users are made. */
  readonly passwordHash: string | null
  /** Secrets of second factors are no part of the plan: rows get them once they are written, since the database is not on this machine. */
  readonly secretsApart: boolean
  /** By `table.column`. */
  readonly largest: Readonly<Record<string, string | null>>
}
