import { candidatesOf } from './candidates.ts'
import { type Class, itemClasses, type Party, targetClasses } from './classes.ts'
import { type Cost, costByName, costByTurn, ratesOf } from './likings.ts'
import { MaxFlow } from './max-flow.ts'
import { pairClasses, pairLimits } from './pair-rooms.ts'
import { tooLarge } from './refuse.ts'
import type { Task } from './task.ts'

/** Pairs that are looked at, at most … */
const PAIRS = 4_000_000
/** … and up to which each item is one by itself where it need not be: it may move without others then. */
const FEW = 250_000
const MOST = 2 ** 40

/** From the source by cells, classes of items, groups at a party, and parties of targets to the sink. */
export interface Network {
  readonly flow: MaxFlow
  /** Each item, and each target, is a class by itself. */
  readonly each: boolean
  readonly classes: readonly Class[]
  readonly parties: readonly Party[]
  readonly source: number
  readonly sink: number
  readonly cellEdges: readonly number[]
  readonly partyEdges: readonly number[]
  /** Of each class: where it may go, best liked first. */
  readonly ways: readonly Ways[]
  readonly classNode: (place: number) => number
  readonly partyNode: (party: number) => number
  /** The edges from the source to the sink by one of the ways of a class. */
  readonly path: (place: number, way: number) => number[]
}

export interface Ways {
  readonly parties: Int32Array
  readonly costs: Float64Array
  readonly edges: Int32Array
  /** So many of the class at most. */
  readonly limits: Float64Array
}

/** @throws SeedError `allot-too-large`, `allot-invalid` */
export function buildNetwork(task: Task): Network {
  const { cells, allowance, items, targets } = task
  const asked = allowance !== null && allowance.itemKey === null
  const pairs = items.length * targets.length
  if (asked && !task.pairs && pairs > PAIRS) tooMany(items.length, targets.length)
  const each = !task.pairs && (asked || pairs <= FEW)
  const classes = task.pairs ? pairClasses(task) : itemClasses(task, each)
  const parties = targetClasses(task, each || task.pairs)
  const cellCount = cells === null ? 1 : cells.categories.length * 2
  const inner = (task.groups?.names.length ?? 0) * parties.length
  const firstParty = 2 + cellCount + classes.length
  if (inner > 4 * PAIRS) tooMany(task.groups?.names.length ?? 0, parties.length)
  const flow = new MaxFlow(firstParty + parties.length + inner)
  const partyNode = (party: number): number => firstParty + party
  const classNode = (place: number): number => 2 + cellCount + place
  const cellEdges = Array.from({ length: cellCount }, (_, cell) => flow.edge(0, 2 + cell, 0))
  const arrivals = arrivalsOf(task, flow, parties.length, partyNode)
  const classEdges = classes.map(({ items, cell }, place) =>
    flow.edge(2 + cell, classNode(place), task.pairs ? MOST : items.length),
  )
  const ways = (task.pairs ? pairWays(task, classes) : waysOf(task, classes, parties)).map((way, place): Ways => {
    const { group } = classes[place] as Class
    const edges = Int32Array.from(way.parties, (party, k) =>
      flow.edge(classNode(place), arrivals.node(group, party), way.limits[k] as number),
    )
    return { ...way, edges }
  })
  const partyEdges = parties.map((_, party) => flow.edge(partyNode(party), 1, 0))
  const path = (place: number, way: number): number[] => {
    const { cell, group } = classes[place] as Class
    const { parties: to, edges } = ways[place] as Ways
    const party = to[way] as number
    return [
      ...[cellEdges[cell] as number, classEdges[place] as number, edges[way] as number],
      ...[...arrivals.edge(group, party), partyEdges[party] as number],
    ]
  }
  return { flow, each, classes, parties, source: 0, sink: 1, cellEdges, partyEdges, ways, classNode, partyNode, path }
}

/** Where items of a group arrive at a party, and how they go on from there. */
function arrivalsOf({ groups }: Task, flow: MaxFlow, parties: number, partyNode: (party: number) => number) {
  const known = new Map<number, number>()
  const first = partyNode(parties)
  const place = (group: number, party: number): number => first + group * parties + party
  return {
    node: (group: number, party: number): number => {
      if (groups === null || group < 0) return partyNode(party)
      const node = place(group, party)
      if (!known.has(node)) known.set(node, flow.edge(node, partyNode(party), groups.max))
      return node
    },
    edge: (group: number, party: number): number[] => {
      const edge = known.get(place(group, party))
      return group < 0 || edge === undefined ? [] : [edge]
    },
  }
}

function waysOf(task: Task, classes: readonly Class[], parties: readonly Party[]): Omit<Ways, 'edges'>[] {
  const { items, targets, allowance } = task
  const cost = likings(task, parties)
  const candidates = candidatesOf(task, parties)
  if (allowance?.equality === null && classes.length * parties.length > PAIRS) tooMany(classes.length, parties.length)
  let looked = 0
  return classes.map(({ items: members }) => {
    const [first = 0] = members
    const own = candidates(first)
    looked += own.length
    if (looked > PAIRS) tooMany(classes.length, parties.length)
    const may =
      allowance === null
        ? own
        : own.filter((party) => allowance.may(items[first], targets[parties[party]?.targets[0] ?? 0]))
    const costs = may.map((party) => cost(first, party))
    const order = Uint32Array.from(may, (_, k) => k).sort(
      (a, b) => (costs[a] as number) - (costs[b] as number) || a - b,
    )
    return {
      parties: Int32Array.from(order, (k) => may[k] as number),
      costs: Float64Array.from(order, (k) => costs[k] as number),
      limits: new Float64Array(order.length).fill(members.length),
    }
  })
}

/** Each item to each target once. */
function pairWays(task: Task, classes: readonly Class[]): Omit<Ways, 'edges'>[] {
  if (classes.length * task.targets.length > PAIRS) tooMany(classes.length, task.targets.length)
  const limits = pairLimits(task, classes)
  const all = Int32Array.from(task.targets, (_, t) => t)
  return classes.map((_, place) => {
    const own = all.filter((t) => (limits[t * classes.length + place] as number) > 0)
    return {
      parties: own,
      costs: new Float64Array(own.length),
      limits: Float64Array.from(own, (t) => limits[t * classes.length + place] as number),
    }
  })
}

function likings({ strategy, names, weights, seed }: Task, parties: readonly Party[]): Cost {
  if (strategy === 'round_robin' || strategy === 'one_to_one') return costByTurn(parties.length)
  const sums =
    weights === null ? null : parties.map(({ targets }) => targets.reduce((sum, t) => sum + (weights[t] as number), 0))
  const own = { items: names.items, targets: Int32Array.from(parties, ({ name }) => name) }
  return costByName(seed, own, ratesOf(sums, parties.length))
}

function tooMany(classes: number, parties: number): never {
  tooLarge(
    `${classes} items or groups by ${parties} targets are more pairs than the ${PAIRS} that can be matched exactly.`,
    'Share them out in parts, say allowed as conditions by data, which are asked only once for items that they cannot tell apart, or leave allowed and perGroup out.',
  )
}
