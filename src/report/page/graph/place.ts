import { neighbours, type Segment } from './order.ts'

/** An item of a layer; bends are low and want to lie straight. */
export interface Item {
  readonly height: number
  readonly bend: boolean
}

const GAP = 14
const BEND_GAP = 6
const ROUNDS = 16

/**
 * The middle of each item, by its number: near its neighbours', in the order of the layer and without overlap. The topmost item begins at 0.
 */
export function placed(
  layers: readonly (readonly number[])[],
  segments: readonly Segment[],
  items: readonly Item[],
): readonly number[] {
  const middles = new Array<number>(items.length).fill(0)
  for (const layer of layers) settle(layer, items, middles, (item) => (middles[item] as number) || 0)
  const lefts = neighbours(segments, 'right', 'left')
  const rights = neighbours(segments, 'left', 'right')
  for (let round = 0; round < ROUNDS; round++) {
    const toRight = round % 2 === 0
    const last = round >= ROUNDS - 2
    for (const layer of toRight ? layers : [...layers].reverse()) {
      settle(layer, items, middles, (item) => {
        const one = toRight ? (lefts.get(item) ?? []) : (rights.get(item) ?? [])
        const all = last ? [...(lefts.get(item) ?? []), ...(rights.get(item) ?? [])] : one
        return wanted(all, item, items, middles)
      })
    }
  }
  const top = Math.min(...items.map(({ height }, item) => (middles[item] as number) - height / 2))
  return middles.map((middle) => Math.round((middle - top) * 10) / 10)
}

/** The mean of the neighbours' middles; a bend counts threefold for a bend, so that long lines lie straight. */
function wanted(others: readonly number[], item: number, items: readonly Item[], middles: readonly number[]): number {
  if (others.length === 0) return middles[item] as number
  let sum = 0
  let weight = 0
  for (const other of others) {
    const own = items[item]?.bend && items[other]?.bend ? 3 : 1
    sum += own * (middles[other] as number)
    weight += own
  }
  return sum / weight
}

interface Block {
  sum: number
  size: number
}

/**
 * Moves the items of a layer as near as they can come to where they want to be, in order and apart from each other: an isotonic regression, by
 * pooling neighbours that would overlap.
 */
function settle(
  layer: readonly number[],
  items: readonly Item[],
  middles: number[],
  target: (item: number) => number,
): void {
  const offsets: number[] = []
  const blocks: Block[] = []
  for (const [at, item] of layer.entries()) {
    offsets.push(at === 0 ? 0 : (offsets[at - 1] as number) + distance(items, layer[at - 1] as number, item))
    blocks.push({ sum: target(item) - (offsets[at] as number), size: 1 })
    for (;;) {
      const last = blocks.at(-1) as Block
      const before = blocks.at(-2)
      if (before === undefined || before.sum / before.size <= last.sum / last.size) break
      blocks.splice(-2, 2, { sum: before.sum + last.sum, size: before.size + last.size })
    }
  }
  let at = 0
  for (const { sum, size } of blocks) {
    for (let i = 0; i < size; i++, at++) middles[layer[at] as number] = sum / size + (offsets[at] as number)
  }
}

function distance(items: readonly Item[], above: number, below: number): number {
  const [a, b] = [items[above] as Item, items[below] as Item]
  return (a.height + b.height) / 2 + (a.bend && b.bend ? BEND_GAP : GAP)
}
