import type { Plan } from '../model/plan.ts'
import { encodePlan } from './codec.ts'

/**
 * The hash of a plan: of everything but its findings and the hash itself. `digest` is SHA-256 in hex over the UTF-8 of a text; it is passed in, since
 * pure rooms know no `node:crypto`.
 */
export function hashPlan(plan: Omit<Plan, 'hash'>, digest: (text: string) => string): string {
  return digest(encodePlan({ ...plan, findings: [], hash: '' }))
}
