/** A moment, as `date` and `now` give it. */
export class Moment {
  /** Milliseconds since the epoch. */
  readonly ms: number
  /** A day without a time. */
  readonly day: boolean

  constructor(ms: number, day: boolean) {
    this.ms = ms
    this.day = day
  }

  /** `2024-01-31`, or `2024-01-31T10:20:30.000Z`. */
  toString(): string {
    const text = new Date(this.ms).toISOString()
    return this.day ? text.slice(0, text.indexOf('T')) : text
  }
}

/** How long: `30_days`. */
export class Duration {
  readonly ms: number

  constructor(ms: number) {
    this.ms = ms
  }
}

/** What an expression deals with. */
export type Datum =
  | null
  | boolean
  | number
  | string
  | Moment
  | Duration
  | readonly Datum[]
  | { readonly [key: string]: Datum }

/** A value in a message: its kind and, where it is short, itself. */
export function spellDatum(datum: Datum | undefined): string {
  if (datum === null || datum === undefined) return 'nothing'
  if (typeof datum === 'string') return datum === '' ? 'an empty text' : shortened(datum.replace(/[\s\p{Cc}]+/gu, ' '))
  if (typeof datum !== 'object') return String(datum)
  if (datum instanceof Moment) return String(datum)
  if (datum instanceof Duration) return 'a duration'
  return Array.isArray(datum) ? `a list of ${datum.length}` : 'an object'
}

const LONGEST = 60

const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${[...text].slice(0, LONGEST - 1).join('')}…`
