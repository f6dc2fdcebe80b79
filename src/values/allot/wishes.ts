import { spread } from '../rows/spread.ts'
import { accept } from './accept.ts'
import { Address } from './address.ts'
import type { Class } from './classes.ts'
import type { Network, Ways } from './network.ts'
import { selectItems } from './select-items.ts'
import type { Task } from './task.ts'

/** So many items of a class by one of its ways. */
export interface Wish {
  readonly place: number
  readonly way: number
  readonly amount: number
}

/**
 * Where items would like to go, most eager first, before it is seen to that as many as can be find a place: each where it is liked best (`accept`), or the items of a class in proportion to what its
 * targets are to have.
 */
export function wishesOf(task: Task, network: Network, shares: ArrayLike<number>, counts: Float64Array): Wish[] {
  if (task.pairs) return sharedWishes(task, network, pairAmounts(network, shares), counts)
  const selected = selectItems(task, task.cells === null ? null : Uint32Array.from(shares))
  if (network.each) return ownWishes(network, selected, counts)
  return sharedWishes(task, network, selectedOf(network.classes, selected, task.items.length), counts)
}

/** Classes are items here. */
function ownWishes({ ways }: Network, selected: Uint32Array, counts: Float64Array): Wish[] {
  const at = new Int32Array(ways.length).fill(-1)
  const cost = (item: number): number => (ways[item] as Ways).costs[at[item] as number] as number
  const open = new Uint8Array(ways.length)
  for (const item of selected) open[item] = 1
  const chosen = accept({
    items: ways.length,
    counts,
    cost,
    next: (item, worst) => {
      if (open[item] === 0) return -1
      const { parties, costs } = ways[item] as Ways
      for (let way = (at[item] as number) + 1; way < parties.length; way++) {
        at[item] = way
        if ((costs[way] as number) < (worst[parties[way] as number] as number)) return parties[way] as number
      }
      return -1
    },
  })
  const wishes = Array.from(chosen, (_, place): Wish => ({ place, way: at[place] as number, amount: 1 }))
  return wishes
    .filter(({ place }) => (chosen[place] as number) >= 0)
    .sort((a, b) => cost(a.place) - cost(b.place) || a.place - b.place)
}

function sharedWishes(task: Task, network: Network, amounts: Uint32Array, counts: Float64Array): Wish[] {
  const { ways, classes, parties } = network
  const address = new Address(task.seed, 'wish')
  const room = counts.slice()
  const most = task.groups?.max ?? Number.POSITIVE_INFINITY
  return ways.flatMap((way, place) => {
    const { items, group } = classes[place] as Class
    const bounds = Float64Array.from(way.parties, (party, k) =>
      Math.min(room[party] as number, way.limits[k] as number, group < 0 ? 2 ** 32 - 1 : most),
    )
    const total = Math.min(
      amounts[place] as number,
      bounds.reduce((sum, one) => sum + one, 0),
    )
    if (total === 0) return []
    const name = task.names.items[items[0] as number] as number
    const shares = spread({
      ...{ total, bounds, min: 0, max: null },
      phases: Float64Array.from(way.parties, (party) => address.unit(name, parties[party]?.name ?? 0)),
      weights: Float64Array.from(way.parties, (party) => Math.max(counts[party] as number, 1e-9)),
    })
    for (const [k, amount] of shares.entries())
      room[way.parties[k] as number] = (room[way.parties[k] as number] as number) - amount
    return Array.from(shares, (amount, k): Wish => ({ place, way: k, amount })).filter(({ amount }) => amount > 0)
  })
}

/** Pairs of each class, in proportion to what there is of its cell. */
function pairAmounts({ classes, ways }: Network, shares: ArrayLike<number>): Uint32Array {
  const there = ways.map(({ limits }) => limits.reduce((sum, one) => sum + one, 0))
  const sums = new Float64Array(shares.length)
  for (const [place, { cell }] of classes.entries()) sums[cell] = (sums[cell] as number) + (there[place] as number)
  return Uint32Array.from(classes, ({ cell }, place) =>
    Math.floor(((shares[cell] as number) * (there[place] as number)) / Math.max(1, sums[cell] as number)),
  )
}

/** How many of each class. */
function selectedOf(classes: readonly Class[], selected: Uint32Array, items: number): Uint32Array {
  const chosen = new Uint8Array(items)
  for (const item of selected) chosen[item] = 1
  return Uint32Array.from(classes, ({ items: own }) => own.reduce((sum, item) => sum + (chosen[item] as number), 0))
}
