import type { Relaxation } from '../../model/allotment.ts'
import { SeedError } from '../../model/seed-error.ts'
import { match } from './match.ts'
import { buildNetwork, type Network } from './network.ts'
import type { Placed } from './placed.ts'
import { missedShares } from './relax.ts'
import type { Settlement } from './settle.ts'
import { cellCounts } from './shares.ts'
import type { Task } from './task.ts'
import { wantedCounts } from './wanted-counts.ts'

/**
 * Items to targets under predicates and groups: the most that can be placed, after what the targets must have. A flow through cells, items, groups at a target and targets; first with the lower bounds
 * as limits, then with the numbers that the strategy wants, then with the upper bounds (Ford and Fulkerson, Flows in networks, 1962: what a target has is never taken from it when limits rise). What
 * cannot be placed is named by the side of the smallest cut (Hall, On representatives of subsets, 1935).
 * @throws SeedError `allot-too-large`, `allot-invalid`, `allot-conflict`
 */
export function* matchNetwork(task: Task, settlement: Settlement): Generator<number, Placed> {
  const network = buildNetwork(task)
  yield 0
  const { flow, cellEdges, targetEdges, source, sink } = network
  const { total, lower, upper, slack } = settlement
  const shares = task.cells === null ? [total] : cellCounts(task.cells, total, slack)
  for (const [cell, edge] of cellEdges.entries()) flow.limit(edge, shares[cell] as number)
  const fill = (limits: Uint32Array): number => {
    for (const [t, edge] of targetEdges.entries()) flow.limit(edge, Math.max(limits[t] as number, flow.through(edge)))
    return flow.run(source, sink)
  }
  let placed = fill(lower)
  yield placed
  const lacking = lackOf(task, network, lower)
  const least = lower.reduce((sum, one) => sum + one, 0)
  if (placed < total && least <= total) placed += fill(wantedCounts(task, settlement))
  yield placed
  if (placed < total) placed += fill(upper)
  const left = placed < total ? leftOver(task, network) : null
  if (task.onConflict === 'error') refuseLack(task, lacking?.reason ?? null, placed, left?.reason ?? null)
  const chosen = yield* assign(task, network)
  const relaxations = lacking === null || task.onConflict === 'partial' ? [] : [lacking.relaxation]
  return {
    chosen,
    relaxations: [...relaxations, ...missed(task, chosen, placed, left?.reason ?? '')],
    placed,
    unserved: lacking?.targets ?? new Map(),
    reasons: left?.items ?? new Map(),
  }
}

interface Lack {
  readonly reason: string
  readonly relaxation: Relaxation
  readonly targets: ReadonlyMap<number, string>
}

/** Targets that cannot have what they must: all of those that what is left could still come from want more than may go to them. */
function lackOf(task: Task, { flow, targetEdges, targetNode, sink }: Network, lower: Uint32Array): Lack | null {
  const short = Array.from(lower, (_, t) => t).filter(
    (t) => flow.through(targetEdges[t] as number) < (lower[t] as number),
  )
  const [worst] = [...short].sort(
    (a, b) => flow.through(targetEdges[a] as number) - flow.through(targetEdges[b] as number),
  )
  if (worst === undefined) return null
  const reaching = flow.reaching(sink)
  const tight = Array.from(lower, (_, t) => t).filter((t) => reaching[targetNode(t)] === 1 && (lower[t] as number) > 0)
  const need = tight.reduce((sum, t) => sum + (lower[t] as number), 0)
  const can = tight.reduce((sum, t) => sum + flow.through(targetEdges[t] as number), 0)
  const reason = `${listed(tight, task)} ${tight.length === 1 ? 'needs' : 'need'} ${need} items, and at most ${can} can go there`
  const applied = flow.through(targetEdges[worst] as number)
  const relaxation = { constraint: 'minPerTarget', requested: lower[worst] as number, applied, reason }
  return { reason, relaxation, targets: new Map(short.map((t) => [t, reason])) }
}

