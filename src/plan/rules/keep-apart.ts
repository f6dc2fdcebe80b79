import type { Recipe } from '../../model/recipe.ts'
import type { Rule } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import type { Draft, DraftColumn } from '../draft.ts'
import { isFree } from './is-free.ts'

/** Values of both sides at most, so that their pairs can be written down. */
const MOST = 24

/** Two columns that differ: small sets are counted out in pairs, numbers lie one above the other. What has more values differs by chance and is tried. */
export function keepApart(
  draft: Draft,
  rule: Extract<Rule, { kind: 'differ' }>,
  one: DraftColumn | undefined,
  other: DraftColumn | undefined,
): void {
  if (one === undefined || other === undefined || !isFree(one) || !isFree(other)) return
  const [left, right] = [valuesOf(one), valuesOf(other)]
  if (left !== null && right !== null) {
    const pairs = left.flatMap((a) => right.filter((b) => b !== a).map((b) => [a, b] as const))
    if (pairs.length === 0) draft.impossible ??= `no two values differ as the check ${rule.check} demands`
    take(one, { kind: 'pick', values: pairs.map(([a]) => a), together: rule.check }, rule.check)
    take(other, { kind: 'pick', values: pairs.map(([, b]) => b), together: rule.check }, rule.check)
    return
  }
  if (one.recipe.kind !== 'draw' || one.recipe.shape !== 'integer' || other.recipe.kind !== 'draw') return
  if (other.recipe.shape !== 'integer') return
  const { min, max } = one.recipe.options
  if (min !== other.recipe.options.min || max !== other.recipe.options.max || max - min < 2) return
  // One takes the even half of the numbers, the other one the odd half.
  const step = 2 * (one.recipe.options.step ?? 1)
  take(one, { ...one.recipe, options: { ...one.recipe.options, step } }, rule.check)
  take(other, { ...other.recipe, options: { ...other.recipe.options, min: min + step / 2, step } }, rule.check)
}

function valuesOf({ recipe, study }: DraftColumn): readonly Value[] | null {
  if (recipe.kind === 'pick' && recipe.values.length <= MOST && recipe.together === undefined) return recipe.values
  return study.base === 'bool' && study.encoding.kind !== 'array' && recipe.kind === 'draw' ? [true, false] : null
}

function take(column: DraftColumn, recipe: Recipe, check: string): void {
  column.recipe = recipe
  column.why = `check ${check}`
}
