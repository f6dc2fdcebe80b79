import type { Catalog, ForeignKey, Relation } from '../../model/catalog.ts'
import type { ObjectId } from '../../model/name.ts'

/** A foreign key and the table that has it. */
export interface Reference {
  readonly child: Relation
  readonly key: ForeignKey
  /** The table it leads to: `key.parent`, or the partition of it that was asked for. */
  readonly parent: ObjectId
}

/**
 * The foreign keys that lead to a table, those to a partitioned table above it included. Partitions repeat the foreign keys of their parent,
 * and are left out.
 */
export function referencesTo(catalog: Catalog, table: ObjectId): Reference[] {
  const byId = new Map(catalog.relations.map((relation) => [relation.id, relation]))
  const parents = new Set<ObjectId>()
  for (
    let id: ObjectId | undefined = table;
    id !== undefined && !parents.has(id);
    id = byId.get(id)?.partitionOf?.parent
  )
    parents.add(id)
  return catalog.relations.flatMap((child) =>
    child.foreignKeys
      .filter((key) => parents.has(key.parent) && !isRepeated(byId, child, key))
      .map((key) => ({ child, key, parent: table })),
  )
}

function isRepeated(byId: ReadonlyMap<ObjectId, Relation>, child: Relation, key: ForeignKey): boolean {
  const above = child.partitionOf && byId.get(child.partitionOf.parent)
  return (
    above?.foreignKeys.some((other) => other.parent === key.parent && other.columns.join() === key.columns.join()) ??
    false
  )
}
