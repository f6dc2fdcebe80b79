/** A row as it is written under `fixtures`: columns, what foreign keys lead to, nested rows of other tables, and words that begin with `$`. */
export type FixtureRow = Readonly<Record<string, unknown>>

/** What a function of a fixture is given. */
export interface FixtureContext {
  /** The row as far as it is said; what other functions give is worked out when it is asked for. */
  readonly row: Readonly<Record<string, unknown>>
  /** The row that this one is nested in; empty for others. */
  readonly parent: Readonly<Record<string, unknown>>
  /** What `$options` say, of the row and of its traits. */
  readonly options: Readonly<Record<string, unknown>>
  /** Place among the copies (`$times`) or the siblings, from 0. */
  readonly index: number
  /** The methods of faker; the same address gives the same value. */
  readonly faker: unknown
  /** As settled, not the clock. */
  readonly now: Date
  /** The key of another fixture. */
  readonly ref: (handle: string) => { readonly $ref: string }
}

export type FixtureFunction = (context: FixtureContext) => unknown

/** Where a function stands: the same one gives the same values of faker in every run. */
export interface FixtureAddress {
  readonly table: string
  readonly handle: string
  readonly key: string
}

/** faker for one address. */
export type FakerAt = (address: FixtureAddress) => unknown
