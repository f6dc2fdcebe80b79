import type { DistributeOptions, Distribution } from '../../src/model/allotting/allotment.ts'
import { allot } from '../../src/values/allot/allot.ts'
import type { Options } from '../../src/values/allot/task.ts'

/** Without waiting, on the first of June 2026. */
export function allotNow<Item, Target>(options: DistributeOptions<Item, Target>): Distribution<Item, Target> {
  const work = allot(options as unknown as Options, Date.UTC(2026, 5, 1))
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value as Distribution<Item, Target>
  }
}

export const numbered = (count: number): { id: number }[] => Array.from({ length: count }, (_, id) => ({ id }))

export const countsIn = (result: Distribution<unknown, unknown>): number[] => result.map(({ items }) => items.length)
