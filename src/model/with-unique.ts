import type { Recipe, Unique } from './recipe.ts'

/** The recipe, unique in another way; one that is not unique stays as it is. */
export function withUnique(recipe: Recipe, unique: Unique): Recipe {
  if (recipe.kind === 'asset') return { ...recipe, otherwise: withUnique(recipe.otherwise, unique) }
  if (recipe.kind === 'dealt')
    return {
      ...recipe,
      cases: recipe.cases.map((one) => ({ ...one, recipe: withUnique(one.recipe, unique) })),
      otherwise: withUnique(recipe.otherwise, unique),
    }
  if (recipe.kind === 'compose') return { ...recipe, fallback: withUnique(recipe.fallback, unique) }
  return 'unique' in recipe && recipe.unique !== undefined ? ({ ...recipe, unique } as Recipe) : recipe
}
