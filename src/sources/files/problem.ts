/** What is wrong with a file. */
export interface Problem {
  /** From 1; null for the file as a whole. */
  readonly line: number | null
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
