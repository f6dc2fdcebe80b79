import type { Plan } from '../../model/plan.ts'
import type { Workshop } from '../draft.ts'

/** What the plan says of associations. */
export function toldOf({ inputs }: Workshop): Pick<Plan, 'associations'> {
  const told = (inputs.allotted?.shares ?? []).flatMap((share) => share.told ?? [])
  return told.length === 0 ? {} : { associations: told }
}
