import type { Over, Recipe } from './recipe.ts'

/** Rows of other tables that a column looks at. */
export function gatheredBy(recipe: Recipe): readonly Over[] {
  if (recipe.kind === 'match' || recipe.kind === 'dealt')
    return [...recipe.cases.map((one) => one.recipe), recipe.otherwise].flatMap(gatheredBy)
  if (recipe.kind === 'by-place') return [recipe.first, recipe.rest].flatMap(gatheredBy)
  if (recipe.kind === 'asset' || recipe.kind === 'edge') return gatheredBy(recipe.otherwise)
  return recipe.kind === 'derive' && recipe.over !== undefined ? [recipe.over] : []
}
