import { DAY } from '../sql/calendar.ts'
import type { Expr } from '../sql/expr.ts'
import { INSTANTS, NUMBERS } from './families.ts'
import type { Reader } from './reader.ts'

/** A sum of columns, each times its factor, and a constant that lies between two numbers (months differ). Times are ms. */
export interface Linear {
  readonly terms: ReadonlyMap<string, number>
  readonly low: number
  readonly high: number
  /** Columns whose NULL counts as something else (`coalesce(x, 0)`): they have to be there for the sum to be true. */
  readonly needed: readonly string[]
}

/** Reads an expression as a sum; null where it is none. `unit` is ms per 1 of a bare number: a day among dates. */
export function linear(expr: Expr, reader: Reader, unit = 1): Linear | null {
  switch (expr.kind) {
    case 'constant':
      return typeof expr.value === 'number' ? constant(expr.value * unit, expr.value * unit) : null
    case 'span':
      return constant(expr.low, expr.high)
    case 'moment':
      return expr.now ? null : constant(expr.low, expr.high)
    case 'column':
      return column(expr, reader)
    case 'cast':
      return lossless(expr.of, expr, reader) ? linear(expr.of, reader, unit) : null
    case 'call':
      return call(expr.name, expr.args, reader, unit)
    default:
      return null
  }
}

const constant = (low: number, high: number): Linear => ({ terms: new Map(), low, high, needed: [] })

function column(expr: Extract<Expr, { kind: 'column' }>, reader: Reader): Linear | null {
  const type = reader.type(expr)
  if (type?.shape !== 'scalar' || !(NUMBERS.includes(type.base) || INSTANTS.includes(type.base))) return null
  return { terms: new Map([[expr.name, 1]]), low: 0, high: 0, needed: [] }
}

/** Casts among numbers, and among times, that keep the value. */
function lossless(of: Expr, cast: Extract<Expr, { kind: 'cast' }>, reader: Reader): boolean {
  const [from, to] = [reader.type(of)?.base ?? '', reader.type(cast)?.base ?? '']
  if (cast.modifiers.length > 0) return false
  if (NUMBERS.includes(from)) return to === 'numeric' || to === 'float8' || (/^int/.test(from) && NUMBERS.includes(to))
  return INSTANTS.includes(from) && (to === 'timestamp' || to === 'timestamptz' || from === to)
}

function call(name: string, args: readonly Expr[], reader: Reader, unit: number): Linear | null {
  const [left, right] = args
  if (left === undefined) return null
  if (name === 'coalesce') return coalesce(args, reader, unit)
  if (right === undefined) return name === '-' ? scaled(linear(left, reader, unit), -1) : null
  if (name === '+' || name === '-') {
    const bare = isDate(left, reader) || isDate(right, reader) ? DAY : unit
    return added(linear(left, reader, bare), scaled(linear(right, reader, bare), name === '+' ? 1 : -1))
  }
  const [factor, other] = [numberOf(right), numberOf(left)]
  if (name === '*' && factor !== null) return scaled(linear(left, reader, unit), factor)
  if (name === '*' && other !== null) return scaled(linear(right, reader, unit), other)
  return name === '/' && factor !== null && factor !== 0 && !/^int/.test(reader.type(left)?.base ?? 'int')
    ? scaled(linear(left, reader, unit), 1 / factor)
    : null
}

const isDate = (expr: Expr, reader: Reader): boolean => reader.type(expr)?.base === 'date'

const numberOf = (expr: Expr): number | null =>
  expr.kind === 'constant' && typeof expr.value === 'number' ? expr.value : null

/** `coalesce(x, 0)` is `x` where `x` is there. */
function coalesce([of, ...others]: readonly Expr[], reader: Reader, unit: number): Linear | null {
  if (of?.kind !== 'column' || others.some((other) => other.kind !== 'constant')) return null
  const inner = linear(of, reader, unit)
  return inner === null ? null : { ...inner, needed: [of.name] }
}

function scaled(of: Linear | null, by: number): Linear | null {
  if (of === null) return null
  const ends = [of.low * by, of.high * by]
  return {
    terms: new Map([...of.terms].map(([name, factor]) => [name, factor * by])),
    low: Math.min(...ends),
    high: Math.max(...ends),
    needed: of.needed,
  }
}

function added(left: Linear | null, right: Linear | null): Linear | null {
  if (left === null || right === null) return null
  const terms = new Map(left.terms)
  for (const [name, factor] of right.terms) terms.set(name, (terms.get(name) ?? 0) + factor)
  for (const [name, factor] of terms) if (factor === 0) terms.delete(name)
  return { terms, low: left.low + right.low, high: left.high + right.high, needed: [...left.needed, ...right.needed] }
}

/** left - right. */
export function minus(left: Linear | null, right: Linear | null): Linear | null {
  return added(left, scaled(right, -1))
}
