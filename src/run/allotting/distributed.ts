import { setImmediate } from 'node:timers/promises'
import type { DistributeOptions, Distribution } from '../../model/allotting/allotment.ts'
import { allot } from '../../values/allot/allot.ts'
import { refuse } from '../../values/allot/refuse.ts'
import type { Options } from '../../values/allot/task.ts'
import type { AllotCall } from './distribution-engine.ts'

/** Others may work between the steps. @throws SeedError; the signal's reason */
export async function distributed<Item, Target>(
  options: DistributeOptions<Item, Target> & AllotCall,
): Promise<Distribution<Item, Target>> {
  if (typeof options !== 'object' || options === null) refuse('distribute', 'called with { items, targets }', options)
  const { signal, onProgress, now = Date.now() } = options
  const ms = new Date(now).getTime()
  if (Number.isNaN(ms)) refuse('now', 'a date', now)
  signal?.throwIfAborted()
  const work = allot(options as unknown as Options, ms)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value as Distribution<Item, Target>
    onProgress?.(step.value)
    await setImmediate()
    signal?.throwIfAborted()
  }
}
