import type { DrawOf, Recipe } from '../../model/recipe.ts'
import type { ShapeName, ShapeOptions } from '../../model/shapes.ts'

/** A draw with checked options. */
export const draw = <Name extends ShapeName>(shape: Name, options: ShapeOptions[Name]): Recipe =>
  ({ kind: 'draw', shape, options }) as DrawOf<Name> as Recipe
