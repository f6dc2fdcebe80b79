import { versionAt } from '../../model/generators.ts'
import { mapDraws } from '../../model/map-draws.ts'
import type { TablePlan } from '../../model/plan.ts'
import type { Draw, Recipe } from '../../model/recipe.ts'

/** The table with the shapes of a generation of generators. */
export const madeBy = (generators: number, table: TablePlan): TablePlan => ({
  ...table,
  columns: table.columns.map((column) => ({
    ...column,
    recipe: recipeBy(generators, column.recipe),
    ...(column.made === undefined
      ? {}
      : { made: { ...column.made, recipe: recipeBy(generators, column.made.recipe) } }),
  })),
})

const recipeBy = (generators: number, recipe: Recipe): Recipe =>
  mapDraws(recipe, ({ version: _, ...draw }) => {
    const version = versionAt(draw.shape, generators)
    return (version === 1 ? draw : { ...draw, version }) as Draw
  })

/** Columns that another generation would fill with other values: `posts.code`. */
export const remade = (table: TablePlan, generators: number): readonly string[] => {
  const other = madeBy(generators, table)
  return table.columns.flatMap((column, i) =>
    JSON.stringify(column.recipe, textOf) === JSON.stringify(other.columns[i]?.recipe, textOf)
      ? []
      : [`${table.id}.${column.name}`],
  )
}

/** JSON has no bigints. */
const textOf = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)
