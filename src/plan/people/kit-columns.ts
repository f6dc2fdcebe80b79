import { dependenciesOf } from '../../model/dependencies-of.ts'
import type { Recipe } from '../../model/recipe.ts'
import type { KitColumn } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import type { Draft, DraftColumn } from '../draft.ts'
import { setByTrigger } from '../recipes/set-by-trigger.ts'

/** Columns that a kit's application fills in a way of its own. What the configuration says stays, and what a link, a trigger or the database fills. */
export function settleKitColumns(draft: Draft, now: number): void {
  for (const [name, known] of Object.entries(draft.study.kit?.columns ?? {})) {
    const entry = draft.columns.get(name)
    if (entry === undefined || entry.why === 'configuration' || isFilled(draft, entry)) continue
    const recipe = recipeOf(draft, entry, known, now)
    if (recipe === null || !holds(entry, recipe)) continue
    entry.recipe = recipe
    entry.why = known.why
    if ('options' in known) continue
    entry.nulls = 0
    entry.when = 'when' in known ? [...(known.when ?? [])] : []
  }
}

const isFilled = (draft: Draft, { column, recipe }: DraftColumn): boolean =>
  column.generated !== null || recipe.kind === 'follow' || setByTrigger(draft, column.name) !== null

function recipeOf(draft: Draft, { recipe }: DraftColumn, known: KitColumn, now: number): Recipe | null {
  if ('options' in known)
    return recipe.kind === 'derive'
      ? { ...recipe, options: { ...recipe.options, ...(atNow(known.options, now) as Readonly<Record<string, Value>>) } }
      : null
  if ('take' in known) {
    const link = draft.links.find(({ columns }) => columns.length === 1 && columns[0] === known.take.by)
    const there = link?.parent?.columns.get(known.take.column)
    return link === undefined || there === undefined || there.recipe.kind === 'leave'
      ? null
      : { kind: 'follow', link: link.name, column: known.take.column }
  }
  if ('beside' in known && setByTrigger(draft, known.beside) !== null)
    return { kind: 'leave', why: `${known.beside} is the moment of writing` }
  const settled = atNow(known.recipe, now) as Recipe
  const inputs = dependenciesOf({ recipe: settled, when: [] })
  return inputs.every((input) => 'link' in input || draft.columns.has(input.column)) ? settled : null
}

/** Somebody may have made another type or a check of their own of it. */
function holds({ study }: DraftColumn, recipe: Recipe): boolean {
  const values = constantsOf(recipe)
  const { domain } = study
  if (values.some((value) => value === null && domain.notNull)) return false
  const given = values.filter((value) => value !== null)
  if (domain.values !== undefined && !given.every((value) => domain.values?.includes(value))) return false
  if (
    given.some(
      (value) => typeof value === 'number' && !(value >= (domain.min ?? value) && value <= (domain.max ?? value)),
    )
  )
    return false
  const types = new Set(given.map((value) => typeof value))
  if (types.has('boolean')) return study.base === 'bool'
  if (types.has('number')) return /^(int[248]|numeric|float[48])$/.test(study.base)
  return true
}

function constantsOf(recipe: Recipe): readonly Value[] {
  switch (recipe.kind) {
    case 'constant':
      return [recipe.value]
    case 'pick':
      return recipe.values
    case 'match':
      return [...recipe.cases.flatMap((one) => constantsOf(one.recipe)), ...constantsOf(recipe.otherwise)]
    case 'by-place':
      return [...constantsOf(recipe.first), ...constantsOf(recipe.rest)]
    default:
      return []
  }
}

/** Puts times in place of `{ $now: ms }`. */
function atNow(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((one) => atNow(one, now))
  if (typeof value !== 'object' || value === null) return value
  const { $now: away, ...others } = value as Readonly<Record<string, unknown>>
  if (typeof away === 'number' && Object.keys(others).length === 0) return now + away
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, atNow(one, now)]))
}
