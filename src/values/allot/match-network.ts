import type { Relaxation } from '../../model/allotting/allotment.ts'
import { assign } from './assign.ts'
import { buildNetwork, type Network } from './network.ts'
import { pairCounts } from './pair-counts.ts'
import type { Placed } from './placed.ts'
import { missedShares } from './relax.ts'
import { rulesConflict } from './rules-conflict.ts'
import type { Settlement } from './settle.ts'
import { cellCounts } from './shares.ts'
import { countsIn, lackOf, leftOver, type Steps } from './standing.ts'
import type { Task } from './task.ts'
import { wantedCounts } from './wanted-counts.ts'
import { type Wish, wishesOf } from './wishes.ts'

/**
 * Items to targets under predicates and groups: the most that can be placed, after what the targets must have. A flow through cells, items, groups at a target and targets; first with the lower bounds
 * as limits, then with the numbers that the strategy wants, then with the upper bounds (Ford and Fulkerson, Flows in networks, 1962: what a target has is never taken from it when limits rise). Each
 * step begins with what items wish by themselves, and the shortest augmenting paths mend it, so that few move where little changes. What cannot be placed is named by the side of the smallest cut
 * (Hall, On representatives of subsets, 1935).
 * @throws SeedError `allot-too-large`, `allot-invalid`, `allot-conflict`
 */
export function* matchNetwork(
  task: Task,
  settlement: Settlement,
  given: Uint32Array | null = null,
): Generator<number, Placed> {
  const network = buildNetwork(task)
  yield 0
  const { total, lower, slack } = settlement
  const shares = given ?? (task.cells === null ? [total] : cellCounts(task.cells, total, slack))
  for (const [cell, edge] of network.cellEdges.entries()) network.flow.limit(edge, shares[cell] as number)
  const steps = stepsOf(task, settlement)
  const wishes = wishesOf(task, network, shares, sumsOf(network, steps.wanted))
  let placed = fill(network, wishes, sumsOf(network, lower))
  yield placed
  const lacking = lackOf(task, network, lower)
  placed += fill(network, wishes, sumsOf(network, steps.wanted))
  yield placed
  if (placed < total) placed += fill(network, [], sumsOf(network, steps.upper))
  const left = placed < total ? leftOver(task, network) : null
  if (task.onConflict === 'error') refuseLack(task, lacking?.reason ?? null, placed, left?.reason ?? null)
  const got = task.pairs
    ? { chosen: new Int32Array(0), amounts: amountsOf(network) }
    : { chosen: yield* assign(task, network, countsIn(task, network, steps)) }
  const relaxations = lacking === null || task.onConflict === 'partial' ? [] : [lacking.relaxation]
  return {
    ...got,
    relaxations: [...relaxations, ...missed(task, network, placed, left?.reason ?? '')],
    placed,
    unserved: lacking?.targets ?? new Map(),
    reasons: left?.items ?? new Map(),
  }
}

/** What is wanted lies between the bounds. */
function stepsOf(task: Task, settlement: Settlement): Steps {
  const { total, lower, upper } = settlement
  const least = lower.reduce((sum, one) => sum + one, 0)
  return { lower, upper, wanted: least <= total ? wished(task, settlement) : lower }
}

const wished = (task: Task, settlement: Settlement): Uint32Array =>
  task.pairs ? pairCounts(task, settlement) : wantedCounts(task, settlement)

const sumsOf = ({ parties }: Network, list: Uint32Array): Float64Array =>
  Float64Array.from(parties, ({ targets }) => targets.reduce((sum, t) => sum + (list[t] as number), 0))

/** Up to the limits of the parties: what is wished, as far as it is still open and has room, then what else can be. How much more it is. */
function fill(
  { flow, ways, path, partyEdges, source, sink }: Network,
  wishes: readonly Wish[],
  limits: Float64Array,
): number {
  for (const [party, edge] of partyEdges.entries())
    flow.limit(edge, Math.max(limits[party] as number, flow.through(edge)))
  let granted = 0
  for (const { place, way, amount } of wishes) {
    const there = flow.through(ways[place]?.edges[way] as number)
    if (there < amount) granted += flow.push(path(place, way), amount - there)
  }
  return granted + flow.run(source, sink)
}

function refuseLack(task: Task, lacking: string | null, placed: number, left: string | null): void {
  const { total } = task
  const short = total !== null && placed < total ? `totalItems is ${total}, ${placed} can be placed: ${left}` : null
  const problem = lacking ?? short
  if (problem !== null) throw rulesConflict(task, problem)
}

/** Of target t and class c at t · classes + c. */
function amountsOf({ flow, classes, parties, ways }: Network): Uint32Array {
  const amounts = new Uint32Array(classes.length * parties.length)
  for (const [place, { parties: to, edges }] of ways.entries())
    for (const [k, edge] of edges.entries()) amounts[(to[k] as number) * classes.length + place] = flow.through(edge)
  return amounts
}

/** Shares and totals that the rules keep from holding. */
function missed(
  { cells, total: asked, onConflict }: Task,
  { flow, cellEdges }: Network,
  placed: number,
  reason: string,
): Relaxation[] {
  if (onConflict === 'partial' || reason === '') return []
  const told: Relaxation[] =
    asked === null ? [] : [{ constraint: 'totalItems', requested: asked, applied: placed, reason }]
  if (cells === null) return told
  const counts = Uint32Array.from(cellEdges, (edge) => flow.through(edge))
  if (cells.recent !== null && Math.abs(youngOf(counts) - cells.recent * placed) >= 1)
    told.push(...missedShares('dateDistribution', reason, cells, placed, counts))
  return [...told, ...missedShares('categoryBalance', reason, cells, placed, counts)]
}

const youngOf = (counts: Uint32Array): number => counts.reduce((sum, one, cell) => sum + (cell % 2 === 0 ? one : 0), 0)
