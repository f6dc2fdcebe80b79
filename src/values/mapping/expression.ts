import type { Datum } from './datum.ts'

/** An expression that was read. `column`: its place in the text, from 1. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Datum; readonly column: number }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly column: number }
  | { readonly kind: 'path'; readonly keys: readonly (string | number)[]; readonly column: number }
  | {
      readonly kind: 'call'
      readonly name: string
      readonly arguments: readonly Expression[]
      /** The how-many-th call of the expression it is, from 0. */
      readonly number: number
      readonly column: number
    }
  /** The first that gives something. */
  | { readonly kind: 'either'; readonly ways: readonly Expression[]; readonly column: number }
