import type { Value } from '../../model/value.ts'
import type { InputReader } from '../input.ts'
import type { Frame } from '../rows/frame.ts'
import type { Deriver } from './deriver.ts'
import { readTime } from './read-time.ts'

const DAY = 86_400_000

/** One in so many rows has a status that may stand anywhere: `cancelled`. */
const ANYWHERE = 7

/**
 * A status that fits a time: one of the lists `over`, `running`, `ahead` of the options, by where the span of the first input (to the second one, or a range by itself)
 * lies to the time `at`; now and then one of `others`.
 */
export const stage: Deriver = ({ inputs: [start, end], options, draws }) => {
  const listOf = (name: string): readonly Value[] => {
    const own = options[name]
    return Array.isArray(own) ? own : []
  }
  const [over, running, ahead, others] = ['over', 'running', 'ahead', 'others'].map(listOf) as [
    readonly Value[],
    readonly Value[],
    readonly Value[],
    readonly Value[],
  ]
  const at = Number(options.at)
  return (frame) => {
    const [from, to] = spanOf(frame, start, end)
    const fits = from === null || from > at ? ahead : to !== null && to > at ? running : over
    // Only now: an input may have drawn.
    draws.at(frame)
    const list = others.length > 0 && draws.below(1, ANYWHERE) === 0 ? others : fits
    return list[draws.below(0, Math.max(1, list.length))] ?? null
  }
}

function spanOf(
  frame: Frame,
  start: InputReader | undefined,
  end: InputReader | undefined,
): [number | null, number | null] {
  if (start === undefined) return [null, null]
  const value = start.read(frame)
  if (typeof value !== 'object' || value === null || !('lower' in value))
    return [readTime(start, frame), end === undefined ? null : readTime(end, frame)]
  const { lower, upper } = value as { readonly lower: Value; readonly upper: Value }
  const unit = start.encoding?.kind === 'range' && start.encoding.element.kind === 'date' ? DAY : 1
  const ms = (bound: Value): number | null => (typeof bound === 'number' ? bound * unit : null)
  return [ms(lower), ms(upper)]
}
