/** What is wrong with a file. */
export interface Problem {
  /** From 1; null for the file as a whole. */
  readonly line: number | null
  /** Place in the line, from 1 (UTF-16 units); absent or null where only the line is known. */
  readonly column?: number | null
  /** Of the finding; absent for `asset-unreadable`. */
  readonly code?: string
  /** One sentence. */
  readonly message: string
  readonly expected: string
  readonly found: string
  readonly next: string
}

/** What could be read, and what could not. */
export interface Parsed<Value> {
  /** Null where nothing could be read. */
  readonly value: Value | null
  readonly problems: readonly Problem[]
}

/** Nothing could be read. */
export const failed = (problem: Problem): Parsed<never> => ({ value: null, problems: [problem] })
