import { finding } from '../../model/finding.ts'
import type { ColumnPlan, TablePlan } from '../../model/plan.ts'
import type { FromAsset } from '../../model/recipe.ts'
import type { Draft, Workshop } from '../draft.ts'
import { wrapped } from './with-assets.ts'
import { withoutAssets } from './without-assets.ts'

/** Rows that are added to a table of an earlier run get what the configuration maps now; rows that are there keep what they have. */
export function continueAssets(workshop: Workshop, draft: Draft, plan: TablePlan, fresh: TablePlan): TablePlan {
  if (draft.assets === undefined) return plan
  const changed: string[] = []
  const columns = plan.columns.map((column) => {
    const now = fresh.columns.find(({ name }) => name === column.name)
    const before = withoutAssets(column).assets
    const wanted = now === undefined ? [] : withoutAssets(now).assets
    if (wanted.length === 0 || says(before, wanted)) return column
    if (before.length > 0) changed.push(column.name)
    return plan.rows > plan.present ? mapped(column, wanted, plan.present, now?.why ?? '') : column
  })
  if (changed.length > 0)
    workshop.findings.push(
      finding(
        'mapping-changed',
        'info',
        { table: draft.id },
        `What ${changed.join(', ')} of ${draft.id} get from files is said otherwise than before: rows that are there stay, new ones follow it.`,
        { next: 'Make all of them anew: supa-seed cleanup, then supa-seed seed' },
      ),
    )
  return { ...plan, columns }
}

/** The latest mapping of the column is this one already. */
const says = (before: readonly FromAsset[], wanted: readonly FromAsset[]): boolean =>
  wanted.every(({ pool, expression }, i) => before[i]?.pool === pool && before[i]?.expression === expression)

function mapped(column: ColumnPlan, wanted: readonly FromAsset[], first: number, why: string): ColumnPlan {
  const base =
    column.recipe.kind === 'leave' ? { ...column, recipe: { kind: 'constant' as const, value: null } } : column
  const assets = wanted.map(({ pool, expression, labels, made }) => ({
    pool,
    expression,
    ...(labels === undefined ? {} : { labels }),
    ...(made === undefined ? {} : { made }),
    why,
  }))
  return { ...wrapped(base, assets, first), why }
}
