import type { Recipe } from '../../model/recipe.ts'
import type { Draft, DraftColumn } from '../draft.ts'

/** Of a hundred people, so many give 1 to 5 stars: shops publish curves like this one. */
const STARS = [6, 7, 14, 31, 42]

/** The words of a review fit its stars, and most are content. */
export function fitMoods(draft: Draft): void {
  const entries = [...draft.columns.values()]
  const stars = entries.find(isStars)
  if (stars === undefined || stars.recipe.kind !== 'draw') return
  const { max } = stars.recipe.options as { max: number }
  const written = entries.filter(
    ({ recipe, why }) => recipe.kind === 'draw' && recipe.shape === 'content.review' && why !== 'configuration',
  )
  stars.recipe = { kind: 'pick', values: [1, 2, 3, 4, 5], weights: STARS }
  for (const entry of written) entry.recipe = byStars(entry.recipe, stars.column.name, max)
}

const isStars = ({ column, recipe, study, why }: DraftColumn): boolean =>
  /(^|_)(rating|stars|score)$/i.test(column.name) &&
  recipe.kind === 'draw' &&
  recipe.shape === 'integer' &&
  recipe.unique === undefined &&
  why !== 'configuration' &&
  study.encoding.kind === 'number' &&
  recipe.options.min <= 1 &&
  recipe.options.max === 5

function byStars(recipe: Recipe, column: string, max: number): Recipe {
  if (recipe.kind !== 'draw' || recipe.shape !== 'content.review') return recipe
  const inMood = (mood: 'good' | 'mixed' | 'bad'): Recipe => ({ ...recipe, options: { ...recipe.options, mood } })
  return {
    kind: 'match',
    column,
    cases: [
      { values: [1, 2], recipe: inMood('bad') },
      { values: [max - 2], recipe: inMood('mixed') },
    ],
    otherwise: inMood('good'),
  }
}
