import type { ObjectId } from '../../model/name.ts'
import type { Plan } from '../../model/plan.ts'
import { fingerprint } from '../../plan/fingerprint.ts'
import { digest } from '../digest.ts'

/** How the rows of a table come to have their numbers and values: seed, and recipes and counts of it and of all that it hangs on. Hex, 16 digits. */
export function madeAs(plan: Plan, table: ObjectId): string {
  const byId = new Map(plan.tables.map((one) => [one.id, one]))
  const seen = new Set<ObjectId>([table])
  for (const id of seen)
    for (const { parent } of byId.get(id)?.links ?? []) if (parent.pool === null) seen.add(parent.table)
  const made = [...seen].sort().map((id) => {
    const one = byId.get(id)
    return one === undefined ? [id] : [id, one.rows, fingerprint(one)]
  })
  return digest(JSON.stringify([plan.seed, made])).slice(0, 16)
}
