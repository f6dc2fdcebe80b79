import type { Relaxation } from '../../model/allotting/allotment.ts'
import type { Network } from './network.ts'
import { targetCounts } from './target-counts.ts'
import type { Task } from './task.ts'

/** What targets are to have: first the one, then the next, then the last. */
export interface Steps {
  readonly lower: Uint32Array
  readonly wanted: Uint32Array
  readonly upper: Uint32Array
}

/** How many each target has, of what has come to its party. */
export function countsIn(
  task: Task,
  { flow, parties, partyEdges }: Network,
  { lower, wanted, upper }: Steps,
): Uint32Array {
  const counts = new Uint32Array(task.targets.length)
  for (const [party, { targets }] of parties.entries()) {
    const total = flow.through(partyEdges[party] as number)
    const [first] = targets
    if (targets.length === 1 && first !== undefined) {
      counts[first] = total
      continue
    }
    const own = (list: Uint32Array): Uint32Array => Uint32Array.from(targets, (t) => list[t] as number)
    const steps = [new Uint32Array(targets.length), own(lower), own(wanted), own(upper)]
    const sums = steps.map((step) => step.reduce((sum, one) => sum + one, 0))
    const at = Math.max(
      1,
      sums.findIndex((sum, step) => step > 0 && sum >= total),
    )
    const phases = Float64Array.from(targets, (_, k) => (k + 1) / (targets.length + 1))
    const from = steps[at - 1] as Uint32Array
    const shares = targetCounts({
      total,
      lower: from,
      upper: (steps[at] as Uint32Array).map((one, k) => Math.max(one, from[k] as number)),
      phases,
      weights: null,
    })
    for (const [k, t] of targets.entries()) counts[t] = shares[k] as number
  }
  return counts
}

export interface Lack {
  readonly reason: string
  readonly relaxation: Relaxation
  readonly targets: ReadonlyMap<number, string>
}

/** Targets that cannot have what they must: all of those that what is left could still come from want more than may go to them. */
export function lackOf(task: Task, network: Network, lower: Uint32Array): Lack | null {
  const counts = countsIn(task, network, { lower, wanted: lower, upper: lower })
  const short = Array.from(lower, (_, t) => t).filter((t) => (counts[t] as number) < (lower[t] as number))
  const [worst] = [...short].sort((a, b) => (counts[a] as number) - (counts[b] as number))
  if (worst === undefined) return null
  const reaching = network.flow.reaching(network.sink)
  const tight = network.parties
    .flatMap(({ targets }, party) => (reaching[network.partyNode(party)] === 1 ? targets : []))
    .filter((t) => (lower[t] as number) > 0)
    .sort((a, b) => a - b)
  const need = tight.reduce((sum, t) => sum + (lower[t] as number), 0)
  const can = tight.reduce((sum, t) => sum + (counts[t] as number), 0)
  const reason = `${listed(tight, task)} ${tight.length === 1 ? 'needs' : 'need'} ${need} items, and at most ${can} can go there`
  const applied = counts[worst] as number
  const relaxation = { constraint: 'minPerTarget', requested: lower[worst] as number, applied, reason }
  return { reason, relaxation, targets: new Map(short.map((t) => [t, reason])) }
}

function listed(targets: readonly number[], { labelOf }: Task): string {
  const names = targets.slice(0, 3).map((t) => `'${labelOf(t)}'`)
  const rest = targets.length - names.length
  return `${targets.length === 1 ? 'target' : `${targets.length} targets`} ${names.join(', ')}${rest > 0 ? ' …' : ''}`
}

/** Items without a place, and all that they could push out: too many for the targets that these may go to. */
export function leftOver(
  task: Task,
  { flow, classes, parties, ways, classNode, partyNode, partyEdges, source }: Network,
) {
  const reached = flow.reached(source)
  const fullParties = parties.map((_, party) => party).filter((party) => reached[partyNode(party)] === 1)
  const full = fullParties.flatMap((party) => parties[party]?.targets ?? []).sort((a, b) => a - b)
  const room = fullParties.reduce((sum, party) => sum + flow.through(partyEdges[party] as number), 0)
  const groups = task.groups === null ? '' : `, ${task.groups.max} of a group at most`
  const crowd =
    full.length === 0
      ? `no target takes more of its group${groups}`
      : `it may only go to ${listed(full, task)}, which ${full.length === 1 ? 'takes' : 'take'} ${room} items${groups}`
  const items = new Map<number, string>()
  for (const [place, { items: members }] of classes.entries())
    if (reached[classNode(place)] === 1)
      for (const item of members) items.set(item, ways[place]?.parties.length === 0 ? 'no target may have it' : crowd)
  const lonely = classes.reduce(
    (sum, { items: own }, place) => sum + (ways[place]?.parties.length === 0 ? own.length : 0),
    0,
  )
  return {
    items,
    reason: lonely > 0 ? `${lonely} items may go to no target` : crowd.replace(/^it may/, 'the rest may'),
  }
}
