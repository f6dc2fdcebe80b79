import type { Value } from '../../../model/value.ts'
import type { BrokenRule } from './broken-rule.ts'

/** A JSON Schema, or a part of one. */
export type Schema = boolean | { readonly [key: string]: Value }

/** Does a text fit a pattern? */
export type Matcher = (text: string) => boolean

/** Keys and places that lead from an item to a value in it. */
export type Path = readonly (string | number)[]

/** What is wrong with a value inside of the one that is looked at; `keys` lead to it from there. */
export type Inner = (part: Schema, at: Value, keys?: Path) => BrokenRule[]
