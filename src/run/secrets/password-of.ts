import type { Recipe } from '../../model/recipe.ts'
import type { Value } from '../../model/value.ts'

/** The hash that a recipe gives to users who sign in with a password; undefined where it gives them no fixed one. */
export function passwordOf(recipe: Recipe | undefined): Value | undefined {
  if (recipe?.kind === 'dealt') return passwordOf(recipe.otherwise)
  return recipe?.kind === 'constant' ? recipe.value : undefined
}
