import type { Match, Recipe } from '../../model/recipe.ts'
import type { DraftColumn } from '../draft.ts'

/** A time that is after the lower one already, whatever its status: strictly so, where that is asked. False: it is none. */
export function orderCases(lower: DraftColumn, higher: DraftColumn, strict: boolean): boolean {
  const { recipe } = higher
  if (recipe.kind !== 'match' || !waitsFor(recipe, lower.column.name)) return false
  if (strict)
    higher.recipe = {
      ...recipe,
      cases: recipe.cases.map((one) => ({ ...one, recipe: strictly(one.recipe) })),
      otherwise: strictly(recipe.otherwise),
    }
  return true
}

const waitsFor = ({ cases, otherwise }: Match, column: string): boolean =>
  [otherwise, ...cases.map(({ recipe }) => recipe)].every(
    (one) =>
      one.kind === 'derive' &&
      one.with === 'after' &&
      one.from.some((input) => !('link' in input) && input.column === column),
  )

const strictly = (recipe: Recipe): Recipe =>
  recipe.kind === 'derive' ? { ...recipe, options: { ...recipe.options, strict: true } } : recipe
