import type { ObjectId } from './name.ts'
import type { SignedIn } from './signed-in.ts'

/**
 * What a rehearsal found out that nobody could read from the schema. Lies in `.supa-seed/lessons.json`, is committed, and is an input of every plan: so preview,
 * export and load agree, here and elsewhere.
 */
export type Lesson = TableLesson & LessonKind

interface TableLesson {
  readonly table: ObjectId
  /** Of the table's part of the catalog: another one makes the lesson void. */
  readonly catalog: string
  /** The database's own words, where it has said any. */
  readonly why: string
}

type LessonKind =
  /** No row can be written: the table is left out. */
  | { readonly kind: 'leave-out' }
  /** COPY is refused where INSERT is not. */
  | { readonly kind: 'insert' }
  /** Rows are refused where nobody is signed in, and not (or fewer of them) where somebody is. */
  | { readonly kind: 'signed-in'; readonly as: SignedIn }
  /** Triggers may have made rows under this unique key already: these are enriched. */
  | { readonly kind: 'meets'; readonly columns: readonly string[] }
  /** Some rows are refused. They are numbers of one way to make the rows: with another one the lesson is void. */
  | { readonly kind: 'skip-rows'; readonly made: string; readonly rows: readonly RowSpan[] }

/** Rows `from` … `to - 1`. */
export interface RowSpan {
  readonly from: number
  readonly to: number
}