function listed(targets: readonly number[], { labelOf }: Task): string {
  const names = targets.slice(0, 3).map((t) => `'${labelOf(t)}'`)
  const rest = targets.length - names.length
  return `${targets.length === 1 ? 'target' : `${targets.length} targets`} ${names.join(', ')}${rest > 0 ? ' …' : ''}`
}

/** Items without a place, and all that they could push out: too many for the targets that these may go to. */
function leftOver(task: Task, { flow, classes, ways, classNode, targetNode, targetEdges, source }: Network) {
  const reached = flow.reached(source)
  const full = task.targets.map((_, t) => t).filter((t) => reached[targetNode(t)] === 1)
  const room = full.reduce((sum, t) => sum + flow.through(targetEdges[t] as number), 0)
  const groups = task.groups === null ? '' : `, ${task.groups.max} of a group at most`
  const crowd =
    full.length === 0
      ? `no target takes more of its group${groups}`
      : `it may only go to ${listed(full, task)}, which ${full.length === 1 ? 'takes' : 'take'} ${room} items${groups}`
  const items = new Map<number, string>()
  for (const [place, { items: members }] of classes.entries())
    if (reached[classNode(place)] === 1)
      for (const item of members) items.set(item, ways[place]?.targets.length === 0 ? 'no target may have it' : crowd)
  const lonely = classes.filter((_, place) => ways[place]?.targets.length === 0).length
  return {
    items,
    reason: lonely > 0 ? `${lonely} items may go to no target` : crowd.replace(/^it may/, 'the rest may'),
  }
}

function refuseLack({ total }: Task, lacking: string | null, placed: number, left: string | null): void {
  const short = total !== null && placed < total ? `totalItems is ${total}, ${placed} can be placed: ${left}` : null
  const problem = lacking ?? short
  if (problem === null) return
  throw new SeedError({
    code: 'allot-conflict',
    message: `What is asked cannot hold: ${problem}.`,
    expected: 'a place for each item that the rules allow',
    found: problem,
    next: "Allow more, lower the numbers, or say onConflict: 'relax' or 'partial'.",
  })
}

/** A target for each item; of items that no rule tells apart, by chance. */
function* assign(task: Task, { classes, ways, flow }: Network): Generator<number, Int32Array> {
  const { names, seed } = task
  const chosen = new Int32Array(names.items.length).fill(-1)
  const counts = new Uint32Array(names.targets.length)
  for (const [place, { items }] of classes.entries()) {
    const { targets, edges } = ways[place] as Network['ways'][number]
    if (items.length === 1) {
      const at = edges.findIndex((edge) => flow.through(edge) > 0)
      if (at >= 0) chosen[items[0] as number] = targets[at] as number
      continue
    }
    counts.fill(0)
    for (const [at, edge] of edges.entries()) counts[targets[at] as number] = flow.through(edge)
    const own = { items: Int32Array.from(items, (item) => names.items[item] as number), targets: names.targets }
    const found = yield* match(seed, own, counts, counts)
    for (const [k, target] of found.entries()) chosen[items[k] as number] = target
  }
  return chosen
}

/** Shares and totals that the rules keep from holding. */
function missed(
  { cells, total: asked, onConflict }: Task,
  chosen: Int32Array,
  placed: number,
  reason: string,
): Relaxation[] {
  if (onConflict === 'partial' || reason === '') return []
  const told: Relaxation[] =
    asked === null ? [] : [{ constraint: 'totalItems', requested: asked, applied: placed, reason }]
  if (cells === null) return told
  const counts = new Uint32Array(cells.categories.length * 2)
  for (const [item, target] of chosen.entries())
    if (target >= 0) counts[cells.of[item] as number] = (counts[cells.of[item] as number] as number) + 1
  if (cells.recent !== null && Math.abs(youngOf(counts) - cells.recent * placed) >= 1)
    told.push(...missedShares('dateDistribution', reason, cells, placed, counts))
  return [...told, ...missedShares('categoryBalance', reason, cells, placed, counts)]
}

const youngOf = (counts: Uint32Array): number => counts.reduce((sum, one, cell) => sum + (cell % 2 === 0 ? one : 0), 0)
