import type { Finding } from '../../model/finding.ts'
import type { Check } from '../../model/reports/report.ts'

/** What a check came to. */
export interface Verdict {
  readonly check: Check
  /** What is wrong (errors), and what is worth knowing. */
  readonly findings: readonly Finding[]
}

/** The promise is kept as far as anybody can see. */
export const passed = (name: string, detail: string, findings: readonly Finding[] = []): Verdict => ({
  check: { name, result: 'passed', detail },
  findings,
})

/** It is not; the findings say where. */
export const failed = (name: string, detail: string, findings: readonly Finding[]): Verdict => ({
  check: { name, result: 'failed', detail },
  findings,
})

/** Nobody can tell, and the detail says why. */
export const skipped = (name: string, detail: string, findings: readonly Finding[] = []): Verdict => ({
  check: { name, result: 'skipped', detail },
  findings,
})
