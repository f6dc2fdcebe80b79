import type { AllotConstraints, Counted, DistributeOptions, Distribution } from '../../model/allotting/allotment.ts'
import { type AllotCall, distributionEngine } from './distribution-engine.ts'

/** As for `distribute`, with the numbers beside the items; `assets` and `targets` may be numbers of them. */
export interface AssociateOptions<Item = Counted, Target = Counted>
  extends Omit<DistributeOptions<Item, Target>, 'items' | 'targets'>,
    AllotCall,
    Pick<AllotConstraints<Item, Target>, 'minPerTarget' | 'maxPerTarget' | 'totalItems' | 'uniqueness'> {
  readonly assets?: number | readonly Item[]
  /** The same as `assets`. */
  readonly items?: number | readonly Item[]
  readonly targets: number | readonly Target[]
  /** Short for `minPerTarget`. */
  readonly min?: number
  /** Short for `maxPerTarget`. */
  readonly max?: number
}

/**
 * Shares assets out among targets; what is only counted is made as `{ id, synthetic }`, and assets that are missing with it.
 * @throws SeedError as `distribute`
 */
async function associate<Item = Counted, Target = Counted>(
  options: AssociateOptions<Item, Target>,
): Promise<Distribution<Item, Target>> {
  const { associated } = await import('./associated.ts')
  return distributionEngine.distribute(associated(options))
}

/** Sharing out, by the names that the samples of the specification call. */
export const associationEngine = { associate, distribute: distributionEngine.distribute }
