import type { ColumnPlan, Condition, TablePlan } from '../model/plan.ts'
import type { Draw, FromAsset, Input, Match, Recipe, Serial } from '../model/recipe.ts'
import type { Value } from '../model/value.ts'
import { withoutHashes } from '../model/without-hashes.ts'
import { spellShare } from './spell-number.ts'

/** At most so many values of a list are named. */
const NAMED = 4

/** Where the values of a column come from and why, in one phrase: `one of draft, published (check), 10 % NULL`. */
export function explainRecipe(column: ColumnPlan, table: TablePlan): string {
  const source = sourceOf(column.recipe, table)
  const why = column.why.trim()
  if (column.recipe.kind === 'asset')
    return [`${column.recipe.expression}: ${why}, ${otherwise(column.recipe, table)}`, ...qualities(column)].join(', ')
  const phrase =
    why === '' || why === source
      ? source
      : why.startsWith(source)
        ? why
        : source.endsWith(why)
          ? source
          : `${source}: ${why}`
  return [phrase, ...qualities(column)].join(', ')
}

function sourceOf(recipe: Recipe, table: TablePlan): string {
  switch (recipe.kind) {
    case 'leave':
      return `left to the database: ${recipe.why}`
    case 'constant':
      return recipe.value === null ? 'always NULL' : `always ${spellValue(recipe.value)}`
    case 'serial':
      return serial(recipe)
    case 'draw':
      return `${recipe.shape}${extent(recipe)}${recipe.locale === undefined ? '' : ` in ${recipe.locale}`}`
    case 'pick':
      if (recipe.ordered) return `row by row ${list(recipe.values)}`
      return `one of ${list(recipe.values)}${recipe.weights === undefined ? '' : ', by weight'}`
    case 'follow':
      return `${table.links.find(({ name }) => name === recipe.link)?.parent.table ?? recipe.link}.${recipe.column}`
    case 'derive':
      if (recipe.over !== undefined)
        return `${recipe.options?.by} of ${[recipe.over.table, ...recipe.over.columns].join('.')}`
      return `${recipe.with} of ${recipe.from.map((input) => spellInput(input, table)).join(', ')}`.replace(/ of $/, '')
    case 'object':
      return `an object of ${list(Object.keys(recipe.fields))}`
    case 'match':
      return `${listed(recipe, table)}, as ${spellInput(recipe.link === undefined ? { column: recipe.column } : { link: recipe.link, column: recipe.column }, table)} has it`
    case 'dealt':
      return [
        ...recipe.cases.map((one) => `${spellAmount(one.amount)} ${sourceOf(one.recipe, table)}`),
        `else ${sourceOf(recipe.otherwise, table)}`,
      ].join(', ')
    case 'edge':
      return `${sourceOf(recipe.otherwise, table)}, every ${recipe.every}th row an extreme`
    case 'by-place':
      if (recipe.told === 'last')
        return `${sourceOf(recipe.first, table)} for the last, else ${sourceOf(recipe.rest, table)}`
      return `first ${sourceOf(recipe.first, table)}, then ${sourceOf(recipe.rest, table)}`
    case 'asset':
      return `${recipe.expression} of ${recipe.pool}, ${otherwise(recipe, table)}`
    case 'expression':
      return recipe.expression
    case 'compose':
      return `text from a language model, else ${sourceOf(recipe.fallback, table)}`
  }
}

/** What a column gets by what another one says; where it gets nothing in other cases, what it gets in these. */
function listed({ otherwise: rest, cases }: Match, table: TablePlan): string {
  if (rest.kind !== 'constant' || rest.value !== null) return sourceOf(rest, table)
  return [...new Set(cases.map(({ recipe }) => sourceOf(recipe, table)))].join(' or ')
}

/** `3 times`, `20 %`. */
const spellAmount = (amount: number): string => (amount < 1 ? spellShare(amount) : `${amount} times`)

/** What a column gets in rows that no file is for. */
const otherwise = (recipe: FromAsset, table: TablePlan): string =>
  `else ${sourceOf(recipe.otherwise, table)}${recipe.nulls > 0 ? ` or ${spellShare(recipe.nulls)} NULL` : ''}`

function serial({ sequence, step, ranges }: Serial): string {
  if (sequence !== null) return sequence
  const from = ranges[0]?.value ?? 1
  return `${from}, ${from + step}, ${from + 2 * step} …`
}

/** Bounds and element types: what of a shape's options helps to picture its values. */
function extent(recipe: Draw): string {
  const options = recipe.options as Readonly<Record<string, unknown>>
  if (recipe.shape === 'array') return ` of ${elementOf(options.element)}`
  if (recipe.shape === 'date' || recipe.shape === 'person.birthdate')
    return between(options, (day) => isoDate(day * 86_400_000))
  if (recipe.shape === 'timestamp') return between(options, isoDate)
  if (typeof options.min === 'number' && typeof options.max === 'number') return ` ${options.min} to ${options.max}`
  if (typeof options.pattern === 'string') return ` /${options.pattern}/`
  return typeof options.maxLength === 'number' ? ` up to ${options.maxLength} characters` : ''
}

const elementOf = (element: unknown): string => {
  const recipe = element as Recipe
  return recipe.kind === 'draw'
    ? `${recipe.shape}${extent(recipe)}`
    : recipe.kind === 'pick'
      ? list(recipe.values)
      : recipe.kind
}

const between = (options: Readonly<Record<string, unknown>>, spell: (value: number) => string): string =>
  typeof options.from === 'number' && typeof options.to === 'number'
    ? ` ${spell(options.from)} to ${spell(options.to)}`
    : ''

/** Dates outside of what JavaScript can say are left as they are. */
function isoDate(moment: number): string {
  const date = new Date(moment)
  return Number.isNaN(date.getTime()) ? String(moment) : date.toISOString().slice(0, 10)
}

function list(values: readonly Value[]): string {
  const named = values.slice(0, NAMED).map(spellValue).join(', ')
  return values.length > NAMED ? `${named}, … (${values.length} values)` : named
}

function spellValue(value: Value): string {
  if (value === null) return 'NULL'
  if (typeof value === 'string') return value === '' ? "''" : withoutHashes(value)
  if (value instanceof Uint8Array) return `${value.length} bytes`
  return typeof value === 'object'
    ? JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? String(item) : item))
    : String(value)
}

function spellInput(input: Input, table: TablePlan): string {
  if (!('link' in input)) return input.column
  return `${table.links.find(({ name }) => name === input.link)?.parent.table ?? input.link}.${input.column}`
}

function qualities({ recipe, nulls, when }: ColumnPlan): readonly string[] {
  const unique = 'unique' in recipe && recipe.unique !== undefined
  return [
    ...(unique ? ['unique'] : []),
    ...when.map(spellCondition),
    ...(nulls > 0 ? [`${spellShare(nulls)} NULL`] : []),
  ]
}

function spellCondition(condition: Condition): string {
  if ('columns' in condition) return `only where ${condition.columns.join(', ')} allow it`
  if ('group' in condition) return `one of ${condition.size} columns that exclude each other`
  switch (condition.is) {
    case 'null':
      return `only where ${condition.column} is NULL`
    case 'not-null':
      return `only where ${condition.column} is set`
    case 'in':
      return `only where ${condition.column} is ${list(condition.values)}`
    case 'not-in':
      return `only where ${condition.column} is not ${list(condition.values)}`
  }
}
