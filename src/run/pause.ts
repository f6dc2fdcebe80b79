import { setImmediate } from 'node:timers/promises'
import { interrupted } from '../load/chunk/interrupted.ts'

/**
 * Lets signals and timers have their turn in the middle of long work.
 * @throws SeedError `interrupted` where `signal` is given
 */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate()
  if (signal?.aborted) throw interrupted()
}
