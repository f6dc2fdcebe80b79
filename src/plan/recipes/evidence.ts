import type { Recipe } from '../../model/recipe.ts'

/** A recipe, and why it is this one. */
export interface Evidence {
  readonly recipe: Recipe
  readonly why: string
}
