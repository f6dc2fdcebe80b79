import type { Arc } from './links.ts'

/** How many nodes stand one behind the other before each: 0 for one that hangs on no other. */
export function depthsOf(count: number, arcs: readonly Arc[]): readonly number[] {
  const depths = new Array<number>(count).fill(0)
  for (const node of byDependence(count, arcs)) {
    const before = arcs.filter(({ right }) => right === node).map(({ left }) => (depths[left] as number) + 1)
    depths[node] = Math.max(0, ...before)
  }
  return depths
}

/**
 * The layer of each node, from 0: its depth; but nodes on which more hangs than they hang on themselves move as far right as they can, so that
 * lines stay short.
 */
export function layersOf(count: number, arcs: readonly Arc[]): readonly number[] {
  const layers = [...depthsOf(count, arcs)]
  for (const node of [...byDependence(count, arcs)].reverse()) {
    const next = arcs.filter(({ left }) => left === node)
    if (next.length > arcs.filter(({ right }) => right === node).length)
      layers[node] = Math.min(...next.map(({ right }) => (layers[right] as number) - 1))
  }
  return layers
}

/** Left ends before right ends. */
function byDependence(count: number, arcs: readonly Arc[]): readonly number[] {
  const order: number[] = []
  const done = new Set<number>()
  const visit = (node: number): void => {
    if (done.has(node)) return
    done.add(node)
    for (const { left, right } of arcs) if (right === node) visit(left)
    order.push(node)
  }
  for (let node = 0; node < count; node++) visit(node)
  return order
}
