import { layersOf } from './layers.ts'
import { type Arc, directed, type Reference } from './links.ts'
import { ordered, type Segment } from './order.ts'
import { type Item, placed } from './place.ts'

/** A node in pixels: its left upper corner and its size. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** A line from the right side of one node over bends to the left side of another. */
export interface Line extends Arc {
  readonly points: readonly Point[]
}

/** Everything in pixels, from 0. */
export interface Layout {
  readonly width: number
  readonly height: number
  /** By the number of the node. */
  readonly boxes: readonly Box[]
  readonly lines: readonly Line[]
}

const NODE = 46
const BEND = 6
const ASIDE = 10
const LAYER_GAP = 46
const SHELF_GAP = 26
/** Small parts of the graph stand side by side up to this width. */
const SHELF = 1080

/**
 * Lays a graph out in layers from left to right, parents before children. Parts that do not hang together are laid out by themselves and put on
 * shelves, the largest first.
 */
export function layoutGraph(widths: readonly number[], references: readonly Reference[]): Layout {
  const arcs = directed(widths.length, references)
  const parts = componentsOf(widths.length, arcs).map((nodes) => layoutPart(nodes, widths, arcs))
  parts.sort((a, b) => b.height - a.height || b.width - a.width)
  const room = Math.max(SHELF, ...parts.map(({ width }) => width))
  const boxes: Box[] = []
  const lines: Line[] = []
  let [x, y, shelf, width] = [0, 0, 0, 0]
  for (const part of parts) {
    if (x > 0 && x + part.width > room) {
      y += shelf + SHELF_GAP
      x = 0
      shelf = 0
    }
    for (const [node, box] of part.boxes) boxes[node] = { ...box, x: box.x + x, y: tenths(box.y + y) }
    for (const line of part.lines)
      lines.push({ ...line, points: line.points.map((p) => ({ x: p.x + x, y: tenths(p.y + y) })) })
    shelf = Math.max(shelf, part.height)
    width = Math.max(width, x + part.width)
    x += part.width + SHELF_GAP
  }
  return { width, height: y + shelf, boxes, lines }
}

const tenths = (number: number): number => Math.round(number * 10) / 10

interface Part {
  readonly width: number
  readonly height: number
  readonly boxes: ReadonlyMap<number, Box>
  readonly lines: readonly Line[]
}

/** Nodes that hang together, each part in the order of its nodes. */
function componentsOf(count: number, arcs: readonly Arc[]): readonly (readonly number[])[] {
  const part = Array.from({ length: count }, (_, node) => node)
  const find = (node: number): number => (part[node] === node ? node : find(part[node] as number))
  for (const { left, right } of arcs) part[Math.max(find(left), find(right))] = Math.min(find(left), find(right))
  const groups = new Map<number, number[]>()
  for (let node = 0; node < count; node++) groups.set(find(node), [...(groups.get(find(node)) ?? []), node])
  return [...groups.values()]
}

/** Items 0 … nodes.length - 1 are the nodes, the others bends. */
interface Drawing {
  readonly layers: number[][]
  readonly items: Item[]
  readonly segments: Segment[]
  /** Items that the line of each arc runs over, its ends included. */
  readonly routes: (readonly number[])[]
}

function layoutPart(nodes: readonly number[], widths: readonly number[], all: readonly Arc[]): Part {
  const own = new Map(nodes.map((node, at) => [node, at]))
  const arcs = all.filter(({ left }) => own.has(left))
  const local = arcs.map((arc) => ({ ...arc, left: own.get(arc.left) as number, right: own.get(arc.right) as number }))
  const drawing = drawingOf(nodes.length, local)
  const order = ordered(drawing)
  const middles = placed(order, drawing.segments, drawing.items)
  const breadths = drawing.layers.map((layer) =>
    Math.max(0, ...layer.map((item) => (item < nodes.length ? (widths[nodes[item] as number] as number) : 0))),
  )
  const starts = breadths.map((_, at) => breadths.slice(0, at).reduce((sum, breadth) => sum + breadth + LAYER_GAP, 0))
  const layerOf = new Map(drawing.layers.flatMap((layer, at) => layer.map((item) => [item, at] as const)))
  const start = (item: number): number => starts[layerOf.get(item) as number] as number
  const breadth = (item: number): number => breadths[layerOf.get(item) as number] as number
  const middle = (item: number): number => middles[item] as number
  const lines = arcs.map((arc, at) => {
    const points = pointsOf(drawing.routes[at] ?? [], start, breadth, middle)
    // So that the two lines of tables that refer to each other can be told apart.
    return { ...arc, points: arc.reversed ? points.map(({ x, y }) => ({ x, y: y + ASIDE })) : points }
  })
  return {
    width: (starts.at(-1) ?? 0) + (breadths.at(-1) ?? 0),
    height: Math.max(...drawing.items.map((item, at) => middle(at) + item.height / 2)),
    boxes: new Map(
      nodes.map((node, item) => [
        node,
        { x: start(item), y: tenths(middle(item) - NODE / 2), width: breadth(item), height: NODE },
      ]),
    ),
    lines,
  }
}

/** Lines of one node share their bends, so that a table to which many refer has one line that forks. */
function drawingOf(count: number, arcs: readonly Arc[]): Drawing {
  const layers = layersOf(count, arcs)
  const drawing: Drawing = {
    layers: Array.from({ length: Math.max(...layers) + 1 }, () => []),
    items: Array.from({ length: count }, () => ({ height: NODE, bend: false })),
    segments: [],
    routes: [],
  }
  for (const [node, layer] of layers.entries()) drawing.layers[layer]?.push(node)
  const bends = new Map<string, number>()
  const known = new Set<string>()
  for (const { left, right, reversed } of arcs) {
    const route = [left]
    for (let layer = (layers[left] as number) + 1; layer < (layers[right] as number); layer++) {
      const key = `${left} ${reversed} ${layer}`
      const bend = bends.get(key) ?? drawing.items.length
      if (bend === drawing.items.length) {
        drawing.items.push({ height: BEND, bend: true })
        drawing.layers[layer]?.push(bend)
        bends.set(key, bend)
      }
      route.push(bend)
    }
    route.push(right)
    for (const [at, item] of route.slice(1).entries()) {
      const segment = { left: route[at] as number, right: item }
      const key = `${segment.left} ${segment.right}`
      if (!known.has(key)) drawing.segments.push(segment)
      known.add(key)
    }
    drawing.routes.push(route)
  }
  return drawing
}

/** A bend is as broad as its layer: the line is straight there. */
function pointsOf(
  route: readonly number[],
  start: (item: number) => number,
  breadth: (item: number) => number,
  middle: (item: number) => number,
): readonly Point[] {
  return route.flatMap((item, at) => {
    const begin = { x: start(item), y: middle(item) }
    const end = { x: start(item) + breadth(item), y: middle(item) }
    return at === 0 ? [end] : at === route.length - 1 ? [begin] : [begin, end]
  })
}
