import type { ForeignKey, Relation } from '../../model/catalog.ts'
import type { ObjectId } from '../../model/name.ts'

/**
 * Foreign keys that only partitions have (older dumps declare them there) count for the partitioned table as well: its rows must keep them. Partitions
 * that say the same are counted once.
 */
export function liftForeignKeys(relations: readonly Relation[]): Relation[] {
  const children = new Map<ObjectId, Relation[]>()
  for (const relation of relations) {
    const above = relation.partitionOf?.parent
    if (above !== undefined) children.set(above, [...(children.get(above) ?? []), relation])
  }
  const keysOf = (relation: Relation): readonly ForeignKey[] => {
    const keys = [...relation.foreignKeys]
    for (const child of children.get(relation.id) ?? [])
      for (const key of keysOf(child)) if (!keys.some((other) => isSame(other, key))) keys.push(key)
    return keys.length === relation.foreignKeys.length ? relation.foreignKeys : keys
  }
  return relations.map((relation) =>
    children.has(relation.id) ? { ...relation, foreignKeys: keysOf(relation) } : relation,
  )
}

const isSame = (one: ForeignKey, other: ForeignKey): boolean =>
  one.parent === other.parent && one.columns.join() === other.columns.join()
