import type { AllotOperand } from '../../model/allotting/allot-condition.ts'
import type { AllotConstraints } from '../../model/allotting/allotment.ts'
import type { Comparison, Operand } from '../../model/config.ts'
import { compare } from '../mapping/compare.ts'
import { type Datum, Moment } from '../mapping/datum.ts'
import { isNothing } from '../mapping/is-nothing.ts'
import { dateOf } from '../mapping/read/date-of.ts'
import { momentOf } from '../mapping/read/moment-of.ts'
import { numberOf } from '../mapping/read/number-of.ts'
import { datumOf } from './datum-of.ts'
import { memberOf } from './member-of.ts'
import { type Condition, membersIn, type Operands, readConditions } from './read-conditions.ts'
import { refuse } from './refuse.ts'

const ORDERED: ReadonlySet<string> = new Set(['gt', 'gte', 'lt', 'lte'])

/** Which item may go to which target. */
export interface Allowance {
  readonly may: (item: unknown, target: unknown) => boolean
  /** Items (targets) of the same key are alike in all that is looked at; null where a function may tell each from all others. */
  readonly itemKey: ((item: unknown) => string) | null
  readonly targetKey: ((target: unknown) => string) | null
  /** Members that must be equal, where that is asked. */
  readonly equality: { readonly item: string; readonly target: string } | null
}

/** Null where each item may go to each target. @throws SeedError `allot-invalid` */
export function readAllowance(allowed: AllotConstraints<never, never>['allowed'], now: number): Allowance | null {
  if (allowed === undefined) return null
  if (typeof allowed === 'function')
    return {
      may: (item, target) => {
        const said: unknown = allowed(item as never, target as never)
        return typeof said === 'boolean' ? said : refuse('allowed', 'a function that gives true or false', said)
      },
      itemKey: null,
      targetKey: null,
      equality: null,
    }
  if (!Array.isArray(allowed)) refuse('allowed', 'a function, or a list of conditions', allowed)
  const conditions = readConditions('allowed', allowed)
  if (conditions.length === 0) return null
  const named = (of: 'item' | 'target'): string[] =>
    conditions.flatMap(({ of: own, name, parts }) => [
      ...(own === of ? [name] : []),
      ...(of === 'target' ? parts.flatMap(([, operands]) => membersIn(operands)) : []),
    ])
  return {
    may: (item, target) => conditions.every((condition) => holds(condition, item, target, now)),
    itemKey: keyOf(new Set(named('item'))),
    targetKey: keyOf(new Set(named('target'))),
    equality: conditions.flatMap(equalityIn)[0] ?? null,
  }
}

function equalityIn({ of, name, parts }: Condition): { item: string; target: string }[] {
  if (of !== 'item') return []
  return parts.flatMap(([operator, operands]) =>
    operator === 'equals' && 'member' in operands ? [{ item: name, target: operands.member }] : [],
  )
}

/** What the members say, as one text that differs where they do. */
const keyOf =
  (names: ReadonlySet<string>) =>
  (one: unknown): string =>
    Array.from(names, (name) => spelled(datumOf(memberOf(one, name), name))).join()

function spelled(datum: Datum): string {
  if (datum instanceof Moment) return `@${datum.ms}`
  return Array.isArray(datum) ? `[${datum.map((one: Datum) => spelled(one)).join()}]` : JSON.stringify(datum)
}

function holds({ of, name, parts }: Condition, item: unknown, target: unknown, now: number): boolean {
  const datum = datumOf(memberOf(of === 'item' ? item : target, name), name)
  return parts.every(([operator, operands]) => {
    const values = valuesOf(operands, target)
    switch (operator) {
      case 'exists':
        return compare(datum, { exists: values[0] === true }, now)
      case 'in':
      case 'notIn':
        return values.some((value) => meets(datum, 'equals', value, now)) === (operator === 'in')
      case 'equals':
      case 'not':
        return orNothing(values).some((value) => meets(datum, 'equals', value, now)) === (operator === 'equals')
      default:
        return values.some((value) => meets(datum, operator, value, now))
    }
  })
}

const orNothing = (values: readonly Datum[]): readonly Datum[] => (values.length === 0 ? [null] : values)

/** What the datum is held against; a list of the target is each of its values, nothing none. */
function valuesOf(operands: Operands, target: unknown): readonly Datum[] {
  const one = (operand: AllotOperand): readonly Datum[] => {
    if (operand === null) return [null]
    if (typeof operand === 'object' && 'target' in operand) return ofTarget(target, operand.target)
    return [datumOf(operand, 'a condition')]
  }
  return 'member' in operands ? ofTarget(target, operands.member) : operands.values.flatMap(one)
}

function ofTarget(target: unknown, name: string): readonly Datum[] {
  const datum = datumOf(memberOf(target, name), name)
  if (isNothing(datum)) return []
  return Array.isArray(datum) ? (datum as readonly Datum[]) : [datum]
}

/** Dates and numbers of both sides are brought to one form; the rest is said by `compare`. */
function meets(datum: Datum, operator: keyof Comparison, value: Datum, now: number): boolean {
  if (value === null || value === '') return operator === 'equals' && compare(datum, { equals: null }, now)
  if (value instanceof Moment)
    return compare(mapped(datum, momentIn), { [operator]: new Date(value.ms).toISOString() }, now)
  const plain: Operand = typeof value === 'object' ? JSON.stringify(value) : value
  return compare(datum, { [operator]: comparable(datum, operator, plain, now) }, now)
}

const mapped = (datum: Datum, change: (one: Datum) => Datum): Datum =>
  Array.isArray(datum) ? datum.map(change) : change(datum)

const momentIn = (one: Datum): Datum =>
  typeof one === 'string' || typeof one === 'number' ? (dateOf(one) ?? one) : one

/** Numbers that come as texts (`12.50` of a numeric column) are ordered as numbers. */
function comparable(datum: Datum, operator: keyof Comparison, value: Operand, now: number): Operand {
  if (typeof value !== 'string') return value
  const number = numberOf(value)
  if (number === null) return value
  const [first] = Array.isArray(datum) ? (datum as readonly Datum[]) : [datum]
  if (typeof first === 'number') return Number(number)
  return ORDERED.has(operator) && momentOf(value, now) === null ? Number(number) : value
}
