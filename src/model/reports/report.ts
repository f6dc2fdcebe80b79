import type { AssociationPlan } from '../allotting/association.ts'
import type { Finding } from '../finding.ts'
import type { ObjectId } from '../name.ts'
import type { Switching } from './preview.ts'

/** What happened; what `--json` prints and `supaSeed` resolves to. */
export interface Report {
  readonly ok: boolean
  readonly run: string | null
  readonly seed: string
  /** The dataset that was chosen; null: none. */
  readonly dataset: string | null
  /** What was removed because another dataset was there; absent: none was. */
  readonly switching?: Switching
  readonly database: { readonly host: string; readonly database: string; readonly source: string }
  readonly users: { readonly created: number; readonly existing: number; readonly total: number }
  readonly accounts: { readonly personal: number; readonly team: number }
  readonly tables: readonly TableReport[]
  readonly phases: {
    readonly completed: number
    readonly total: number
    /** The phases of the configuration, in order; without any, the plan's stages. */
    readonly list: readonly {
      readonly name: string
      readonly tables: readonly ObjectId[]
      readonly completed: boolean
    }[]
  }
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
  /** What was shared out among what; absent where nothing was. */
  readonly associations?: readonly AssociationPlan[]
  readonly warnings: readonly Finding[]
  readonly errors: readonly Finding[]
  /** Everything else worth saying: info findings. */
  readonly notes: readonly Finding[]
  /** Milliseconds by step of the story. */
  readonly timings: Readonly<Record<string, number>>
  /** How rows are shared out among their parents, one for each table whose parents own its rows. */
  readonly shares: readonly Share[]
  /** A few rows of each table that was planned, as they would be written. */
  readonly samples: readonly SampleRows[]
  /** Users that can sign in, with their password; only for databases on this machine. At most 50, named ones first. */
  readonly signIns: readonly SignIn[]
  /** The foreign keys between the reported tables. */
  readonly graph: readonly { readonly from: ObjectId; readonly to: ObjectId; readonly constraint: string }[]
}

/** Rows of `table` by parent: in `histogram`, `parents` parents have `from` … `to` rows each; ascending, no gaps, at most 12 bars. */
export interface Share {
  readonly table: ObjectId
  readonly parent: ObjectId
  /** Columns of the table that lead to the parent. */
  readonly columns: readonly string[]
  readonly rows: number
  readonly parents: number
  readonly min: number
  readonly max: number
  readonly mean: number
  readonly histogram: readonly { readonly from: number; readonly to: number; readonly parents: number }[]
}

/** Rows as texts that Postgres reads, null for NULL. */
export interface SampleRows {
  readonly table: ObjectId
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

export interface SignIn {
  /** Empty for who signs in with a telephone number. */
  readonly email: string
  /** Absent where it is not what they sign in with. */
  readonly phone?: string
  readonly password: string
  /** What the user is: `super-admin`, `owner`, `member`, … where that is known. */
  readonly role: string | null
  /** The secret of the second factor (TOTP, base32); absent where there is none. */
  readonly totp?: string
}

/** What `verify` found: whether all that was promised is there and works. */
export interface VerifyReport {
  /** No check failed. */
  readonly ok: boolean
  readonly database: ReportedDatabase
  readonly seed: string
  readonly run: string | null
  readonly checks: readonly Check[]
  /** Rows that users see under row-level security, by user and table, tables sorted; `anon`, who is not signed in, comes last. */
  readonly visible: readonly VisibleRows[]
  readonly findings: readonly Finding[]
  readonly timings: Readonly<Record<string, number>>
}

export interface VisibleRows {
  /** The e-mail address (else the id) of a user, or `anon`; with ` (aal2)`: as if a second factor had been used. */
  readonly user: string
  /** What the user is, by their metadata or memberships; absent where nobody says. */
  readonly role?: string
  readonly table: ObjectId
  /** Null: the role lacks a privilege, or nobody could tell; a finding says which. */
  readonly rows: number | null
  /** There are more: counting stopped there. */
  readonly more?: true
}

/** One promise, held against the database. `skipped`: it could not be judged, `detail` says why. */
export interface Check {
  /**
   * `counts`, `promises`, `foreign-keys`, `paths`, `sign-in`, `visible-rows`, `kit` (where there is one), `policies`, `row-security`, `triggers`, `constraints`, `grants`.
   */
  readonly name: string
  readonly result: 'passed' | 'failed' | 'skipped'
  /** One sentence: what was looked at, with numbers. */
  readonly detail: string
}

export interface TableReport {
  readonly table: ObjectId
  readonly planned: number
  readonly inserted: number
  readonly updated: number
  readonly existing: number
  /** `generated`, `assets` (at least some of its rows hold items of the user's content), `trigger`, `existing rows`, `left out`. */
  readonly source: string
  /** Rows that the table holds once all is done, by where they come from; only what there is. */
  readonly origins: Readonly<Partial<Record<Origin, number>>>
  readonly note?: string
}

/** `files`: the user's content; `given`: spelled out in the configuration, or by the framework; `existing`: rows of others. */
export type Origin = 'generated' | 'files' | 'given' | 'trigger' | 'existing'

/** The database that a command spoke to. */
export type ReportedDatabase = Report['database']

/** What `status` tells: what of supa-seed is there, and what is not as it was. */
export interface StatusReport {
  /** Nothing is missing and no run is unfinished. */
  readonly ok: boolean
  readonly database: ReportedDatabase
  readonly seed: string
  /** The dataset that is there; null: none was chosen. */
  readonly dataset: string | null
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
