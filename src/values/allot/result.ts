import type { Distribution, Relaxation, Unassigned } from '../../model/allotment.ts'
import type { Task } from './task.ts'

/** What the targets have, with all that is to be told of it. */
export interface Outcome {
  readonly shares: readonly (readonly never[])[]
  readonly relaxations: readonly Relaxation[]
  readonly unassigned: readonly Unassigned<never>[]
  readonly unserved: ReadonlyMap<number, string>
}

export function result({ items, targets, made }: Task, outcome: Outcome): Distribution<never, never> {
  const { shares, relaxations, unassigned } = outcome
  let [placed, min, max] = [0, shares.length === 0 ? 0 : Number.POSITIVE_INFINITY, 0]
  for (const { length } of shares) {
    placed += length
    min = Math.min(min, length)
    max = Math.max(max, length)
  }
  const mean = shares.length === 0 ? 0 : placed / shares.length
  const unserved = [...outcome.unserved].map(([t, reason]) => ({ target: targets[t] as never, reason }))
  return Object.assign(
    shares.map((own, t) => ({ target: targets[t] as never, items: own })),
    {
      ...{ relaxations, unassigned, unserved, synthetic: made },
      statistics: { items: items.length, targets: targets.length, placed, perTarget: { min, max, mean } },
    },
  )
}

/** The items of each target, in their order. */
export function sharesOf(items: readonly never[], chosen: Int32Array, targets: number): never[][] {
  const shares = Array.from({ length: targets }, (): never[] => [])
  for (let i = 0; i < chosen.length; i++)
    if ((chosen[i] as number) >= 0) shares[chosen[i] as number]?.push(items[i] as never)
  return shares
}
