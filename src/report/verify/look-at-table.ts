import type { Queryable } from '../../model/database.ts'
import type { Finding } from '../../model/finding.ts'
import type { SqlColumn } from './columns.ts'
import type { OwnTable } from './own-rows.ts'

/** What part of a check came to: how much was judged, in which words, and what is wrong. */
export interface Judged {
  readonly judged: number
  readonly findings: readonly Finding[]
}

/** A look at one table; the columns are those that it has now. */
export type Look = (tx: Queryable, table: OwnTable, columns: ReadonlyMap<string, SqlColumn>) => Promise<Judged>
