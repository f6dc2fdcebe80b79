import type { Domain } from '../../model/study.ts'
import { caseFitsPattern } from './case-fits-pattern.ts'
import type { Piece } from './piece.ts'
import { distinctValues, includesValue, valueKey } from './same-value.ts'
import { satisfies } from './satisfies.ts'

/** `empty`: no value is in both. `clash`: there may be some, but no piece can say which. */
export type Meeting = Piece | 'empty' | 'clash'

/** What both pieces accept. */
export function meetPieces(left: Piece, right: Piece): Meeting {
  const inside = meetInside(left, right)
  if (inside === 'empty' || inside === 'clash') return inside
  const steps = meetSteps(left, right)
  if (steps === 'empty' || steps === 'clash') return steps
  if (left.case !== undefined && right.case !== undefined && left.case !== right.case) return 'clash'
  if (differ(left.exactBytes, right.exactBytes)) return 'empty'
  const values = meetValues(left.values, right.values)
  const met: Piece = prune({
    ...left,
    ...right,
    ...bounds(left, right),
    ...inside,
    ...steps,
    values,
    excluded:
      left.excluded || right.excluded
        ? distinctValues([...(left.excluded ?? []), ...(right.excluded ?? [])])
        : undefined,
    patterns:
      left.patterns || right.patterns
        ? distinctPatterns([...(left.patterns ?? []), ...(right.patterns ?? [])])
        : undefined,
  })
  if (isEmpty(met)) return 'empty'
  return patternsClash(met) || clockClashes(met) ? 'clash' : withFilteredValues(met)
}

/** Fixed bounds that the clock has left behind, or will not reach soon. */
function clockClashes({ min, max, minNow, maxNow }: Piece): boolean {
  if (max !== undefined && minNow !== undefined && CLOCK_FROM + minNow > max) return true
  return min !== undefined && maxNow !== undefined && min > CLOCK_UNTIL + maxNow
}

/** No server's clock stands before the first day of 2025, and the second is far off. */
const CLOCK_FROM = Date.UTC(2025, 0, 1)
const CLOCK_UNTIL = Date.UTC(2045, 0, 1)

/** A pattern that must and must not match, or that no text in the wanted case can match. */
function patternsClash({ patterns = [], case: letters }: Piece): boolean {
  const positive = patterns.filter(({ negated }) => !negated)
  const opposed = ({ pattern, caseless }: (typeof patterns)[number]) =>
    patterns.some((other) => other.negated && other.pattern === pattern && (other.caseless || !caseless))
  return positive.some(
    (one) => opposed(one) || (letters !== undefined && !one.caseless && !caseFitsPattern(letters, one.pattern)),
  )
}

const differ = (left: unknown, right: unknown): boolean => left !== undefined && right !== undefined && left !== right

function meetValues(left: Piece['values'], right: Piece['values']): Piece['values'] {
  if (left === undefined || right === undefined) return left ?? right
  return left.filter((value) => includesValue(right, value))
}

const LOWEST = ['max', 'maxNow', 'scale', 'maxLength', 'maxBytes', 'maxItems'] as const
const HIGHEST = ['min', 'minNow', 'minLength', 'minItems'] as const

function bounds(left: Piece, right: Piece): Piece {
  const both: Record<string, number> = {}
  for (const key of LOWEST)
    if (left[key] !== undefined && right[key] !== undefined) both[key] = Math.min(left[key], right[key])
  for (const key of HIGHEST)
    if (left[key] !== undefined && right[key] !== undefined) both[key] = Math.max(left[key], right[key])
  return both
}

function meetInside(left: Piece, right: Piece): Meeting {
  const json = meetJson(left.json, right.json)
  if (json === 'empty') return 'empty'
  const items = meetParts(left.items, right.items)
  if (items === 'empty' || items === 'clash') return items
  const fields = meetFields(left.fields, right.fields)
  if (fields === 'empty' || fields === 'clash') return fields
  return prune({ json, items, fields })
}

