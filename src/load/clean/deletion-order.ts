import type { ObjectId } from '../../model/name.ts'

/**
 * Groups of tables, children first: no table refers to one of an earlier group. Tables that refer to one another (or to themselves) in a circle are one
 * group. `parents`: for each table those that it refers to.
 */
export function deletionOrder(
  tables: readonly ObjectId[],
  parents: ReadonlyMap<ObjectId, ReadonlySet<ObjectId>>,
): ObjectId[][] {
  const known = new Set(tables)
  const reach = new Map(tables.map((table) => [table, reachable(table, parents, known)]))
  const groups: ObjectId[][] = []
  const grouped = new Set<ObjectId>()
  for (const table of tables) {
    if (grouped.has(table)) continue
    const group = [
      table,
      ...tables.filter((other) => other !== table && reach.get(table)?.has(other) && reach.get(other)?.has(table)),
    ]
    for (const member of group) grouped.add(member)
    groups.push(group)
  }
  // Those from which more can be reached are further down the tree of references; a group reaches all that its parents reach, and the parents.
  const depth = (group: readonly ObjectId[]) =>
    new Set(group.flatMap((table) => [table, ...(reach.get(table) ?? [])])).size
  return groups
    .map((group) => ({ group, depth: depth(group) }))
    .sort((a, b) => b.depth - a.depth)
    .map(({ group }) => group)
}

function reachable(
  table: ObjectId,
  parents: ReadonlyMap<ObjectId, ReadonlySet<ObjectId>>,
  known: ReadonlySet<ObjectId>,
): Set<ObjectId> {
  const found = new Set<ObjectId>()
  const open = [table]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const parent of parents.get(next) ?? []) {
      if (!known.has(parent) || found.has(parent)) continue
      found.add(parent)
      open.push(parent)
    }
  }
  return found
}
