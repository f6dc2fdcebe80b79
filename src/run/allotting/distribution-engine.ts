import type { AllotProgress, DistributeOptions, Distribution } from '../../model/allotting/allotment.ts'

/** How a call is watched and stopped. */
export interface AllotCall {
  /** Stops the work; the call ends with the signal's reason. */
  readonly signal?: AbortSignal
  readonly onProgress?: (event: AllotProgress) => void
  /** What dates are told from; default the clock. */
  readonly now?: string | number | Date
}

/**
 * Shares items out among targets by a strategy, under constraints: docs/distribution.md.
 * @returns a real array of `{ target, items }` in the order of the targets, with `relaxations`, `unassigned`, `unserved`, `synthetic` and `statistics`.
 * @throws SeedError `allot-invalid`, `allot-too-large`, `allot-shortage`, `allot-conflict`, `allot-custom`
 */
async function distribute<Item, Target>(
  options: DistributeOptions<Item, Target> & AllotCall,
): Promise<Distribution<Item, Target>> {
  const { distributed } = await import('./distributed.ts')
  return distributed(options)
}

/** Sharing out, for programs. */
export const distributionEngine = { distribute }
