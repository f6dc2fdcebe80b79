import type { ColumnPlan } from '../../model/plan.ts'
import type { FromAsset } from '../../model/recipe.ts'

/** What a column gives from pools of assets, first one first, and what it would give without them. */
export function withoutAssets({ recipe, nulls }: Pick<ColumnPlan, 'recipe' | 'nulls'>): {
  readonly assets: readonly FromAsset[]
  readonly recipe: ColumnPlan['recipe']
  readonly nulls: number
} {
  if (recipe.kind !== 'asset') return { assets: [], recipe, nulls }
  const inner = withoutAssets({ recipe: recipe.otherwise, nulls: recipe.nulls })
  return { ...inner, assets: [recipe, ...inner.assets] }
}
