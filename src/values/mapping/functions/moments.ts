import { type Datum, Duration, Moment } from '../datum.ts'
import { MappingError } from '../mapping-error.ts'
import { dateOf } from '../read/date-of.ts'
import { argumentError, type MappingContext, type MappingFunction } from './mapping-function.ts'

const DAY = 86_400_000
const MONTH = 30 * DAY
const SECOND = 1000

/** Functions of time. */
export const moments: Readonly<Record<string, MappingFunction>> = {
  now: {
    parameters: [],
    gives: 'the moment that all times lead up to (the setting `now`)',
    apply: (_given, { now }) => new Moment(now, false),
  },
  random_recent: {
    parameters: ['duration?'],
    gives: 'a moment within the last 30 days (or the duration), drawn for the item: the same in every run',
    apply: (given, context, call) => new Moment(recent(given, context, call, 'random_recent'), false),
  },
  random_recent_date: {
    parameters: ['duration?'],
    gives: 'a day within the last 30 days (or the duration), drawn for the item',
    apply: (given, context, call) => {
      const moment = recent(given, context, call, 'random_recent_date')
      return new Moment(Math.floor(moment / DAY) * DAY, true)
    },
  },
  later: {
    parameters: ['date', 'duration'],
    gives: 'the moment so much after a date: `later(frontmatter.date, 2_hours)`',
    apply: ([date = null, duration = null]) => moved(date, duration, 1),
  },
  earlier: {
    parameters: ['date', 'duration'],
    gives: 'the moment so much before a date',
    apply: ([date = null, duration = null]) => moved(date, duration, -1),
  },
}

function recent([given = null]: readonly Datum[], { now, draw }: MappingContext, call: number, name: string): number {
  if (given !== null && !(given instanceof Duration))
    throw argumentError('a duration such as 30_days', given, `Write it as ${name}(30_days).`)
  const span = given === null ? MONTH : given.ms
  return now - Math.floor((draw(call) * span) / SECOND) * SECOND
}

function moved(date: Datum, duration: Datum, direction: 1 | -1): Datum {
  if (!(duration instanceof Duration))
    throw argumentError('a duration such as 30_days', duration, 'Write it as 30_days.')
  if (date === null || date === '') return null
  const from =
    date instanceof Moment
      ? date
      : typeof date === 'object'
        ? null
        : typeof date === 'boolean'
          ? null
          : dateOf(date as string | number)
  if (from === null) throw argumentError('a date', date, 'Give it a date.')
  const ms = from.ms + direction * duration.ms
  if (Number.isNaN(new Date(ms).getTime()))
    throw new MappingError({
      message: 'No calendar reaches so far.',
      expected: 'a shorter duration',
      found: `${duration.ms} ms`,
      next: 'Make it shorter.',
    })
  return new Moment(ms, from.day && duration.ms % DAY === 0)
}
