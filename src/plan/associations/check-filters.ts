import type { AssociationWish, RowFilter } from '../../model/allotting/association-wish.ts'
import type { Relation } from '../../model/catalog.ts'
import type { ObjectId } from '../../model/name.ts'
import { checkColumns } from '../check-columns.ts'

/**
 * Filters ask of columns; of rows that items of pools become they may ask what the items say as well, which nobody knows here.
 * @throws SeedError `unknown-column`
 */
export function checkFilters(
  { source, target }: AssociationWish,
  path: string,
  tables: { readonly source: Relation; readonly target: Relation },
  pools: ReadonlyMap<ObjectId, readonly string[]>,
): void {
  const check = (relation: Relation, filter: RowFilter | null, side: 'source' | 'target'): void => {
    if (filter === null || typeof filter === 'function' || (pools.get(relation.id)?.length ?? 0) > 0) return
    const has = (name: string): boolean => relation.columns.some((column) => column.name === name)
    // A path begins with a column.
    const unknown = Object.keys(filter).filter((name) => !has(name) && !has(name.split('.')[0] ?? ''))
    const columns = Object.fromEntries(unknown.map((name) => [name, { kind: 'leave' as const }]))
    checkColumns(relation, { count: null, perParent: null, columns }, `${path}.${side}.filter`, '')
  }
  check(tables.source, source.filter, 'source')
  check(tables.target, target.filter, 'target')
}
