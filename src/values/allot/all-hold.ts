import { type Budget, cellVectors } from './cell-vectors.ts'
import { type Demands, settledBounds, tryDemands } from './demands.ts'
import { buildNetwork, type Network } from './network.ts'
import type { Settlement } from './settle.ts'
import type { Task } from './task.ts'

/** Edges that flows are tried on, at most. */
const WORK = 10_000_000

/** A total, and numbers of its cells, that everything can hold with; null where there are none, undefined where bearable work does not tell. */
export type Held = { readonly total: number; readonly shares: Uint32Array } | null | undefined

/** As if nothing gave way. */
export const allDemands = ({ total }: Task): Demands => ({
  ...{ total, wish: Number.POSITIVE_INFINITY, minCap: Number.POSITIVE_INFINITY, maxFloor: 0 },
  slack: { category: 0, date: 0 },
})

/** Whether all can hold together, predicates and groups too: a flow with bounds for each total, the largest first, and each way to keep the shares. */
export function allHold(task: Task, demands: Demands = allDemands(task)): Held {
  const { cells, bounds, items } = task
  const given = { there: items.length, bounds, cells }
  const state = tryDemands(given, demands)
  if (state.problem !== null) return null
  if (task.allowance === null && task.groups === null) return { total: state.total, shares: new Uint32Array(0) }
  const settled = settledBounds(given, demands)
  const search = searchIn(task, settled)
  if (cells === null) return search.placed(demands.total)
  const room = Math.min(given.there, sum(settled.upper))
  const least = demands.total ?? Math.max(sum(settled.lower), Math.min(1, room))
  for (let total = demands.total ?? room; total >= least; total--) {
    if (tryDemands(given, { ...demands, total }).problem !== null) continue
    const shares = search.shares(total, demands.slack)
    if (shares !== null) return shares === undefined ? undefined : { total, shares }
  }
  return null
}

/** Numbers of the cells that a settlement can hold with. */
export const sharesFor = (task: Task, settlement: Settlement): Uint32Array | null | undefined =>
  searchIn(task, settlement).shares(settlement.total, settlement.slack)

function searchIn(task: Task, { lower, upper }: Pick<Settlement, 'lower' | 'upper'>) {
  const network = buildNetwork(task)
  const edges = network.ways.reduce((all, way) => all + way.edges.length, task.targets.length + task.items.length)
  const budget: Budget = { left: WORK }
  const least = sum(lower)
  return {
    /** Where there are no cells. */
    placed: (total: number | null): Held => {
      const found = flowOf(network, Uint32Array.of(total ?? task.items.length), lower, upper)
      if (found.first < least || (total !== null && found.all < total)) return null
      return { total: found.all, shares: Uint32Array.of(found.all) }
    },
    shares: (total: number, slack: Settlement['slack']): Uint32Array | null | undefined => {
      if (task.cells === null) return null
      for (const shares of cellVectors(task.cells, total, slack, budget)) {
        budget.left -= edges
        const found = flowOf(network, shares, lower, upper)
        if (found.first === least && found.all === total) return shares
        if (budget.left <= 0) return undefined
      }
      return budget.left <= 0 ? undefined : null
    },
  }
}

/** What flows up to the lower bounds, and up to the upper ones. */
function flowOf(network: Network, shares: Uint32Array, lower: Uint32Array, upper: Uint32Array) {
  const { flow, cellEdges, partyEdges, parties, source, sink } = network
  const fill = (list: Uint32Array): number => {
    for (const [party, { targets }] of parties.entries())
      flow.limit(
        partyEdges[party] as number,
        targets.reduce((all, t) => all + (list[t] as number), 0),
      )
    return flow.run(source, sink)
  }
  flow.clear()
  for (const [cell, edge] of cellEdges.entries()) flow.limit(edge, shares[cell] as number)
  const first = fill(lower)
  return { first, all: first + fill(upper) }
}

const sum = (list: Uint32Array): number => list.reduce((all, one) => all + one, 0)
