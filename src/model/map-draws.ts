import type { Draw, Recipe } from './recipe.ts'

/** The recipe with another one in place of each draw in it, those inside of lists and ranges included. */
export function mapDraws(recipe: Recipe, to: (draw: Draw) => Draw): Recipe {
  const inner = (one: Recipe): Recipe => mapDraws(one, to)
  switch (recipe.kind) {
    case 'draw':
      return to(withInner(recipe, inner))
    case 'compose':
      return { ...recipe, fallback: inner(recipe.fallback) }
    case 'object':
      return {
        ...recipe,
        fields: Object.fromEntries(Object.entries(recipe.fields).map(([key, one]) => [key, inner(one)])),
      }
    case 'by-place':
      return { ...recipe, first: inner(recipe.first), rest: inner(recipe.rest) }
    case 'asset':
    case 'edge':
      return { ...recipe, otherwise: inner(recipe.otherwise) }
    case 'dealt':
      return {
        ...recipe,
        cases: recipe.cases.map((one) => ({ ...one, recipe: inner(one.recipe) })),
        otherwise: inner(recipe.otherwise),
      }
    case 'match':
      return {
        ...recipe,
        cases: recipe.cases.map((one) => ({ ...one, recipe: inner(one.recipe) })),
        otherwise: inner(recipe.otherwise),
      }
    default:
      return recipe
  }
}

/** Recipes in the options of a shape. */
function withInner(draw: Draw, inner: (recipe: Recipe) => Recipe): Draw {
  switch (draw.shape) {
    case 'range':
      return { ...draw, options: { ...draw.options, lower: inner(draw.options.lower) } }
    case 'multirange':
      return { ...draw, options: { ...draw.options, lower: inner(draw.options.lower) } }
    case 'array':
      return { ...draw, options: { ...draw.options, element: inner(draw.options.element) } }
    case 'composite':
      return { ...draw, options: { ...draw.options, fields: draw.options.fields.map(inner) } }
    default:
      return draw
  }
}
