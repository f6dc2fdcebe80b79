import type { Finding } from '../finding.ts'
import type { ReportedDatabase } from './report.ts'

/** How rows are written into files. */
export type ExportFormat = 'sql' | 'csv' | 'copy'

/** What `export` did, or with `--check` what it would do. */
export interface ExportReport {
  /** False when a check found files that are not what the configuration gives. */
  readonly ok: boolean
  readonly format: ExportFormat
  /** What the rows were made for. */
  readonly database: ReportedDatabase
  /** Where the files lie, as the user would name it. */
  readonly folder: string
  readonly seed: string
  /** The moment that time columns hang on, as an instant; pinned in the files. */
  readonly now: string
  /** In the order in which they are to be run. */
  readonly files: readonly ExportedFile[]
  /** Files of pools that belong into buckets of Supabase Storage, as copies for `supabase seed buckets`. */
  readonly uploads: readonly ExportedFile[]
  /** Files of an earlier export that are no longer wanted: removed, or with a check still there. */
  readonly stale: readonly string[]
  readonly tables: readonly { readonly table: string; readonly rows: number }[]
  /** Lines that `supabase/config.toml` lacks for the files to be run by `supabase db reset`, and uploaded by `supabase seed buckets`; null when it has them, or where there is no such file. */
  readonly configLines: string | null
  readonly findings: readonly Finding[]
  readonly timings: Readonly<Record<string, number>>
}

export interface ExportedFile {
  /** As the user would name it. */
  readonly file: string
  readonly bytes: number
  /** What became of it, or with a check: what is wrong with it. */
  readonly state: 'written' | 'unchanged' | 'missing' | 'different'
}
