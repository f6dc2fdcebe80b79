import type { AllotConstraints } from '../../model/allotting/allotment.ts'
import { memberOf } from './member-of.ts'
import { numberIn } from './number-in.ts'
import { readCount } from './read-count.ts'
import { refuse } from './refuse.ts'

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
  const capacity = capacityOf(constraints.capacity)
  const bounds = {
    lower: new Float64Array(targets.length).fill(min),
    upper: new Float64Array(targets.length).fill(Math.min(max, most)),
    room: new Float64Array(targets.length).fill(Number.POSITIVE_INFINITY),
  }
  if (capacity === null) return bounds
  for (let t = 0; t < targets.length; t++) {
    const own = capacity(targets[t] as never, t)
    const room = readCount(`capacity of target ${t}: max`, own.max)
    bounds.lower[t] = Math.max(min, readCount(`capacity of target ${t}: min`, own.min) ?? 0)
    if (room === undefined) continue
    bounds.room[t] = room
    bounds.upper[t] = Math.min(bounds.upper[t] as number, room)
  }
  return bounds
}

export type Capacity = (target: never, index: number) => { readonly min?: unknown; readonly max?: unknown }

const SHAPES = 'a function, a number, the name of a member, or { min, max } of these'

/** Bounds of each target; null where it has none of its own. */
export function capacityOf(said: AllotConstraints<never, never>['capacity']): Capacity | null {
  if (said === undefined) return null
  if (typeof said === 'function')
    return (target, index) => {
      const own = said(target, index)
      return typeof own === 'object' && own !== null ? own : { max: own }
    }
  const { min, max, ...others } = typeof said === 'object' && said !== null ? said : { max: said }
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) refuse(`capacity.${unknown}`, 'min or max', unknown)
  if (min === undefined && max === undefined) refuse('capacity', SHAPES, said)
  const readMin = boundReader('capacity.min', min)
  const readMax = boundReader('capacity.max', max)
  return (target) => ({ min: readMin(target), max: readMax(target) })
}

function boundReader(option: string, said: unknown): (target: never) => unknown {
  if (said === undefined || typeof said === 'number') return () => said
  if (typeof said !== 'string' || said === '') refuse(option, 'a number, or the name of a member', said)
  return (target) => numberIn(memberOf(target, said))
}
