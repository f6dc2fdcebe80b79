/** What a column gets of a sequence of its own. */
export interface SequenceInput {
  readonly $sequence: string | ((n: number) => string | number)
  /** The first n; default 1. */
  readonly start?: number
}

/**
 * A value with a number in it, for a column of several fixtures: `sequence('TENT-{n}')`, `sequence('INV-{n:5}')` (filled up with zeros), `sequence((n) => n * 10)`.
 * The fixtures of a table that say it for a column are counted from `start`, in the order of the configuration. In JSON and YAML: `{ "$sequence": "TENT-{n}" }`.
 */
export const sequence = (form: SequenceInput['$sequence'], start = 1): SequenceInput => ({ $sequence: form, start })
