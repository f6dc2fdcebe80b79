import type { ObjectId } from '../name.ts'
import type { Domain } from '../study.ts'
import type { Encoding, Value } from '../value.ts'
import type { Asset } from './assets.ts'

/** Something wrong with an expression, or with what it gives for an item. */
export interface MappingProblem {
  /** One sentence. */
  readonly message: string
  readonly expected: string
  readonly found: string
  /** What to do about it. */
  readonly next: string
  /** Place in the expression, from 1, where it lies there. */
  readonly column?: number
}

/** A path in an expression: `['frontmatter', 'tags', 0]`. */
export interface MappingPath {
  readonly keys: readonly (string | number)[]
  /** Something else is said for where it gives nothing. */
  readonly optional: boolean
}

/** The column that a value is for. */
export interface MappingTarget {
  readonly table: ObjectId
  readonly column: string
  readonly encoding: Encoding
  readonly base: string
  readonly domain: Domain
}

/** A value as the column takes it; `text` is what Postgres would read. */
export interface MappedValue {
  readonly value: Value
  readonly text: string | null
  /** The item says nothing: the column gets what it would get anyway. (Where the expression ends in `| null`, it says NULL.) */
  readonly nothing: boolean
  /** How the item spells the label that it is taken for, where it is not that label to the letter. */
  readonly spelled: string | null
  /** That is another word than the label, taken for a slip. */
  readonly guessed: boolean
}

/** What another column of the row gets of the same item; null where it gets nothing of it. */
export type OtherColumns = (column: string) => { readonly expression: string; readonly target: MappingTarget } | null

/** What the plan asks of the mapping language; the values room knows it. */
export interface AssetMapping {
  /** The paths of an expression and the columns of the row that it looks at, or what is wrong with it. */
  read(
    expression: string,
  ):
    | { readonly paths: readonly MappingPath[]; readonly columns: readonly string[] }
    | { readonly problem: MappingProblem }
  /** The texts that an expression gives for an item: none for nothing, each item of a list. */
  texts(expression: string, asset: Asset): { readonly texts: readonly string[] } | { readonly problem: MappingProblem }
  /** What an expression that can be read gives for an item. `others` never lead in a circle. Default: the row has no other columns. */
  value(
    expression: string,
    asset: Asset,
    target: MappingTarget,
    others?: OtherColumns,
  ): MappedValue | { readonly problem: MappingProblem }
  /** What is wrong with some values that an expression gives for rows of a table, where it looks at no other columns; null for nothing. */
  sample(expression: string, target: MappingTarget): MappingProblem | null
  /** Functions of the user's own that gave something else when they were called again with the same arguments. */
  unsteady(): readonly string[]
}
