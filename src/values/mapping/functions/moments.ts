import { Duration, Moment } from '../datum.ts'
import { argumentError, type MappingFunction } from './mapping-function.ts'

const MONTH = 30 * 86_400_000
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
    apply: ([given = null], { now, draw }, call) => {
      if (given !== null && !(given instanceof Duration))
        throw argumentError('a duration such as 30_days', given, 'Write it as random_recent(30_days).')
      const span = given === null ? MONTH : given.ms
      return new Moment(now - Math.floor((draw(call) * span) / SECOND) * SECOND, false)
    },
  },
}
