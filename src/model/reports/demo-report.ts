import type { Report, VerifyReport } from './report.ts'

/** What `demo` did, and what came of it. */
export interface DemoReport {
  /** All that was promised is there, and no check failed. */
  readonly ok: boolean
  /** The demo's folder, as one would type it in the working directory. */
  readonly folder: string
  /** Files that were copied into it now; 0 where all were there. */
  readonly copied: number
  readonly report: Report
  readonly verify: VerifyReport
  /** Milliseconds by step. */
  readonly timings: Readonly<Partial<Record<DemoStep, number>>>
}

/** What the demo does, one after the other; `migrations` and `load` only where there is something to do. */
export type DemoStep = 'files' | 'database' | 'migrations' | 'plan' | 'load' | 'verify'

/** Told when a step begins and when it is done. */
export type DemoProgress =
  | { readonly kind: 'begun'; readonly step: DemoStep }
  | {
      readonly kind: 'done'
      readonly step: DemoStep
      /** Files that were copied or applied, rows that are to be written or were, checks that passed. */
      readonly count: number
      readonly folder: string
      readonly milliseconds: number
    }
