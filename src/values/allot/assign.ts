import { match, type Names } from './match.ts'
import type { Network, Ways } from './network.ts'
import type { Task } from './task.ts'

/** A target for each item by what flows: of the items of a class by chance to a party, of what has come to a party by chance to its targets. */
export function* assign(task: Task, network: Network, counts: Uint32Array): Generator<number, Int32Array> {
  const { names, weights, seed } = task
  const arrived = yield* toParties(task, network)
  const chosen = new Int32Array(names.items.length).fill(-1)
  for (const [party, { targets }] of network.parties.entries()) {
    const items = arrived[party] as number[]
    const [only] = targets
    if (targets.length === 1 && only !== undefined) {
      for (const item of items) chosen[item] = only
      continue
    }
    const own = namesOf(names, items, targets)
    const likes = weights === null ? null : Float64Array.from(targets, (t) => weights[t] as number)
    const found = yield* match(
      seed,
      own,
      likes,
      targets.map((t) => counts[t] as number),
    )
    for (const [k, at] of found.entries()) if (at >= 0) chosen[items[k] as number] = targets[at] as number
  }
  return chosen
}

const namesOf = ({ items, targets }: Names, some: readonly number[], others: readonly number[]): Names => ({
  items: Int32Array.from(some, (item) => items[item] as number),
  targets: Int32Array.from(others, (t) => targets[t] as number),
})

function* toParties({ names, seed }: Task, { flow, classes, parties, ways }: Network): Generator<number, number[][]> {
  const arrived = parties.map((): number[] => [])
  for (const [place, { items }] of classes.entries()) {
    const { parties: to, edges } = ways[place] as Ways
    const used = Array.from(to, (_, way) => way).filter((way) => flow.through(edges[way] as number) > 0)
    const [first] = used
    if (first === undefined) continue
    const amounts = used.map((way) => flow.through(edges[way] as number))
    if (items.length === 1 || (used.length === 1 && amounts[0] === items.length)) {
      arrived[to[first] as number]?.push(...items)
      continue
    }
    const own = {
      items: Int32Array.from(items, (item) => names.items[item] as number),
      targets: Int32Array.from(used, (way) => parties[to[way] as number]?.name ?? 0),
    }
    const found = yield* match(seed, own, amounts, amounts)
    for (const [k, at] of found.entries())
      if (at >= 0) arrived[to[used[at] as number] as number]?.push(items[k] as number)
  }
  return arrived
}
