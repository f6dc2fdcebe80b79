import type { Distribution, Relaxation, Unassigned } from '../../model/allotting/allotment.ts'
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
  const counts = new Uint32Array(targets)
  for (const target of chosen) if (target >= 0) counts[target] = (counts[target] as number) + 1
  const shares = Array.from(counts, (count) => new Array<never>(count))
  counts.fill(0)
  for (let i = 0; i < chosen.length; i++) {
    const target = chosen[i] as number
    if (target < 0) continue
    const at = counts[target] as number
    ;(shares[target] as never[])[at] = items[i] as never
    counts[target] = at + 1
  }
  return shares
}
