import { columnsOf } from '../sql/columns-of.ts'
import type { Expr } from '../sql/expr.ts'
import type { Comparison } from './constant-piece.ts'
import { INSTANTS, NUMBERS, TEXTS } from './families.ts'
import { ALWAYS, all, any, type Formula, NEVER, type RuleDraft } from './formula.ts'
import { type Linear, linear, minus } from './linear.ts'
import { narrowed } from './narrowed.ts'
import { productRule } from './product-rule.ts'
import type { Reader } from './reader.ts'
import { nudge } from './spans.ts'
import { textRule } from './text-rule.ts'

/** A comparison between two or more columns; null where it is not understood. */
export function cross(op: Comparison, left: Expr, right: Expr, nulls: boolean, reader: Reader): Formula | null {
  const strict = [...new Set([...columnsOf(left), ...columnsOf(right)])]
  const difference = minus(
    linear(left, reader, unitOf(left, right, reader)),
    linear(right, reader, unitOf(left, right, reader)),
  )
  if (difference !== null) return fromLinear(op, left, difference, strict, nulls, reader)
  const product = op === '=' ? productRule(left, right, reader) : null
  if (product !== null) return guarded(product, strict, nulls)
  const composed = op === '=' ? textRule(left, right, reader) : null
  if (composed !== null) return guarded(composed.rule, composed.strict, nulls)
  return plainColumns(op, left, right, strict, nulls, reader)
}

/** A bare number next to a date counts days, next to nothing but numbers itself. */
const unitOf = (left: Expr, right: Expr, reader: Reader): number =>
  isDateDifference(left, reader) || isDateDifference(right, reader) ? 86_400_000 : 1

const isDateDifference = (expr: Expr, reader: Reader): boolean =>
  expr.kind === 'call' && expr.name === '-' && expr.args.every((arg) => reader.type(arg)?.base === 'date')

/** The rule holds where one of the columns is NULL; where that will not do, they must be there. */
function guarded(rule: RuleDraft, strict: readonly string[], nulls: boolean): Formula {
  return all([{ kind: 'rule', rule, strict }, ...(nulls ? [] : strict.map((column) => present(column, false)))])
}

/** The sum, compared with nothing: one column is a bound, two an order, more a sum. */
function fromLinear(
  op: Comparison,
  left: Expr,
  sum: Linear,
  strict: readonly string[],
  nulls: boolean,
  reader: Reader,
): Formula | null {
  const found = ofTerms(op, left, sum, strict, nulls, reader)
  const there = nulls ? sum.needed : strict
  return found === null ? null : all([found, ...there.map((column) => present(column, nulls))])
}

/** Where NULL will not do, or counts as another number than it is read here. */
const present = (column: string, narrows: boolean): Formula => ({
  kind: 'accept',
  column,
  nulls: false,
  pieces: [{}],
  exact: !narrows,
})

function ofTerms(
  op: Comparison,
  left: Expr,
  sum: Linear,
  strict: readonly string[],
  nulls: boolean,
  reader: Reader,
): Formula | null {
  const terms = [...sum.terms]
  const leaf = (rule: RuleDraft | null): Formula | null => (rule === null ? null : { kind: 'rule', rule, strict })
  if (terms.length === 0) return holdsAlone(op, sum, strict, nulls, reader)
  if (terms.length === 1) return singleBound(op, terms[0] as [string, number], sum, nulls, reader)
  if (op === '=') return isTimes(strict, reader) ? null : leaf(sumRule(left, sum))
  if (op === '<>') return leaf(differRule(terms, sum))
  if (terms.length === 2 && opposite(terms))
    return leaf(orderRule(op, terms as [[string, number], [string, number]], sum, reader))
  return shares(op, terms, sum, nulls, reader)
}

function differRule(terms: readonly (readonly [string, number])[], { low, high }: Linear): RuleDraft | null {
  const [one, other] = terms
  if (one === undefined || other === undefined || terms.length > 2 || low !== 0 || high !== 0 || !opposite(terms))
    return null
  return { kind: 'differ', columns: [one[0], other[0]] }
}

function holdsAlone(
  op: Comparison,
  { low, high }: Linear,
  strict: readonly string[],
  nulls: boolean,
  reader: Reader,
): Formula {
  const holds = {
    '=': low === 0 && high === 0,
    '<>': low > 0 || high < 0,
    '<': high < 0,
    '<=': high <= 0,
    '>': low > 0,
    '>=': low >= 0,
  }[op]
  if (!holds) return nulls ? any(strict.map((name) => reader.nullness({ kind: 'column', name }, true))) : NEVER
  return nulls ? ALWAYS : all(strict.map((name) => reader.nullness({ kind: 'column', name }, false)))
}

