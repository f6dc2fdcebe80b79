import type { Plan } from '../../model/plan.ts'
import { planError } from './compilation.ts'

/**
 * A row is found through its owner, so owners must not go round in circles.
 * @throws SeedError `recipe-cycle`
 */
export function refuseOwnerCycles(plan: Plan): void {
  const owners = new Map(
    plan.tables.map((table) => {
      const owner = table.links.find((link) => link.name === table.owner)
      return [table.id, owner === undefined || owner.parent.pool !== null ? null : owner.parent.table]
    }),
  )
  for (const { id } of plan.tables) {
    const path = [id]
    for (let at = owners.get(id); at !== undefined && at !== null; at = owners.get(at)) {
      path.push(at)
      if (at === id) throw planError('recipe-cycle', id, `tables own each other: ${path.join(' → ')}`)
      if (path.length > plan.tables.length) break
    }
  }
}
