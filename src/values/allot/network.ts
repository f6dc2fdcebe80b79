import { type Class, classesOf } from './classes.ts'
import { likings } from './likings.ts'
import { MaxFlow } from './max-flow.ts'
import { tooLarge } from './refuse.ts'
import type { Task } from './task.ts'

/** Pairs of a class and a target that are looked at, at most. */
const PAIRS = 4_000_000

/** From the source by cells, classes of items, groups at a target, and targets to the sink. */
export interface Network {
  readonly flow: MaxFlow
  readonly classes: readonly Class[]
  readonly source: number
  readonly sink: number
  readonly cellEdges: readonly number[]
  readonly targetEdges: Int32Array
  /** Of each class: the targets that it may go to, and the edges there. */
  readonly ways: readonly { readonly targets: readonly number[]; readonly edges: readonly number[] }[]
  readonly classNode: (place: number) => number
  readonly targetNode: (target: number) => number
}

/** @throws SeedError `allot-too-large`, `allot-invalid` */
export function buildNetwork(task: Task): Network {
  const { groups, names, cells } = task
  const targets = names.targets.length
  const classes = classesOf(task)
  if (classes.length * targets > PAIRS)
    tooLarge(
      `${classes.length} items or groups by ${targets} targets are more pairs than the ${PAIRS} that can be matched exactly.`,
      'Share them out in parts, or leave allowed and perGroup out.',
    )
  const cellCount = cells === null ? 1 : cells.categories.length * 2
  const inner = (groups?.names.length ?? 0) * targets
  const firstTarget = 2 + cellCount + classes.length
  const flow = new MaxFlow(firstTarget + targets + inner)
  const cellEdges = Array.from({ length: cellCount }, (_, cell) => flow.edge(0, 2 + cell, 0))
  const network: Network = {
    ...{ flow, classes, cellEdges, source: 0, sink: 1 },
    targetEdges: new Int32Array(targets),
    ways: classes.map(() => ({ targets: [], edges: [] })),
    classNode: (place) => 2 + cellCount + place,
    targetNode: (target) => firstTarget + target,
  }
  addClasses(task, network, groupNodes(task, network, firstTarget + targets))
  for (let t = 0; t < targets; t++) network.targetEdges[t] = flow.edge(firstTarget + t, 1, 0)
  return network
}

/** Where items of a group arrive at a target. */
function groupNodes({ groups, names }: Task, { flow, targetNode }: Network, first: number) {
  if (groups === null) return (_group: number, target: number): number => targetNode(target)
  const linked = new Set<number>()
  return (group: number, target: number): number => {
    if (group < 0) return targetNode(target)
    const node = first + group * names.targets.length + target
    if (!linked.has(node)) flow.edge(node, targetNode(target), groups.max)
    linked.add(node)
    return node
  }
}

function addClasses(task: Task, network: Network, arrival: (group: number, target: number) => number): void {
  const { allowance, items, targets } = task
  const { flow, classes, ways, classNode } = network
  const order = likings(task)
  for (const [place, { items: members, cell, group }] of classes.entries()) {
    const [first = 0] = members
    flow.edge(2 + cell, classNode(place), members.length)
    const way = ways[place] as { targets: number[]; edges: number[] }
    for (const t of order(first)) {
      if (allowance?.may(items[first], targets[t]) === false) continue
      way.targets.push(t)
      way.edges.push(flow.edge(classNode(place), arrival(group, t), members.length))
    }
  }
}
