import type { ColumnPlan, Plan, TablePlan } from '../model/plan.ts'
import type { Recipe } from '../model/recipe.ts'
import { compileRows } from '../values/rows.ts'

/** Texts of one row, as COPY would send them, without its escapes. */
export type Texts = readonly (string | null)[]

/** Rows of some columns alone, as if the table had no parents; null where they hang on other tables, or cannot be made. */
export function candidateRows(
  plan: Plan,
  table: TablePlan,
  columns: readonly string[],
  count: number,
  change: (recipe: Recipe, column: ColumnPlan) => Recipe = (recipe) => recipe,
): Texts[] | null {
  if (columns.some((name) => !isOwn(table, name))) return null
  const needed = new Set(columns)
  for (let size = 0; size < needed.size; ) {
    size = needed.size
    for (const column of table.columns)
      if (needed.has(column.name)) for (const name of looksAt(column)) needed.add(name)
  }
  const kept = table.columns.filter((column) => needed.has(column.name))
  if (kept.some(({ recipe }) => recipe.kind === 'derive' && recipe.over !== undefined)) return null
  const alone: TablePlan = {
    ...table,
    rows: count,
    present: 0,
    owner: null,
    links: [],
    columns: kept.map((column) => ({ ...column, recipe: change(withoutLinks(column.recipe), column) })),
    key: { columns: [...columns], exact: false },
  }
  try {
    const rows = compileRows({ ...plan, tables: [alone], pools: [], assetPools: [], stages: [] }).table(table.id)
    return Array.from({ length: count }, (_, row) => rows.texts(row, columns))
  } catch {
    // Recipes that need the whole plan around them are not tried by themselves.
    return null
  }
}

/** A column that is written, and not with the key of another table. */
export function isOwn(table: TablePlan, name: string): boolean {
  const recipe = table.columns.find((column) => column.name === name)?.recipe
  return recipe !== undefined && recipe.kind !== 'leave' && recipe.kind !== 'follow'
}

function looksAt(column: ColumnPlan): string[] {
  const recipe = withoutLinks(column.recipe)
  const inputs =
    recipe.kind === 'derive'
      ? recipe.from.flatMap((one) => ('column' in one && !('link' in one) ? [one.column] : []))
      : recipe.kind === 'match'
        ? [recipe.column]
        : []
  return [...inputs, ...column.when.flatMap((one) => ('column' in one ? [one.column] : []))]
}

function withoutLinks(recipe: Recipe): Recipe {
  if (recipe.kind === 'asset') return withoutLinks(recipe.otherwise)
  if (recipe.kind === 'derive') return { ...recipe, from: recipe.from.filter((one) => !('link' in one)) }
  if (recipe.kind === 'follow') return { kind: 'constant', value: null }
  if ((recipe.kind === 'draw' || recipe.kind === 'pick') && recipe.unique?.by === 'permute') {
    const { unique: _, ...plain } = recipe
    return withoutLinks(plain as Recipe)
  }
  if (recipe.kind === 'draw' && recipe.entity?.link !== undefined)
    return { ...recipe, entity: { name: recipe.entity.name } } as Recipe
  return recipe
}
