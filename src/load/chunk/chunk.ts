import type { Database, Queryable } from '../../model/database.ts'
import type { Finding } from '../../model/finding.ts'
import type { ChunkPart } from '../../model/journal.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Plan } from '../../model/plan.ts'
import type { UserMaker } from '../../model/user-maker.ts'
import type { Rows } from '../../values/rows/rows.ts'
import type { Harvested } from '../harvest/harvest.ts'
import type { Journal } from '../journal/open-journal.ts'
import type { DbTable } from '../sql/read-columns.ts'
import type { Tally } from './tally.ts'

/** What every part of a load works with. */
export interface LoadContext {
  readonly db: Database
  /** Frozen: its serials are drawn. */
  readonly plan: Plan
  readonly rows: Rows
  /** The plan's tables as the database has them now. */
  readonly tables: ReadonlyMap<ObjectId, DbTable>
  readonly journal: Journal
  readonly run: string
  /** Ids of the chunks that were committed by earlier attempts of this run. */
  readonly done: ReadonlySet<string>
  /** Connections at once, at least 1. */
  readonly jobs: number
  readonly tally: Tally
  readonly signal: AbortSignal | undefined
  /** For plans whose users the Auth admin API makes. */
  readonly maker: UserMaker | undefined
  /** Grows while the load works. */
  readonly findings: Finding[]
}

export type Sent = (table: ObjectId, rows: number) => void

/** Work that is whole or absent: one transaction. */
export interface Chunk {
  /** The same for the same plan, whatever was done before. */
  readonly id: string
  /** `insert`: adds rows, all or none. `update`: changes rows that are there; may be done again. */
  readonly kind: 'insert' | 'update'
  readonly parts: readonly ChunkPart[]
  /** True: foreign keys are checked when the transaction ends. */
  readonly deferred: boolean
  /** True: rows that triggers make are found and kept in the journal. */
  readonly harvest: boolean
  /** Work of somebody else, which no transaction of ours holds: done before it begins, and not again where it was done. */
  before?(sent: Sent): Promise<void>
  /** The rows that triggers made during that. */
  beside?(tx: Queryable): Promise<{ readonly made: readonly Harvested[]; readonly findings: readonly Finding[] }>
  /**
   * Writes, and returns the number of rows of the command tags, one for each part; tells `sent` of rows that have left, about. May be called again
   * after a rollback.
   */
  write(tx: Queryable, sent: Sent): Promise<readonly number[]>
}
