/** An edge: `from` must be written after `to`. */
export interface Edge<Node> {
  readonly from: Node
  readonly to: Node
}

/**
 * Strongly connected components in an order in which every edge leads to an earlier (or the same) component: Tarjan's algorithm (1972),
 * iterative. Nodes without edges keep their given order, so the result is deterministic.
 */
export function components<Node>(nodes: readonly Node[], edges: readonly Edge<Node>[]): Node[][] {
  const targets = new Map<Node, Node[]>(nodes.map((node) => [node, []]))
  for (const edge of edges) if (targets.has(edge.to)) targets.get(edge.from)?.push(edge.to)
  const state = new Map<Node, { index: number; low: number; onStack: boolean }>()
  const stack: Node[] = []
  const places = new Map(nodes.map((node, index) => [node, index]))
  const found: Node[][] = []

  for (const root of nodes) {
    if (state.has(root)) continue
    const work = [open(root)]
    while (work.length > 0) {
      const frame = work[work.length - 1] as Frame<Node>
      const next = frame.targets[frame.next++]
      if (next === undefined) {
        work.pop()
        close(frame, work[work.length - 1])
      } else {
        const seen = state.get(next)
        if (seen === undefined) work.push(open(next))
        else if (seen.onStack) frame.state.low = Math.min(frame.state.low, seen.index)
      }
    }
  }
  return found

  function open(node: Node): Frame<Node> {
    const entry = { index: state.size, low: state.size, onStack: true }
    state.set(node, entry)
    stack.push(node)
    return { node, state: entry, targets: targets.get(node) ?? [], next: 0 }
  }

  function close(frame: Frame<Node>, parent: Frame<Node> | undefined): void {
    if (parent !== undefined) parent.state.low = Math.min(parent.state.low, frame.state.low)
    if (frame.state.low !== frame.state.index) return
    const members = stack.splice(stack.lastIndexOf(frame.node))
    for (const member of members) (state.get(member) as { onStack: boolean }).onStack = false
    found.push(members.sort((a, b) => (places.get(a) as number) - (places.get(b) as number)))
  }
}

interface Frame<Node> {
  readonly node: Node
  readonly state: { index: number; low: number; onStack: boolean }
  readonly targets: readonly Node[]
  next: number
}
