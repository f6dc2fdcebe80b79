import type { TimeOptions } from '../../../model/shapes.ts'
import type { Draws, ShapeMaker } from '../../shape-maker.ts'

const HOUR = 3_600_000
const WEEK = 168 * HOUR
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4 * 24 * HOUR

/** How active people are by hour of the day in UTC: Europe's mornings and America's evenings overlap. */
const BY_HOUR = [8, 6, 4, 3, 3, 4, 8, 16, 28, 38, 42, 42, 38, 42, 46, 46, 42, 38, 34, 30, 28, 24, 18, 12]
/** Monday to Sunday. */
const BY_DAY = [10, 11, 11, 11, 9, 4, 4]

/** Hours of the week from Monday, each as often in the table as it is busy: one draw picks an hour. */
const BUSY_HOURS: readonly number[] = BY_DAY.flatMap((day, weekday) =>
  BY_HOUR.flatMap((hour, at) => new Array<number>(Math.max(1, Math.round((day * hour) / 40))).fill(weekday * 24 + at)),
)

/** Position in the period, in [0, 1): even, or with more in later times. */
const position = (draws: Draws, growth: boolean): number => (growth ? draws.unit(0) ** 0.6 : draws.unit(0))

/** Multiples of the step inside the bounds: the first one and how many. */
function stepsOf({ from, to, step = 1000 }: TimeOptions): { first: number; count: number; step: number } {
  const first = Math.ceil(from / step)
  return { first, count: Math.floor(to / step) - first + 1, step }
}

/**
 * Times in milliseconds since the epoch, whole multiples of `step` from `from` to `to`; `from` itself where no multiple lies between.
 * With `activity`: a week of the period first, then a busy hour of that week.
 */
export const timestamp: ShapeMaker<'timestamp'> = {
  compile(options) {
    const { first, count, step } = stepsOf(options)
    const { from, to } = options
    const growth = options.growth === true
    if (count < 1) return () => from
    if (options.activity !== true || to - from < WEEK || step > HOUR) {
      if (!growth) return (draws) => (first + draws.below(0, count)) * step
      return (draws) => (first + Math.floor(position(draws, true) * count)) * step
    }
    return (draws) => {
      const somewhere = from + position(draws, growth) * (to - from)
      const monday = Math.floor((somewhere - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY
      const hour = BUSY_HOURS[draws.below(1, BUSY_HOURS.length)] as number
      const busy = monday + (hour + draws.unit(2)) * HOUR
      // A week that sticks out of the period keeps the even position.
      const index = Math.floor((busy < from || busy > to ? somewhere : busy) / step) - first
      return (first + (index < 0 ? 0 : index >= count ? count - 1 : index)) * step
    }
  },
  at(options) {
    const { first, step } = stepsOf(options)
    return (index) => (first + index) * step
  },
}
