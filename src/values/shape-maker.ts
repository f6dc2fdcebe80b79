import type { LocaleWords } from '../model/locale-words.ts'
import type { Recipe } from '../model/recipe.ts'
import type { ShapeName, ShapeOptions } from '../model/shapes.ts'
import type { Value } from '../model/value.ts'

/**
 * The chance of one row in one column: draw number n is always the same for the same address (seed, table, column or entity, identity),
 * whatever was drawn before it. One object per column, re-pointed at the identity of each row: never keep it beyond the call.
 */
export interface Draws {
  /** A number in [0, 1) with 53 random bits: draw number `n`, a small non-negative integer. */
  unit(n: number): number
  /** An integer in [0, bound), `bound` from 1 to 2^53: multiply-shift over 53 bits. */
  below(n: number, bound: number): number
  /** A uint32. */
  bits(n: number): number
}

/** What a shape may know of the row besides its draws. */
export interface RowContext {
  /** Number of the row in its table, from 0. */
  readonly row: number
  /** Place among the siblings, from 0; 0 for roots. */
  readonly j: number
  /**
   * The path of the row when the recipe is unique by path, else null: the text must contain it, stay within `maxLength`, and the part
   * before it must not end in a digit.
   */
  readonly suffix: string | null
}

/** Makes the value of a row. */
export type Shape = (draws: Draws, row: RowContext) => Value

/** Turns the options of a shape into a function of the row: everything that does not depend on the row is done once, in `compile`. */
export interface ShapeMaker<Name extends ShapeName> {
  compile(options: ShapeOptions[Name], context: CompileContext): Shape
  /** Indexable shapes: the index-th of its values, from 0, injective. */
  at?(options: ShapeOptions[Name], context: CompileContext): (index: number) => Value
}

/** What a shape may ask of the room while it is compiled. */
export interface CompileContext {
  /** Milliseconds since the epoch, frozen in the plan. */
  readonly now: number
  /** The words of a language of the plan. @throws RangeError where it has none of that code. */
  locale(code: string): LocaleWords
  /** Compiles a recipe inside this one: array elements, composite fields, range bounds. */
  nested(recipe: Recipe): Shape
  /** The index-th value of a recipe inside this one; null where it is not indexable. */
  nestedAt(recipe: Recipe): ((index: number) => Value) | null
}

/** One maker for each shape. */
export type ShapeMakers = { readonly [Name in ShapeName]: ShapeMaker<Name> }
