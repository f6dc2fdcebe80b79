import type { Finding } from '../finding.ts'
import type { ReportedDatabase } from './report.ts'

/** What `base` did. */
export interface BaseReport {
  readonly ok: true
  readonly database: ReportedDatabase
  /** False where the base was there already. */
  readonly laid: boolean
  /** Files of the project that were applied, and what holds them; null where none were asked for, or the project has none. */
  readonly migrations: { readonly folder: string; readonly files: readonly string[] } | null
  readonly findings: readonly Finding[]
  readonly timings: Readonly<Record<string, number>>
}
