import { type Class, classesOf } from './classes.ts'
import { likings } from './likings.ts'
import { MaxFlow } from './max-flow.ts'
import { readCount } from './read-count.ts'
import { refuse, tooLarge } from './refuse.ts'
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
  const { asked, names, cells } = task
  const targets = names.targets.length
  const { classes, groups } = classesOf(task)
  if (classes.length * targets > PAIRS)
    tooLarge(
      `${classes.length} items or groups by ${targets} targets are more pairs than the ${PAIRS} that can be matched exactly.`,
      'Share them out in parts, or leave allowed and perGroup out.',
    )
  const cellCount = cells === null ? 1 : cells.categories.length * 2
  const inner = asked.perGroup === undefined ? 0 : groups * targets
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
function groupNodes({ asked, names }: Task, { flow, targetNode }: Network, first: number) {
  const { perGroup } = asked
  if (perGroup === undefined) return (_group: number, target: number): number => targetNode(target)
  const max = readCount('perGroup.max', perGroup.max) ?? 2 ** 32 - 1
  const linked = new Set<number>()
  return (group: number, target: number): number => {
    const node = first + group * names.targets.length + target
    if (!linked.has(node)) flow.edge(node, targetNode(target), max)
    linked.add(node)
    return node
  }
}

function addClasses(task: Task, network: Network, arrival: (group: number, target: number) => number): void {
  const { asked, items, targets } = task
  const { flow, classes, ways, classNode } = network
  const order = likings(task)
  for (const [place, { items: members, cell, group }] of classes.entries()) {
    const [first = 0] = members
    flow.edge(2 + cell, classNode(place), members.length)
    const way = ways[place] as { targets: number[]; edges: number[] }
    for (const t of order(first)) {
      if (asked.allowed !== undefined && !isAllowed(asked.allowed(items[first] as never, targets[t] as never))) continue
      way.targets.push(t)
      way.edges.push(flow.edge(classNode(place), arrival(group, t), members.length))
    }
  }
}

function isAllowed(said: unknown): boolean {
  return typeof said === 'boolean' ? said : refuse('allowed', 'a function that gives true or false', said)
}
