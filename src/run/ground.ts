import type { Assets } from '../model/assets.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Config } from '../model/config.ts'
import type { Database } from '../model/database.ts'
import type { Past } from '../model/journal.ts'
import type { Lesson } from '../model/lesson.ts'
import type { SqlParser } from '../model/study.ts'

/** What a plan is made from: one database, one configuration, what earlier runs left. */
export interface Ground {
  readonly db: Database
  readonly config: Config
  readonly catalog: Catalog
  readonly parser: SqlParser
  readonly past: Past
  /** What rehearsals found out; absent: as `.supa-seed/lessons.json` says. */
  readonly lessons?: readonly Lesson[]
  /** The user's content. */
  readonly assets: Assets
}
