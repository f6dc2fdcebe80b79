import type { Past } from '../../model/journal.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Plan } from '../../model/plan.ts'
import { hashPlan } from '../../plan/hash-plan.ts'
import { digest } from '../digest.ts'

/** A plan of what is there and nothing else. */
export function planOfPast(past: Past, order: readonly ObjectId[], catalogHash: string): Plan {
  const plan: Omit<Plan, 'hash'> = {
    version: 1,
    seed: past.seed ?? '',
    now: past.now ?? 0,
    catalogHash,
    ...(past.locales === undefined ? {} : { locales: past.locales }),
    ...(past.generators === undefined ? {} : { generators: past.generators }),
    tables: order.flatMap((id) => {
      const found = past.tables[id]
      return found === undefined ? [] : [{ ...found.plan, present: found.rows }]
    }),
    left: [],
    pools: past.pools,
    ...(past.assetPools === undefined ? {} : { assetPools: past.assetPools }),
    stages: [],
    findings: [],
  }
  return { ...plan, hash: hashPlan(plan, digest) }
}
