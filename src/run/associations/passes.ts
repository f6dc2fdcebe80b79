import type { AssociatedRow, RowFilter } from '../../model/allotting/association-wish.ts'
import type { Comparison } from '../../model/config.ts'
import { datumOf } from '../../values/allot/datum-of.ts'
import { memberOf } from '../../values/allot/member-of.ts'
import { compare } from '../../values/mapping/compare.ts'

/** Which rows take part. */
export function passes(filter: RowFilter | null, now: number): (row: AssociatedRow) => boolean {
  if (filter === null) return () => true
  if (typeof filter === 'function') return (row) => Boolean(filter(row))
  const conditions: readonly (readonly [string, Comparison])[] = Object.entries(filter)
  return (row) => conditions.every(([name, wanted]) => compare(datumOf(memberOf(row, name), name), wanted, now))
}