const FLIPPED: Record<Comparison, Comparison> = { '=': '=', '<>': '<>', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

function singleBound(
  op: Comparison,
  [name, factor]: [string, number],
  { low, high }: Linear,
  nulls: boolean,
  reader: Reader,
): Formula | null {
  const sided = factor > 0 ? op : FLIPPED[op]
  if (low !== high || ((op === '=' || op === '<>') && isTimes([name], reader))) return null
  const at = -low / factor
  const step = nudge(at)
  const pieces = {
    '=': { values: [at] },
    '<>': { excluded: [at] },
    '<': { max: at - step },
    '<=': { max: at },
    '>': { min: at + step },
    '>=': { min: at },
  }
  return reader.demand({ kind: 'column', name }, pieces[sided], nulls)
}

const opposite = (terms: readonly (readonly [string, number])[]): boolean =>
  terms.length === 2 && (terms[0]?.[1] ?? 0) === -(terms[1]?.[1] ?? 0)

/**
 * f·x - f·y + c op 0, turned so that it reads higher - lower > distance; a constant that is not certain (months) counts with what asks most.
 */
function orderRule(
  op: Comparison,
  [[x, factor], [y]]: [[string, number], [string, number]],
  { low, high }: Linear,
  reader: Reader,
): RuleDraft {
  const isStrict = op === '<' || op === '>'
  const above = op === '>' || op === '>='
  const [higher, lower] = above === factor > 0 ? [x, y] : [y, x]
  const distance = (above ? -low : high) / Math.abs(factor)
  if (distance === 0) return { kind: 'order', lower, higher, strict: isStrict }
  const step = isStrict ? (isTimes([x, y], reader) ? 1 : nudge(distance)) : 0
  if (distance > 0) return { kind: 'apart', lower, higher, min: distance + step, max: null }
  return { kind: 'apart', lower: higher, higher: lower, min: null, max: -distance - step }
}

const isTimes = (names: readonly string[], reader: Reader): boolean =>
  names.some((name) => INSTANTS.includes(reader.type({ kind: 'column', name })?.base ?? ''))

function sumRule(left: Expr, sum: Linear): RuleDraft | null {
  if (sum.low !== sum.high) return null
  const whole = [...sum.terms].filter(([, factor]) => Math.abs(factor) === 1)
  const target = whole.find(([name]) => left.kind === 'column' && left.name === name) ?? whole.at(-1)
  if (target === undefined) return null
  const [name, factor] = target
  const others = [...sum.terms].filter(([column]) => column !== name)
  const terms = others.map(([column, other]) => ({ column, factor: -other / factor }))
  return { kind: 'sum', target: name, terms, constant: -sum.low / factor + 0 }
}

/**
 * `a + b <= 100` or `used + reserved <= capacity`: every column gets its share of the room, those on the other side half of what they are likely
 * to have.
 */
function shares(
  op: Comparison,
  terms: readonly (readonly [string, number])[],
  sum: Linear,
  nulls: boolean,
  reader: Reader,
): Formula | null {
  if (terms.some(([name]) => !NUMBERS.includes(reader.type({ kind: 'column', name })?.base ?? ''))) return null
  const sign = op === '<' || op === '<=' ? 1 : -1
  const step = op === '<' || op === '>' ? nudge(sum.high) : 0
  const room = -(sign > 0 ? sum.high : -sum.low) - step
  const costs = terms.map(([name, factor]) => ({ name, factor: factor * sign }))
  const [paid, given] = [costs.filter(({ factor }) => factor > 0), costs.filter(({ factor }) => factor < 0)]
  if (paid.length === 0) return narrowed(atLeast(given, room, nulls, reader))
  const column = (name: string): Expr => ({ kind: 'column', name })
  const ways = (given.length === 0 ? [0] : LIKELY).map((floor) => {
    const each = (room + given.reduce((total, { factor }) => total - factor * floor, 0)) / paid.length
    const upper = paid.map(({ name, factor }) => reader.demand(column(name), { max: each / factor }, nulls))
    return all([...upper, ...given.map(({ name }) => reader.demand(column(name), { min: floor }, nulls))])
  })
  return narrowed(any(ways))
}

/** What the columns that give room are likely to have at least. */
const LIKELY: readonly number[] = [100, 10, 1, 0]

/** Together they are at least so much: each its share, or one of them all of it. */
function atLeast(
  given: readonly { readonly name: string; readonly factor: number }[],
  room: number,
  nulls: boolean,
  reader: Reader,
): Formula {
  const total = -room
  const least = (share: (index: number) => number) =>
    all(
      given.map(({ name, factor }, index) =>
        reader.demand({ kind: 'column', name }, { min: share(index) / -factor }, nulls),
      ),
    )
  const alone = given.map((_, whole) => least((index) => (index === whole ? total : 0)))
  return any([least(() => total / given.length), ...(total > 0 ? alone : [])])
}

const ORDERED: readonly string[] = ['uuid', 'time', 'interval']

/** Columns of other types: that they differ, or which uuid or text comes first. */
function plainColumns(
  op: Comparison,
  left: Expr,
  right: Expr,
  strict: readonly string[],
  nulls: boolean,
  reader: Reader,
): Formula | null {
  const [one, other] = [bareColumn(left, reader), bareColumn(right, reader)]
  if (one === null || other === null) return null
  if (op === '<>') return guarded({ kind: 'differ', columns: [one, other] }, strict, nulls)
  if (op === '=') return null
  const type = reader.type({ kind: 'column', name: one })
  if (type?.shape !== 'scalar' || type.labels !== null || !(ORDERED.includes(type.base) || TEXTS.includes(type.base)))
    return null
  const [lower, higher] = op === '<' || op === '<=' ? [one, other] : [other, one]
  return guarded({ kind: 'order', lower, higher, strict: op === '<' || op === '>' }, strict, nulls)
}

/** The column, through casts among text types. */
function bareColumn(expr: Expr, reader: Reader): string | null {
  if (expr.kind === 'column') return expr.name
  const inner = expr.kind === 'cast' && expr.modifiers.length === 0 ? expr.of : null
  const type = inner === null ? null : reader.type(inner)
  return inner?.kind === 'column' &&
    type !== null &&
    (TEXTS.includes(type.base) || type.labels !== null || type.base === 'uuid')
    ? inner.name
    : null
}
