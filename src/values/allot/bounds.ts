import type { AllotConstraints } from '../../model/allotment.ts'
import { readCount } from './read-count.ts'

/** What is asked of each target, and what it has room for whatever is asked. */
export interface Bounds {
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly room: Float64Array
}

/** @throws SeedError `allot-invalid` */
export function readBounds(
  targets: readonly unknown[],
  constraints: AllotConstraints<never, never>,
  most: number,
): Bounds {
  const min = readCount('minPerTarget', constraints.minPerTarget) ?? 0
  const max = readCount('maxPerTarget', constraints.maxPerTarget) ?? Number.POSITIVE_INFINITY
  const { capacity } = constraints
  const bounds = {
    lower: new Float64Array(targets.length).fill(min),
    upper: new Float64Array(targets.length).fill(Math.min(max, most)),
    room: new Float64Array(targets.length).fill(Number.POSITIVE_INFINITY),
  }
  if (capacity === undefined) return bounds
  for (let t = 0; t < targets.length; t++) {
    const said = capacity(targets[t] as never, t)
    const own = typeof said === 'number' ? { max: said } : said
    const room = readCount(`capacity of target ${t}: max`, own.max)
    bounds.lower[t] = Math.max(min, readCount(`capacity of target ${t}: min`, own.min) ?? 0)
    if (room === undefined) continue
    bounds.room[t] = room
    bounds.upper[t] = Math.min(bounds.upper[t] as number, room)
  }
  return bounds
}
