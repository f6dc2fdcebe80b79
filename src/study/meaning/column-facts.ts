import type { Domain } from '../../model/study.ts'

/** What is known of a column's type before its name is read. */
export interface ColumnFacts {
  /** Innermost base type (of an array: that of its items), as in `ColumnStudy`. */
  readonly base: string
  readonly isArray: boolean
  readonly domain: Domain
}
