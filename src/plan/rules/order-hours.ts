import type { DraftColumn } from '../draft.ts'
import { isFree } from './is-free.ts'

const DAY = 86_400_000
const STEP = 300_000

/** Times of day in their order: the later one after the earlier one, which leaves it room before midnight. */
export function orderHours(lower: DraftColumn, higher: DraftColumn, strict: boolean): void {
  if (!isFree(higher)) return
  const until = Math.min(higher.study.domain.max ?? DAY - STEP, DAY - STEP)
  if (higher.recipe.kind === 'derive' && higher.recipe.with === 'after')
    higher.recipe = {
      ...higher.recipe,
      from: [...higher.recipe.from, { column: lower.column.name }],
      options: { ...higher.recipe.options, ...(strict ? { strict } : {}) },
    }
  else
    higher.recipe = {
      kind: 'derive',
      with: 'after',
      from: [{ column: lower.column.name }],
      options: { from: Math.max(0, higher.study.domain.min ?? 0), until, ...(strict ? { strict } : {}) },
    }
  higher.why = `after ${lower.column.name} (check)`
  const { recipe } = lower
  if (recipe.kind !== 'draw' || recipe.shape !== 'time') return
  const from = recipe.options.from ?? 0
  const to = Math.max(from, Math.min(recipe.options.to ?? DAY, until - (strict ? 2 * STEP : 0)))
  lower.recipe = { ...recipe, options: { ...recipe.options, to } }
}
