import type { ColumnPlan } from './plan.ts'
import type { Input, Recipe } from './recipe.ts'

/** What a column looks at: columns of its own row, and columns that its links lead to. */
export function dependenciesOf(
  column: Pick<ColumnPlan, 'when' | 'recipe'> & { readonly made?: { readonly recipe: Recipe } | null },
): readonly Input[] {
  const conditions = column.when.flatMap((condition): Input[] =>
    'columns' in condition
      ? condition.columns.map((column) => ({ column }))
      : 'column' in condition
        ? [{ column: condition.column }]
        : [],
  )
  return [...conditions, ...inputsOf(column.recipe), ...(column.made ? inputsOf(column.made.recipe) : [])]
}

function inputsOf(recipe: Recipe): readonly Input[] {
  if (recipe.kind === 'compose') return inputsOf(recipe.fallback)
  if (recipe.kind === 'asset' || recipe.kind === 'edge') return inputsOf(recipe.otherwise)
  if (recipe.kind === 'match')
    return [
      recipe.link === undefined ? { column: recipe.column } : { link: recipe.link, column: recipe.column },
      ...[...recipe.cases.map((one) => one.recipe), recipe.otherwise].flatMap(inputsOf),
    ]
  if (recipe.kind === 'dealt')
    return [
      ...(recipe.by === undefined ? [] : [{ link: recipe.by.name, column: recipe.by.column }]),
      ...[...recipe.cases.map((one) => one.recipe), recipe.otherwise].flatMap(inputsOf),
    ]
  if (recipe.kind === 'object') return Object.values(recipe.fields).flatMap(inputsOf)
  if (recipe.kind === 'by-place') return [...inputsOf(recipe.first), ...inputsOf(recipe.rest)]
  if (recipe.kind === 'follow') return [{ link: recipe.link, column: recipe.column }]
  return recipe.kind === 'derive' || recipe.kind === 'expression' ? recipe.from : []
}
