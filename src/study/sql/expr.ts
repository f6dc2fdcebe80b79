/** An SQL expression, with the spellings of one meaning brought together. `unknown` holds what nobody reads further. */
export type Expr =
  | Constant
  | Moment
  | Span
  | { readonly kind: 'column'; readonly name: string }
  /** An attribute of a composite. */
  | { readonly kind: 'field'; readonly of: Expr; readonly name: string }
  /** Functions by their bare name when built in (`lower`), else `schema.name`; operators by their sign (`<=`, `~~`). */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expr[] }
  | Cast
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expr[] }
  | { readonly kind: 'not'; readonly of: Expr }
  | { readonly kind: 'is-null'; readonly of: Expr; readonly not: boolean }
  /** `x IS [NOT] TRUE | FALSE | UNKNOWN`. */
  | { readonly kind: 'is'; readonly of: Expr; readonly what: 'true' | 'false' | 'unknown'; readonly not: boolean }
  /** `left op ANY (list)`, or ALL. */
  | {
      readonly kind: 'quantified'
      readonly op: string
      readonly left: Expr
      readonly every: boolean
      readonly list: Expr
    }
  | { readonly kind: 'array'; readonly items: readonly Expr[] }
  | { readonly kind: 'row'; readonly items: readonly Expr[] }
  | {
      readonly kind: 'case'
      readonly branches: readonly { readonly when: Expr; readonly result: Expr }[]
      readonly otherwise: Expr
    }
  /** A number that grows with the calendar and is at least `least`: the year of now(). */
  | { readonly kind: 'growing'; readonly least: number }
  | { readonly kind: 'unknown'; readonly of: readonly Expr[] }

/** A literal. Numbers keep their text, for those that a double cannot hold. */
export interface Constant {
  readonly kind: 'constant'
  readonly value: boolean | number | string | null
  /** Internal type name or type id; `unknown` for a bare literal. Times of day are numbers (ms since midnight). */
  readonly type: string
  readonly text?: string
}

/** A point in time, or a little range of them (months have no fixed length); ms since the epoch, or from now. */
export interface Moment {
  readonly kind: 'moment'
  readonly type: 'date' | 'timestamp' | 'timestamptz'
  readonly low: number
  readonly high: number
  /** Counted from now. */
  readonly now: boolean
  /** Counted from the midnight before now. */
  readonly day: boolean
}

/** An interval: the shortest and longest it can be in ms, and how Postgres compares it (months of 30 days). */
export interface Span {
  readonly kind: 'span'
  readonly low: number
  readonly high: number
  readonly compared: number
}

export interface Cast {
  readonly kind: 'cast'
  readonly of: Expr
  /** Internal name (`int4`, `_text`) or type id. */
  readonly to: string
  /** What stands in brackets: `varchar(20)`. */
  readonly modifiers: readonly number[]
}

export const NULL: Constant = { kind: 'constant', value: null, type: 'unknown' }

export function number(value: number): Constant {
  return { kind: 'constant', value, type: 'numeric', text: String(value) }
}

export function string(value: string): Constant {
  return { kind: 'constant', value, type: 'text' }
}

export function call(name: string, ...args: Expr[]): Expr {
  return { kind: 'call', name, args }
}

export function unknown(...of: Expr[]): Expr {
  return { kind: 'unknown', of }
}
