/** What is wrong with a file. */
export interface Problem {
  /** From 1; null for the file as a whole. */
  readonly line: number | null
  /** Place in the line, from 1 (UTF-16 units); null and absent where it is not known. */
  readonly column?: number | null
  /** Of the finding; absent for `asset-unreadable`. With a code of its own the item is there all the same, unless it is `asset-invalid`. */
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

/** The code of an item that is not what the pool says of it. */
export const INVALID = 'asset-invalid'

/** Does it keep the file, or the item, from being used? */
export const spoils = ({ code = INVALID }: Problem): boolean => code === INVALID

/** Nothing could be read. */
export const failed = (problem: Problem): Parsed<never> => ({ value: null, problems: [problem] })

/** A problem with the path of its file, line and column: `content/a.md:3:5`. */
export type PlacedProblem = Problem & { readonly file: string; readonly place: string }

/** The problems of a file, each with its place. `file`: from the root. */
export const placed = (file: string, problems: readonly Problem[]): PlacedProblem[] =>
  problems.map((problem) => ({
    ...problem,
    file,
    place: [file, problem.line, problem.column].filter((part) => part != null).join(':'),
  }))
