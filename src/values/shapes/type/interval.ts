import type { ShapeMaker } from '../../shape-maker.ts'

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

/** The coarsest unit of which the span holds plenty. */
const unitFor = (span: number): number =>
  span >= 40 * DAY ? DAY : span >= 2 * DAY ? HOUR : span >= 2 * HOUR ? 5 * MINUTE : span >= 10 * MINUTE ? MINUTE : 1

/** Lengths of time in seconds, in round units as people give them, within the bounds. */
export const interval: ShapeMaker<'interval'> = {
  compile({ min, max }) {
    const unit = unitFor(max - min)
    const first = Math.ceil(min / unit)
    const count = Math.floor(max / unit) - first + 1
    if (count < 1) return () => min
    return (draws) => (first + draws.below(0, count)) * unit
  },
}
