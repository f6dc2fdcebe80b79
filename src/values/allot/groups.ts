import type { AllotConstraints, GroupMember } from '../../model/allotting/allotment.ts'
import { type Datum, Moment } from '../mapping/datum.ts'
import { dateOf } from '../mapping/read/date-of.ts'
import { textOf } from '../mapping/text-of.ts'
import { datumOf } from './datum-of.ts'
import { memberOf } from './member-of.ts'
import { readCount } from './read-count.ts'
import { refuse } from './refuse.ts'

/** Where the period ends in an ISO date, told from its end: years may have more digits. */
const BEHIND = { year: -20, month: -17, day: -14 } as const

/** Of each group at most `max` items for a target. */
export interface Groups {
  readonly max: number
  readonly names: readonly string[]
  /** Of each item its group's number; -1: of none, not counted. */
  readonly of: Int32Array
}

type GroupOf = (item: unknown) => string | null

/** Null where items have no groups. @throws SeedError `allot-invalid` */
export function readGroups(
  items: readonly unknown[],
  perGroup: AllotConstraints<never, never>['perGroup'],
): Groups | null {
  if (perGroup === undefined) return null
  if (typeof perGroup !== 'object' || perGroup === null) refuse('perGroup', 'an object { of, max }', perGroup)
  if (perGroup.max === undefined) refuse('perGroup.max', 'a whole number', perGroup.max)
  const max = readCount('perGroup.max', perGroup.max) ?? 2 ** 32 - 1
  const groupOf = groupReader(perGroup.of)
  const places = new Map<string, number>()
  const of = Int32Array.from(items, (item) => {
    const name = groupOf(item)
    if (name === null) return -1
    const place = places.get(name) ?? places.size
    places.set(name, place)
    return place
  })
  return { max, names: [...places.keys()], of }
}

function groupReader(of: ((item: never) => string | null) | GroupMember): GroupOf {
  if (typeof of !== 'function') return memberGroup(of)
  return (item) => {
    const said: unknown = of(item as never)
    return said === null || said === undefined ? null : String(said)
  }
}

function memberGroup(of: GroupMember): GroupOf {
  if (typeof of === 'string' && of !== '') return (item) => groupIn(datumOf(memberOf(item, of), of))
  const [[period, name] = ['', ''], ...others] = typeof of === 'object' && of !== null ? Object.entries(of) : []
  if (!Object.hasOwn(BEHIND, period) || typeof name !== 'string' || name === '' || others.length > 0)
    refuse('perGroup.of', "a function, the name of a member, or { month: 'date' } (day, month, year)", of)
  const end = BEHIND[period as keyof typeof BEHIND]
  return (item) => {
    const datum = datumOf(memberOf(item, name), name)
    const date = typeof datum === 'string' || typeof datum === 'number' ? dateOf(datum) : datum
    return date instanceof Moment ? new Date(date.ms).toISOString().slice(0, end) : null
  }
}

const groupIn = (datum: Datum): string | null => (datum === null || datum === '' ? null : textOf(datum))
