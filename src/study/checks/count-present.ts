import type { Expr } from '../sql/expr.ts'
import type { Comparison } from './constant-piece.ts'
import { all, any, type Formula, NEVER } from './formula.ts'
import type { Reader } from './reader.ts'

/**
 * How many of some columns have a value: `num_nonnulls(a, b) = 1`, `(a is not null)::int + (b is not null)::int = 1`,
 * `case when a is null then 0 else 1 end + … <= 1`. Null where the expression counts something else.
 */
export function countPresent(name: Comparison, left: Expr, right: Expr, want: boolean, reader: Reader): Formula | null {
  const [counted, bound, op] = isNumber(right)
    ? [left, right.value, want ? name : NEGATED[name]]
    : isNumber(left)
      ? [right, left.value, FLIPPED[want ? name : NEGATED[name]]]
      : [null, 0, name]
  const parts = counted === null ? null : count(counted)
  if (parts === null || parts.columns.length < 2) return null
  const { columns, offset, factor } = parts
  const wanted = columns
    .map((_, index) => index)
    .concat(columns.length)
    .filter((present) => HOLDS[op](offset + factor * present, bound))
  const [first, last] = [wanted[0], wanted.at(-1)]
  if (first === undefined || last === undefined) return NEVER
  if (wanted.length === columns.length + 1) return all([])
  if (last - first + 1 === wanted.length) return present(columns, first, last, reader)
  if (wanted.length === 2 && first === 0 && last === columns.length)
    return { kind: 'rule', rule: { kind: 'together', columns }, strict: [] }
  return any(wanted.map((one) => present(columns, one, one, reader)))
}

type Numeric = Extract<Expr, { kind: 'constant' }> & { readonly value: number }

const isNumber = (expr: Expr): expr is Numeric => expr.kind === 'constant' && typeof expr.value === 'number'

const NEGATED: Record<Comparison, Comparison> = { '=': '<>', '<>': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' }
const FLIPPED: Record<Comparison, Comparison> = { '=': '=', '<>': '<>', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }
const HOLDS: Record<Comparison, (value: number, bound: number) => boolean> = {
  '=': (value, bound) => value === bound,
  '<>': (value, bound) => value !== bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
}

function present(columns: readonly string[], min: number, max: number, reader: Reader): Formula {
  const those = (isNull: boolean) => all(columns.map((name) => reader.nullness({ kind: 'column', name }, isNull)))
  if (max === 0) return those(true)
  if (min === columns.length) return those(false)
  return { kind: 'rule', rule: { kind: 'present', columns, min, max }, strict: [] }
}

/** The count is offset + factor × the number of columns that are there. */
interface Count {
  readonly columns: readonly string[]
  readonly offset: number
  readonly factor: 1 | -1
}

function count(expr: Expr): Count | null {
  if (expr.kind === 'call' && (expr.name === 'num_nonnulls' || expr.name === 'num_nulls')) {
    const columns = expr.args.map((arg) => (arg.kind === 'column' ? arg.name : null))
    if (columns.includes(null)) return null
    return expr.name === 'num_nonnulls'
      ? { columns: columns as string[], offset: 0, factor: 1 }
      : { columns: columns as string[], offset: columns.length, factor: -1 }
  }
  if (expr.kind === 'call' && expr.name === '+' && expr.args.length === 2) {
    const [left, right] = expr.args.map(count)
    if (!left || !right || left.factor !== right.factor) return null
    return { columns: [...left.columns, ...right.columns], offset: left.offset + right.offset, factor: left.factor }
  }
  return one(expr)
}

/** One addend: a test for NULL as a number. */
function one(expr: Expr): Count | null {
  if (expr.kind === 'cast' && /^int[248]$/.test(expr.to)) return tested(expr.of, 1, 0)
  if (expr.kind !== 'case' || expr.branches.length !== 1) return null
  const [branch] = expr.branches
  return branch !== undefined && isNumber(branch.result) && isNumber(expr.otherwise)
    ? tested(branch.when, branch.result.value, expr.otherwise.value)
    : null
}

function tested(test: Expr, whenTrue: number, whenFalse: number): Count | null {
  if (test.kind === 'not') return tested(test.of, whenFalse, whenTrue)
  if (test.kind !== 'is-null' || test.of.kind !== 'column') return null
  const [there, missing] = test.not ? [whenTrue, whenFalse] : [whenFalse, whenTrue]
  if (Math.abs(there - missing) !== 1) return null
  return { columns: [test.of.name], offset: missing, factor: there > missing ? 1 : -1 }
}
