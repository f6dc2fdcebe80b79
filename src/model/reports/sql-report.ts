import type { Finding } from '../finding.ts'
import type { Value } from '../value.ts'
import type { ReportedDatabase } from './report.ts'

/** What `sql` was answered. */
export interface SqlReport {
  readonly ok: true
  readonly database: ReportedDatabase
  /** As whom it was asked; null: as the role of the connection. */
  readonly as: { readonly role: string; readonly user: string | null } | null
  /** One for each statement. */
  readonly results: readonly SqlResult[]
  /** Of the last statement that gives rows: the same as in `results`. */
  readonly columns: readonly SqlColumn[]
  readonly rows: readonly (readonly Value[])[]
  readonly findings: readonly Finding[]
  readonly timings: Readonly<Record<string, number>>
}

export interface SqlColumn {
  readonly name: string
  /** As people write it: `varchar(255)`, `timestamptz`. */
  readonly type: string
}

export interface SqlResult {
  /** First word of the command tag in capitals: `SELECT`, `INSERT`, `CREATE`. */
  readonly command: string
  /** In order; names may repeat. None for a statement that gives no rows. */
  readonly columns: readonly SqlColumn[]
  /** One array for each row, in the order of the columns. */
  readonly rows: readonly (readonly Value[])[]
  /** Rows that the statement gave or touched; null where that means nothing. */
  readonly count: number | null
}
