import type { OtherColumns } from '../../model/assets/asset-mapping.ts'
import type { Draft } from '../draft.ts'
import { targetOf } from './target-of.ts'

/** What the columns of a row get of an item of a pool, for expressions that look at them. */
export const otherColumns =
  (draft: Draft, pool: string): OtherColumns =>
  (name) => {
    const entry = draft.columns.get(name)
    const mapped = entry?.assets?.find((one) => one.pool === pool)
    return entry === undefined || mapped === undefined
      ? null
      : { expression: mapped.expression, target: targetOf(draft, entry) }
  }
