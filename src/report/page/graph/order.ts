/** What stands in the layers: nodes, and the bends of lines that pass through. By number. */
export interface Layered {
  /** Items of each layer, from top to bottom. */
  readonly layers: readonly (readonly number[])[]
  /** Between items of neighbouring layers. */
  readonly segments: readonly Segment[]
}

export interface Segment {
  readonly left: number
  readonly right: number
}

const SWEEPS = 24

/**
 * Orders each layer so that few lines cross: items follow the mean place of their neighbours, now from the left, now from the right; the best of
 * all sweeps is kept.
 */
export function ordered({ layers, segments }: Layered): readonly (readonly number[])[] {
  const lefts = neighbours(segments, 'right', 'left')
  const rights = neighbours(segments, 'left', 'right')
  let current = layers.map((layer) => [...layer])
  let best = current
  let fewest = crossings(current, segments)
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const toRight = sweep % 2 === 0
    current = swept(current, toRight ? lefts : rights, toRight)
    const crossed = crossings(current, segments)
    if (crossed < fewest) {
      fewest = crossed
      best = current
    }
  }
  return best
}

type Neighbours = ReadonlyMap<number, readonly number[]>

export function neighbours(segments: readonly Segment[], of: keyof Segment, to: keyof Segment): Neighbours {
  const map = new Map<number, number[]>()
  for (const segment of segments) map.set(segment[of], [...(map.get(segment[of]) ?? []), segment[to]])
  return map
}

function swept(layers: readonly (readonly number[])[], beside: Neighbours, toRight: boolean): number[][] {
  const result = layers.map((layer) => [...layer])
  const order = result.map((_, at) => at)
  for (const at of toRight ? order.slice(1) : order.reverse().slice(1)) {
    const places = placesIn(result[toRight ? at - 1 : at + 1] ?? [])
    const layer = result[at] ?? []
    const own = placesIn(layer)
    const target = (item: number): number => {
      const others = beside.get(item) ?? []
      if (others.length === 0) return own.get(item) ?? 0
      return others.reduce((sum, other) => sum + (places.get(other) ?? 0), 0) / others.length
    }
    const targets = new Map(layer.map((item) => [item, target(item)]))
    layer.sort((a, b) => (targets.get(a) ?? 0) - (targets.get(b) ?? 0) || (own.get(a) ?? 0) - (own.get(b) ?? 0))
  }
  return result
}

const placesIn = (layer: readonly number[]): ReadonlyMap<number, number> => new Map(layer.map((item, at) => [item, at]))

/** Pairs of lines that cross. */
export function crossings(layers: readonly (readonly number[])[], segments: readonly Segment[]): number {
  const places = layers.map(placesIn)
  let crossed = 0
  for (const [at, left] of places.slice(0, -1).entries()) {
    const right = places[at + 1] as ReadonlyMap<number, number>
    const lines = segments
      .filter((segment) => left.has(segment.left) && right.has(segment.right))
      .map((segment) => [left.get(segment.left) as number, right.get(segment.right) as number] as const)
    for (const [i, [a, b]] of lines.entries())
      for (const [c, d] of lines.slice(i + 1)) if ((a - c) * (b - d) < 0) crossed++
  }
  return crossed
}