function meetJson(left: Piece['json'], right: Piece['json']): Piece['json'] | 'empty' {
  if (left === undefined || right === undefined) return left ?? right
  if (differ(left.type, right.type)) return 'empty'
  const type = left.type ?? right.type
  const keys = [...new Set([...(left.keys ?? []), ...(right.keys ?? [])])]
  return { ...(type === undefined ? {} : { type }), ...(keys.length === 0 ? {} : { keys }) }
}

/** Items and attributes say of themselves whether they may be NULL; where no item can be, the array must be empty. */
function meetParts(left: Domain | undefined, right: Domain | undefined): Domain | undefined | 'empty' | 'clash' {
  if (left === undefined || right === undefined) return left ?? right
  const met = meetPieces(left, right)
  if (met === 'empty' || met === 'clash') return met
  return { ...met, notNull: left.notNull || right.notNull }
}

function meetFields(left: Piece['fields'], right: Piece['fields']): Piece['fields'] | 'empty' | 'clash' {
  if (left === undefined || right === undefined) return left ?? right
  const fields: Domain[] = []
  for (const [index, field] of left.entries()) {
    const met = meetParts(field, right[index])
    if (met === undefined || met === 'empty' || met === 'clash') return met ?? 'clash'
    fields.push(met)
  }
  return fields
}

function meetSteps(left: Piece, right: Piece): Meeting {
  if (left.step === undefined || right.step === undefined) return {}
  const [small, large] = left.step <= right.step ? [left, right] : [right, left]
  const [step, remainder] = [small.step as number, small.remainder ?? 0]
  const rest = (large.remainder ?? 0) - remainder
  if ((large.step as number) % step === 0)
    return rest % step === 0 ? prune({ step: large.step, remainder: large.remainder }) : 'empty'
  return rest === 0 && remainder === 0 && Number.isInteger(step) && Number.isInteger(large.step)
    ? { step: leastCommonMultiple(step, large.step as number) }
    : 'clash'
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return (a / x) * b
}

function distinctPatterns(patterns: NonNullable<Piece['patterns']>): NonNullable<Piece['patterns']> {
  return [...new Map(patterns.map((one) => [valueKey({ ...one }), one])).values()]
}

/** Listed values answer the other limits themselves, where those can be judged. */
function withFilteredValues(piece: Piece): Meeting {
  const { values, ...limits } = piece
  if (values === undefined) return piece
  const verdicts = values.map((value) => (value === null ? true : satisfies(limits, value)))
  const left = values.filter((_, index) => verdicts[index] !== false)
  if (left.length === 0) return 'empty'
  return verdicts.includes(null) ? { ...piece, values: left } : { values: left }
}

function isEmpty(piece: Piece): boolean {
  const over = (low: number | undefined, high: number | undefined) =>
    low !== undefined && high !== undefined && low > high
  if (over(piece.min, piece.max) || over(piece.minNow, piece.maxNow) || over(piece.minItems, piece.maxItems))
    return true
  if (over(piece.minLength, piece.maxLength) || over(piece.minLength, piece.maxBytes)) return true
  if (over(piece.minLength, piece.exactBytes) || over(piece.exactBytes, piece.maxBytes)) return true
  if (piece.values !== undefined && piece.values.length === 0) return true
  if (
    piece.excluded !== undefined &&
    piece.min !== undefined &&
    piece.min === piece.max &&
    includesValue(piece.excluded, piece.min)
  )
    return true
  return piece.step !== undefined && !hasMultiple(piece)
}

function hasMultiple({ min, max, step = 1, remainder = 0 }: Piece): boolean {
  if (min === undefined || max === undefined) return true
  return Math.ceil((min - remainder) / step) * step + remainder <= max
}

const prune = (piece: { [Key in keyof Piece]: Piece[Key] | undefined }): Piece =>
  Object.fromEntries(Object.entries(piece).filter(([, value]) => value !== undefined)) as Piece
