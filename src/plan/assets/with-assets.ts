import type { ColumnPlan, TablePlan } from '../../model/plan.ts'
import type { Recipe } from '../../model/recipe.ts'
import type { Draft } from '../draft.ts'
import type { ColumnAsset } from './draft-assets.ts'

/** The plan of a table whose columns get what its pools give, before what they would get anyway. */
export function withAssets(plan: TablePlan, draft: Draft): TablePlan {
  if (draft.assets === undefined) return plan
  return {
    ...plan,
    columns: plan.columns.map((column) => {
      const { assets = [], recipe } = draft.columns.get(column.name) ?? {}
      if (assets.length === 0) return column
      // What the database fills by itself is NULL in rows that no item is for; `leftColumns` sees to it that it may be.
      const otherwise: Recipe = recipe?.kind === 'leave' ? { kind: 'constant', value: null } : column.recipe
      return wrapped({ ...column, recipe: otherwise }, assets, 0)
    }),
  }
}

/** From row `first` on the column gets what the pools give. */
export function wrapped(column: ColumnPlan, assets: readonly ColumnAsset[], first: number): ColumnPlan {
  const recipe = assets.toReversed().reduce<{ recipe: Recipe; nulls: number }>(
    ({ recipe: otherwise, nulls }, { pool, expression, labels, made }) => ({
      recipe: {
        kind: 'asset',
        pool,
        expression,
        first,
        ...(labels === undefined ? {} : { labels }),
        otherwise,
        nulls,
        ...(made === undefined ? {} : { made }),
      },
      nulls: 0,
    }),
    column,
  )
  return { ...column, ...recipe, why: assets.map(({ why }) => why).join('; ') }
}
