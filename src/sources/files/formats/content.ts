import type { Value } from '../../../model/value.ts'
import type { Problem } from '../problem.ts'

/** The content of one item, as its format gives it. */
export interface Content {
  readonly frontmatter: { readonly [key: string]: Value } | null
  readonly body: string | null
  readonly json: Value
  /** A record of CSV, by the names of its columns; null for other files. */
  readonly csv: { readonly [column: string]: string } | null
  /** Its file holds several. */
  readonly many: boolean
  /** Its number among them, from 1. */
  readonly number: number
  /** What it is known by inside of its file, where the format says so itself. */
  readonly key?: string
  /** Where it stands in the file, as far as that is known: from 1. */
  readonly line: number
}

/** The only item of its file, with what is said of it. */
export const content = (said: Partial<Content>): Content => ({
  frontmatter: null,
  body: null,
  json: null,
  csv: null,
  many: false,
  number: 1,
  line: 1,
  ...said,
})

/** Parts what was made of the items of a file. */
export const gather = (made: readonly (Content | Problem)[]): { value: Content[]; problems: Problem[] } => ({
  value: made.filter((one): one is Content => !('message' in one)),
  problems: made.filter((one): one is Problem => 'message' in one),
})
