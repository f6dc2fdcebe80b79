import type { Datum } from './datum.ts'

/** An expression that was read. `column`: its place in the text, from 1. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Datum; readonly column: number }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly column: number }
  | {
      readonly kind: 'object'
      readonly entries: readonly (readonly [key: string, value: Expression])[]
      readonly column: number
    }
  | { readonly kind: 'path'; readonly keys: Keys; readonly column: number }
  /** Another column of the row. */
  | { readonly kind: 'row'; readonly name: string; readonly keys: Keys; readonly column: number }
  /** A part of what a call gives. */
  | { readonly kind: 'part'; readonly of: Expression; readonly keys: Keys; readonly column: number }
  | Call
  /** A value of another pool, drawn. */
  | {
      readonly kind: 'drawn'
      readonly pool: string
      readonly keys: Keys
      readonly number: number
      readonly column: number
    }
  /** The first that gives something. */
  | { readonly kind: 'either'; readonly ways: readonly Expression[]; readonly column: number }

/** `[tags, 0]` */
export type Keys = readonly (string | number)[]

export interface Call {
  readonly kind: 'call'
  /** A function of the language, a method of faker (`lorem.sentence`), or a function of the user's own. */
  readonly of: 'language' | 'faker' | 'own'
  readonly name: string
  readonly arguments: readonly Expression[]
  /** The how-many-th call of the expression it is, from 0. */
  readonly number: number
  readonly column: number
}
