import type { ColumnPlan, Plan, TablePlan } from '../model/plan.ts'
import type { Recipe } from '../model/recipe.ts'
import type { Value } from '../model/value.ts'
import { compileRows } from '../values/rows/rows.ts'

/** Texts of one row, as COPY would send them, without its escapes. */
export type Texts = readonly (string | null)[]

/** What takes the place of the parents' keys, in columns of which the checks only ask whether they are NULL. */
export interface Led {
  readonly columns: ReadonlySet<string>
  /** Those that are never NULL. */
  readonly required?: ReadonlySet<string>
  /** `drawn`: NULL or not, so that rows of both kinds are proposed; `planned`: NULL where the plan says so. */
  readonly as: 'drawn' | 'planned'
}

/** Rows of some columns alone, as if the table had no parents; null where they hang on other tables, or cannot be made. */
export function candidateRows(
  plan: Plan,
  table: TablePlan,
  columns: readonly string[],
  count: number,
  change: (recipe: Recipe, column: ColumnPlan) => Recipe = (recipe) => recipe,
  led: Led | null = null,
): Texts[] | null {
  if (columns.some((name) => !isOwn(table, name) && !isLed(table, name, led?.columns))) return null
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
    columns: kept.map((column) =>
      led !== null && isLed(table, column.name, led.columns)
        ? inPlaceOfKey(table, column, led)
        : { ...column, recipe: change(withoutLinks(column.recipe), column) },
    ),
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

/** A column that is written with the key of another table, and whose value plays no part. */
export function isLed(table: TablePlan, name: string, led: ReadonlySet<string> | undefined): boolean {
  const column = table.columns.find((one) => one.name === name)
  return column?.recipe.kind === 'follow' && led?.has(name) === true && standIn(column) !== null
}

function inPlaceOfKey(table: TablePlan, column: ColumnPlan, { as, required }: Led): ColumnPlan {
  const link = table.links.find(({ columns }) => columns.includes(column.name))
  const value = standIn(column)
  if (as === 'planned')
    return { ...column, recipe: { kind: 'constant', value }, nulls: Math.max(column.nulls, link?.nulls ?? 0) }
  const values = required?.has(column.name) ? [value] : [value, null]
  return { ...column, recipe: { kind: 'pick', values }, nulls: 0, when: [] }
}

/** Any value of the column's type; null where none is at hand. */
function standIn({ encoding, typeName }: ColumnPlan): Value {
  if (encoding.kind === 'number') return 1
  if (typeName === 'uuid') return '00000000-0000-0000-0000-000000000001'
  return encoding.kind === 'text' && /^(text|varchar|char|citext|name|bpchar)/.test(typeName) ? '1' : null
}

function looksAt(column: ColumnPlan): string[] {
  const recipe = withoutLinks(column.recipe)
  const inputs =
    recipe.kind === 'derive' || recipe.kind === 'expression'
      ? recipe.from.flatMap((one) => ('column' in one && !('link' in one) ? [one.column] : []))
      : recipe.kind === 'match' && recipe.link === undefined
        ? [recipe.column]
        : []
  const conditions = column.when.flatMap((one) =>
    'columns' in one ? one.columns : 'column' in one ? [one.column] : [],
  )
  return [...inputs, ...conditions]
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
