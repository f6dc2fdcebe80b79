import type { Asset } from '../../model/assets.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { listed } from './listed.ts'

/** Which items of a pool say nothing for a column, so that its fallback is taken. */
export function tellFallback(
  expression: string,
  pool: string,
  place: { readonly table: string; readonly column: string; readonly path: string },
  items: readonly Asset[],
  left: readonly Asset[],
): Finding[] {
  if (left.length === 0) return []
  return [
    finding(
      'fallback-used',
      'info',
      place,
      `${left.length} of ${items.length} items of the asset pool ${pool} say nothing for ${place.table}.${place.column}: the fallback ${expression} is taken.`,
      { found: listed(left.map((asset) => asset.place)) },
    ),
  ]
}
