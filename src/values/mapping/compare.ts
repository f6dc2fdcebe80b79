import type { Comparison, Operand } from '../../model/config.ts'
import { type Datum, Moment } from './datum.ts'
import { isNothing } from './is-nothing.ts'
import { dateOf } from './read/date-of.ts'
import { momentOf } from './read/moment-of.ts'
import { numberOf } from './read/number-of.ts'
import { textOf } from './text-of.ts'

/**
 * Does a value meet all parts of a comparison? A list does where one of its items does, and `not` and `notIn` where none is what they name. Operands that are
 * moments (`2024-01-31`, `6 months ago`) are held against dates, numbers against numbers, other texts against texts. Nothing meets only `equals: null`,
 * `exists: false`, `not` and `notIn`.
 */
export function compare(datum: Datum, wanted: Comparison, now: number): boolean {
  const items = isNothing(datum) ? [] : Array.isArray(datum) ? (datum as readonly Datum[]) : [datum]
  const some = (fits: (item: Datum) => boolean): boolean => items.some(fits)
  const isOne = (operand: Operand): boolean =>
    operand === null ? items.length === 0 : some((item) => same(item, operand, now))
  const ordered = (operand: Operand | undefined, holds: (order: number) => boolean): boolean =>
    operand === undefined || some((item) => holdsFor(order(item, operand, now), holds))
  return (
    (wanted.equals === undefined || isOne(wanted.equals)) &&
    (wanted.not === undefined || !isOne(wanted.not)) &&
    (wanted.in === undefined || wanted.in.some(isOne)) &&
    (wanted.notIn === undefined || !wanted.notIn.some(isOne)) &&
    ordered(wanted.gt, (order) => order > 0) &&
    ordered(wanted.gte, (order) => order >= 0) &&
    ordered(wanted.lt, (order) => order < 0) &&
    ordered(wanted.lte, (order) => order <= 0) &&
    (wanted.contains === undefined || contains(datum, items, wanted.contains)) &&
    (wanted.startsWith === undefined || some((item) => textOf(item).startsWith(wanted.startsWith as string))) &&
    (wanted.endsWith === undefined || some((item) => textOf(item).endsWith(wanted.endsWith as string))) &&
    (wanted.exists === undefined || wanted.exists === items.length > 0)
  )
}

/** In a text a part of it, in a list one of its items. */
const contains = (datum: Datum, items: readonly Datum[], operand: Operand): boolean =>
  items.some((item) =>
    Array.isArray(datum) ? textOf(item) === String(operand) : textOf(item).includes(String(operand)),
  )

function same(item: Datum, operand: Operand, now: number): boolean {
  if (textOf(item) === String(operand)) return true
  return item instanceof Moment && typeof operand === 'string' && momentOf(operand, now) === item.ms
}

const holdsFor = (order: number | null, holds: (order: number) => boolean): boolean => order !== null && holds(order)

/** Below, at or above 0 as the item lies below, at or above the operand; null where they cannot be held against each other. */
function order(item: Datum, operand: Operand, now: number): number | null {
  if (typeof operand === 'number') {
    const number = typeof item === 'number' ? item : typeof item === 'string' ? numberOf(item) : null
    return number === null ? null : Number(number) - operand
  }
  if (typeof operand !== 'string') return null
  const moment = momentOf(operand, now)
  if (moment === null) return textOf(item) < operand ? -1 : textOf(item) > operand ? 1 : 0
  const date =
    item instanceof Moment ? item : typeof item === 'string' || typeof item === 'number' ? dateOf(item) : null
  return date === null ? null : date.ms - moment
}
