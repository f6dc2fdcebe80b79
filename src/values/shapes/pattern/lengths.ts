import type { Node } from './node.ts'

const known = new WeakMap<Node, number>()

/** The fewest characters that a node can take. Remembered for each node. */
export function leastLength(node: Node): number {
  const found = known.get(node)
  if (found !== undefined) return found
  const length = computed(node)
  known.set(node, length)
  return length
}

function computed(node: Node): number {
  switch (node.kind) {
    case 'set':
      return 1
    case 'sequence':
      return node.items.reduce((sum, item) => sum + leastLength(item), 0)
    case 'choice':
      return Math.min(...node.items.map(leastLength))
    case 'repeat':
      return node.min === 0 ? 0 : node.min * leastLength(node.item)
    case 'group':
      return leastLength(node.item)
    default:
      return 0
  }
}
