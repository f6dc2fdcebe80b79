import { type Finding, finding } from '../../model/finding.ts'
import type { Mentions } from './mentions.ts'

/** Which items of a pool say nothing for a column, so that its fallback is taken. */
export function tellFallback(
  expression: string,
  pool: string,
  place: { readonly table: string; readonly column: string; readonly path: string },
  items: number,
  left: Mentions,
): Finding[] {
  if (left.count === 0) return []
  return [
    finding(
      'fallback-used',
      'info',
      place,
      `${left.count} of ${items} items of the asset pool ${pool} say nothing for ${place.table}.${place.column}: the fallback ${expression} is taken.`,
      { found: left.listed() },
    ),
  ]
}
