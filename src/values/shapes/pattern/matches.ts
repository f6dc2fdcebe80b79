import { contains } from './char-set.ts'
import type { Node, Pattern } from './node.ts'

/** Positions in a text, one flag each. */
type Positions = Uint8Array

const isWord = (code: number | undefined): boolean =>
  code !== undefined &&
  ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95)

function atEdge(edge: Extract<Node, { kind: 'edge' }>['edge'], codes: readonly number[], at: number): boolean {
  const before = isWord(codes[at - 1])
  const after = isWord(codes[at])
  switch (edge) {
    case 'start':
      return at === 0
    case 'end':
      return at === codes.length
    case 'word-start':
      return !before && after
    case 'word-end':
      return before && !after
    case 'word-edge':
      return before !== after
    default:
      return before === after
  }
}

const none = (positions: Positions): boolean => !positions.includes(1)

function join(into: Positions, from: Positions): void {
  for (let at = 0; at < into.length; at++) if (from[at] === 1) into[at] = 1
}

/**
 * Where a node can end when it begins at any of the given positions. All ways are followed at once (as in Thompson's simulation of an NFA), so the
 * time is bounded by pattern times text, whatever the pattern.
 */
function ends(node: Node, codes: readonly number[], starts: Positions): Positions {
  const found = new Uint8Array(starts.length)
  switch (node.kind) {
    case 'set':
      for (let at = 0; at < codes.length; at++)
        if (starts[at] === 1 && contains(node.set, codes[at] as number)) found[at + 1] = 1
      return found
    case 'edge':
      for (let at = 0; at < starts.length; at++) if (starts[at] === 1 && atEdge(node.edge, codes, at)) found[at] = 1
      return found
    case 'sequence':
      return node.items.reduce(
        (positions, item) => (none(positions) ? positions : ends(item, codes, positions)),
        starts,
      )
    case 'choice':
      for (const item of node.items) join(found, ends(item, codes, starts))
      return found
    case 'group':
      return ends(node.item, codes, starts)
    case 'repeat':
      return repeated(node, codes, starts)
    default:
      return found
  }
}

function repeated(node: Extract<Node, { kind: 'repeat' }>, codes: readonly number[], starts: Positions): Positions {
  let positions = starts
  for (let count = 0; count < node.min && !none(positions); count++) positions = ends(node.item, codes, positions)
  const found = Uint8Array.from(positions)
  for (let count = node.min; count < node.max && !none(positions); count++) {
    const next = ends(node.item, codes, positions)
    // A position that was reached before leads nowhere new.
    for (let at = 0; at < next.length; at++) if (found[at] === 1) next[at] = 0
    join(found, next)
    positions = next
  }
  return found
}

/** Does the pattern match somewhere in the text, as `~` asks? Not for patterns with back references; only ASCII texts are judged surely. */
export function matches(pattern: Pattern, text: string): boolean {
  const codes = Array.from(text, (symbol) => symbol.codePointAt(0) as number)
  const everywhere = new Uint8Array(codes.length + 1).fill(1)
  return !none(ends(pattern.node, codes, everywhere))
}
