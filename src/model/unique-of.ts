import type { Recipe, Unique } from './recipe.ts'

/** How a recipe is unique: its own way, or that of the one that stands in for it. */
export function uniqueOf(recipe: Recipe): Unique | null {
  if (recipe.kind === 'asset') return uniqueOf(recipe.otherwise)
  if (recipe.kind === 'dealt') return uniqueOf(recipe.otherwise)
  if (recipe.kind === 'compose') return uniqueOf(recipe.fallback)
  return 'unique' in recipe ? (recipe.unique ?? null) : null
}
