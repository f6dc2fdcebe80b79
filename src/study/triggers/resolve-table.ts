import type { Relation } from '../../model/catalog.ts'
import { type ObjectId, objectId } from '../../model/name.ts'
import { text, tree } from '../sql/tree.ts'
import type { Frame } from './frame.ts'
import { UNKNOWN_PART } from './value.ts'

export interface Target {
  readonly id: ObjectId
  /** Null where the catalog does not know it: a temporary table, a system table. */
  readonly relation: Relation | null
}

/**
 * The table that a RangeVar names. Bare names: the function's search path where its definition shows one, else `public`, else the
 * only one of that name. Null where the name is only known to the running function.
 */
export function resolveTable(rangeVar: unknown, frame: Frame): Target | null {
  const range = tree(rangeVar)
  const name = text(range.relname)
  const schema = text(range.schemaname)
  if (name === '' || `${schema}.${name}`.includes(UNKNOWN_PART)) return null
  const named = frame.reading.catalog.relations.filter((relation) => relation.name === name)
  if (schema !== '') return { id: objectId(schema, name), relation: named.find((one) => one.schema === schema) ?? null }
  for (const place of [...(frame.searchPath ?? []), 'public']) {
    const relation = named.find((one) => one.schema === place)
    if (relation !== undefined) return { id: relation.id, relation }
  }
  const [only, ...others] = named
  return only !== undefined && others.length === 0
    ? { id: only.id, relation: only }
    : { id: objectId('public', name), relation: null }
}
