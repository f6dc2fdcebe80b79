import type { CharSet } from './char-set.ts'

/** A regular expression as a tree. */
export type Node =
  | { readonly kind: 'set'; readonly set: CharSet; readonly symbols: readonly string[] }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'choice'; readonly items: readonly Node[] }
  | { readonly kind: 'repeat'; readonly item: Node; readonly min: number; readonly max: number }
  /** Remembers what it took for back references. */
  | { readonly kind: 'group'; readonly item: Node; readonly number: number }
  | { readonly kind: 'same-as'; readonly group: number }
  /** Takes nothing: start and end of the text, start and end of a word, any end of a word, none. */
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end' | 'word-start' | 'word-end' | 'word-edge' | 'no-word-edge' }

/** A pattern that was understood. */
export interface Pattern {
  readonly source: string
  readonly caseless: boolean
  readonly node: Node
  readonly backReferences: boolean
}
