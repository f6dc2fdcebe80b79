import type { ObjectId } from '../model/name.ts'
import type { Plan } from '../model/plan.ts'

/** Parents that are counted at most; what hangs on more of them is not looked at for a report. */
const MOST_PARENTS = 1_000_000

/**
 * Tables whose rows can be looked at in no time: neither they nor a table that their links lead to is shared out among more than a million
 * parents (which would have to be counted first).
 */
export function cheapTables(plan: Plan, most = MOST_PARENTS): ReadonlySet<ObjectId> {
  const tables = new Map(plan.tables.map((table) => [table.id, table]))
  const dear = new Set<ObjectId>()
  for (const { id, links, owner } of plan.tables) {
    const choose = links.find(({ name }) => name === owner)?.choose
    const parents = choose?.kind === 'blocks' ? (choose.spread.generations.at(-1)?.parents ?? 0) : 0
    if (parents > most) dear.add(id)
  }
  const leadsTo = (id: ObjectId, seen: Set<ObjectId>): boolean => {
    if (dear.has(id)) return true
    if (seen.has(id)) return false
    seen.add(id)
    return tables.get(id)?.links.some(({ parent }) => parent.pool === null && leadsTo(parent.table, seen)) ?? false
  }
  return new Set(plan.tables.map(({ id }) => id).filter((id) => !leadsTo(id, new Set())))
}
