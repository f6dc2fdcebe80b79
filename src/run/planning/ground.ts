import type { OwnRows } from '../../load/past/history.ts'
import type { Assets } from '../../model/assets/assets.ts'
import type { Catalog } from '../../model/catalog.ts'
import type { Config } from '../../model/config.ts'
import type { Database } from '../../model/database.ts'
import type { Past } from '../../model/journal.ts'
import type { Lesson } from '../../model/lesson.ts'
import type { ObjectId } from '../../model/name.ts'
import type { SqlParser } from '../../model/study.ts'

/** Rows that are about to be removed. */
export interface Leaving {
  readonly own: readonly OwnRows[]
  /** How many, by table, rows that triggers made included. */
  readonly counts: Readonly<Record<ObjectId, number>>
}

/** What a plan is made from: one database, one configuration, what earlier runs left. */
export interface Ground {
  readonly db: Database
  readonly config: Config
  readonly catalog: Catalog
  readonly parser: SqlParser
  readonly past: Past
  /** Rows of ours that will be gone before anything is written; the past is as it will be then. Absent: none, and rows are recognised where no past is known. */
  readonly leaving?: Leaving
  /** What rehearsals found out; absent: as `.supa-seed/lessons.json` says. */
  readonly lessons?: readonly Lesson[]
  /** The user's content. */
  readonly assets: Assets
  /** Stops planning, between its rounds. */
  readonly signal?: AbortSignal | undefined
}
