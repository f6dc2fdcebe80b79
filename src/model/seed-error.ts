import type { Finding, Place } from './finding.ts'

/** What a `SeedError` is made of. */
export interface SeedErrorParts {
  /** Stable, kebab-case: `connection-refused`, `unknown-table`. */
  readonly code: string
  /** One sentence without secrets. */
  readonly message: string
  readonly place?: Place
  readonly expected?: string
  readonly found?: string
  /** What to do next: a command, a flag, a setting. Always there. */
  readonly next: string
  /** 2: nothing was written (the default). 1: something promised is missing. 130: interrupted. */
  readonly exitCode?: 1 | 2 | 130
  /** Findings that belong to it, for example all problems of a configuration. */
  readonly findings?: readonly Finding[]
  readonly cause?: unknown
}

/** The only error that leaves supa-seed on purpose: it stops the story and says what to do next. */
export class SeedError extends Error {
  readonly code: string
  readonly place: Place
  readonly expected: string | undefined
  readonly found: string | undefined
  readonly next: string
  readonly exitCode: 1 | 2 | 130
  readonly findings: readonly Finding[]

  constructor(parts: SeedErrorParts) {
    super(parts.message, parts.cause === undefined ? undefined : { cause: parts.cause })
    this.name = 'SeedError'
    this.code = parts.code
    this.place = parts.place ?? {}
    this.expected = parts.expected
    this.found = parts.found
    this.next = parts.next
    this.exitCode = parts.exitCode ?? 2
    this.findings = parts.findings ?? []
  }

  /** JSON for `--json` and logs. */
  toJSON(): Record<string, unknown> {
    const { code, message, place, expected, found, next, findings } = this
    return { code, message, place, expected, found, next, findings }
  }
}
