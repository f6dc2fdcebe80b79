import type { ObjectId } from '../../model/name.ts'
import type { Plan } from '../../model/plan.ts'
import type { OwnRows } from '../past/history.ts'

/** Tables that are restored together; a single one, mostly. */
export interface RestoreGroup {
  readonly parts: readonly OwnRows[]
  /** True: rows refer to others of the group, so that the missing ones come back by one statement and before the rest is set back. */
  readonly circle: boolean
}

/** The parts in the order in which plans write them, parents first; tables that a plan writes together are one group. */
export function restoreOrder(plans: readonly Plan[], own: readonly OwnRows[]): RestoreGroup[] {
  const order: ObjectId[] = []
  const together = new Map<ObjectId, readonly ObjectId[]>()
  for (const plan of plans.toReversed()) {
    const missing = plan.tables.map(({ id }) => id).filter((id) => !order.includes(id))
    order.unshift(...missing)
    for (const step of plan.stages.flatMap(({ steps }) => steps)) {
      if (step.kind !== 'copy-together' && step.kind !== 'insert-together') continue
      for (const table of step.tables) if (!together.has(table)) together.set(table, step.tables)
    }
  }
  const groups: RestoreGroup[] = []
  const done = new Set<ObjectId>()
  for (const table of order) {
    if (done.has(table)) continue
    const members = together.get(table) ?? [table]
    for (const member of members) done.add(member)
    const parts = own.filter((part) => members.includes(part.table))
    if (parts.length > 0) groups.push({ parts, circle: members.length > 1 || parts.some(refersToItself) })
  }
  return groups
}

const refersToItself = ({ rows, table }: OwnRows): boolean =>
  rows.plan.links.some(({ parent }) => parent.table === table)
