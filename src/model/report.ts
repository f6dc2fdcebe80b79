import type { Finding } from './finding.ts'
import type { ObjectId } from './name.ts'

/** What happened; what `--json` prints and `supaSeed` resolves to. */
export interface Report {
  readonly ok: boolean
  readonly run: string | null
  readonly seed: string
  readonly database: { readonly host: string; readonly database: string; readonly source: string }
  readonly users: { readonly created: number; readonly existing: number; readonly total: number }
  readonly accounts: { readonly personal: number; readonly team: number }
  readonly tables: readonly TableReport[]
  readonly phases: { readonly completed: number; readonly total: number }
  readonly relationships: { readonly verified: boolean }
  readonly compatibility: {
    readonly makerkit: boolean
    readonly version: string | null
    readonly evidence: readonly string[]
  }
  readonly relaxations: readonly {
    readonly constraint: string
    readonly requested: unknown
    readonly applied: unknown
    readonly reason: string
  }[]
  readonly warnings: readonly Finding[]
  readonly errors: readonly Finding[]
  /** Everything else worth saying: info findings. */
  readonly notes: readonly Finding[]
  /** Milliseconds by step of the story. */
  readonly timings: Readonly<Record<string, number>>
}

export interface TableReport {
  readonly table: ObjectId
  readonly planned: number
  readonly inserted: number
  readonly updated: number
  readonly existing: number
  /** `generated`, `trigger`, `existing rows`, `left out`. */
  readonly source: string
  readonly note?: string
}

/** The database that a command spoke to. */
export type ReportedDatabase = Report['database']

/** What `status` tells: what of supa-seed is there, and what is not as it was. */
export interface StatusReport {
  /** Nothing is missing and no run is unfinished. */
  readonly ok: boolean
  readonly database: ReportedDatabase
  readonly seed: string
  /** The last run, or null when none is known. */
  readonly run: string | null
  /** A run was interrupted: `seed` goes on with it. */
  readonly unfinished: boolean
  readonly tables: readonly TableStatus[]
  readonly findings: readonly Finding[]
}

export interface TableStatus {
  readonly table: ObjectId
  /** Rows of supa-seed that are there. */
  readonly seeded: number
  /** Rows of supa-seed that were there and are gone. */
  readonly missing: number
  /** Rows of others; null where they were not counted. */
  readonly others: number | null
  readonly note?: string
}

/** What `cleanup` removed, in one transaction. */
export interface CleanupReport {
  readonly ok: boolean
  readonly database: ReportedDatabase
  readonly tables: readonly { readonly table: ObjectId; readonly removed: number; readonly note?: string }[]
  readonly findings: readonly Finding[]
  readonly timings: Readonly<Record<string, number>>
}

/** What `reset` put back, or (`everything`) emptied. */
export interface ResetReport {
  readonly ok: boolean
  readonly database: ReportedDatabase
  readonly everything: boolean
  readonly tables: readonly {
    readonly table: ObjectId
    readonly removed: number
    readonly restored: number
    readonly note?: string
  }[]
  readonly findings: readonly Finding[]
  readonly timings: Readonly<Record<string, number>>
}

/** What the load tells while it works. */
export type Progress =
  | { readonly kind: 'step'; readonly step: string; readonly table: ObjectId | null; readonly rows: number }
  | { readonly kind: 'rows'; readonly table: ObjectId; readonly written: number; readonly total: number }
  | { readonly kind: 'note'; readonly finding: Finding }
