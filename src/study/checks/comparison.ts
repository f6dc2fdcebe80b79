import { columnsOf } from '../sql/columns-of.ts'
import type { Expr } from '../sql/expr.ts'
import { valuesOf } from './arrays.ts'
import { type Comparison, constantPiece } from './constant-piece.ts'
import { cross } from './cross.ts'
import { TEXTS } from './families.ts'
import { fixedPoint } from './fixed-point.ts'
import { ALWAYS, all, any, type Formula, NEVER, UNKNOWN } from './formula.ts'
import { narrowed } from './narrowed.ts'
import type { Reader } from './reader.ts'

const NEGATED: Record<Comparison, Comparison> = { '=': '<>', '<>': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' }
const FLIPPED: Record<Comparison, Comparison> = { '=': '=', '<>': '<>', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

export const isComparison = (name: string): name is Comparison => name in NEGATED

/** `left op right` is `want` (or NULL, if `nulls`). */
export function compare(
  name: Comparison,
  left: Expr,
  right: Expr,
  want: boolean,
  nulls: boolean,
  reader: Reader,
): Formula {
  const op = want ? name : NEGATED[name]
  if (isNullConstant(left) || isNullConstant(right)) return nulls ? ALWAYS : NEVER
  if (left.kind === 'row' && right.kind === 'row') return rows(op, left.items, right.items, nulls, reader)
  if (isKnown(left) && !isKnown(right)) return compare(FLIPPED[op], right, left, true, nulls, reader)
  if (isBoolean(left, reader) && isBoolean(right, reader)) return booleans(op, left, right, nulls, reader)
  return isKnown(right) ? withConstant(op, left, right, nulls, reader) : withColumns(op, left, right, nulls, reader)
}

const withColumns = (op: Comparison, left: Expr, right: Expr, nulls: boolean, reader: Reader): Formula =>
  withoutCoalesce(op, left, right, nulls, reader) ??
  oneColumn(op, left, right, nulls, reader) ??
  cross(op, left, right, nulls, reader) ??
  UNKNOWN

const isNullConstant = (expr: Expr): boolean => expr.kind === 'constant' && expr.value === null

/** Made of constants alone. */
export function isKnown(expr: Expr): boolean {
  if (expr.kind === 'array' || expr.kind === 'row') return expr.items.every(isKnown)
  return expr.kind === 'constant' || expr.kind === 'moment' || expr.kind === 'span' || expr.kind === 'growing'
}

function withConstant(op: Comparison, left: Expr, right: Expr, nulls: boolean, reader: Reader): Formula {
  if (isKnown(left)) return UNKNOWN
  const type = reader.type(left)
  if (type?.shape === 'array') return wholeArray(op, left, right, nulls, reader)
  if (type?.shape === 'range' && op === '<>' && right.kind === 'constant' && right.value === 'empty')
    return reader.demand(left, { bounded: true }, nulls)
  const between = columnsOf(left).length > 1 ? cross(op, left, right, nulls, reader) : null
  const piece = between === null ? constantPiece(op, right, type) : null
  return between ?? (piece === null ? UNKNOWN : reader.demand(left, piece, nulls))
}

function wholeArray(op: Comparison, left: Expr, right: Expr, nulls: boolean, reader: Reader): Formula {
  const values = valuesOf(right)
  if (values === null) return UNKNOWN
  if (op === '=') return reader.demand(left, values.length === 0 ? { maxItems: 0 } : { values: [values] }, nulls)
  if (op === '<>') return reader.demand(left, values.length === 0 ? { minItems: 1 } : { excluded: [values] }, nulls)
  return UNKNOWN
}

/** `(a, b) = (1, 2)`, item by item. */
function rows(op: Comparison, left: readonly Expr[], right: readonly Expr[], nulls: boolean, reader: Reader): Formula {
  if (left.length !== right.length || (op !== '=' && op !== '<>')) return UNKNOWN
  const pairs = left.map((item, index) => compare(op, item, right[index] as Expr, true, nulls, reader))
  return op === '=' ? all(pairs) : any(pairs)
}

const BOOLEAN_KINDS: readonly Expr['kind'][] = ['and', 'or', 'not', 'is-null', 'is', 'quantified']

function isBoolean(expr: Expr, reader: Reader): boolean {
  return BOOLEAN_KINDS.includes(expr.kind) || reader.type(expr)?.base === 'bool'
}

/** Of two truths: that they agree, or do not. NULL on either side makes it NULL. */
function booleans(op: Comparison, left: Expr, right: Expr, nulls: boolean, reader: Reader): Formula {
  if (op !== '=' && op !== '<>') return UNKNOWN
  if (op === '<>' && left.kind === 'column' && right.kind === 'column')
    return cross(op, left, right, nulls, reader) ?? UNKNOWN
  const same = op === '='
  const [l, r] = [
    (want: boolean) => reader.holds(left, want, nulls),
    (want: boolean) => reader.holds(right, want, nulls),
  ]
  if (nulls) return all([any([l(false), r(same)]), any([l(true), r(!same)])])
  return any([all([l(true), r(same)]), all([l(false), r(!same)])])
}

/** `coalesce(x, 0) <= y`: with `x`, and without it. */
function withoutCoalesce(op: Comparison, left: Expr, right: Expr, nulls: boolean, reader: Reader): Formula | null {
  if (right.kind === 'call' && right.name === 'coalesce' && !(left.kind === 'call' && left.name === 'coalesce'))
    return withoutCoalesce(FLIPPED[op], right, left, nulls, reader)
  if (left.kind !== 'call' || left.name !== 'coalesce' || left.args.length !== 2) return null
  const [of, otherwise] = left.args as [Expr, Expr]
  if (of.kind !== 'column') return null
  const given = compare(op, of, right, true, nulls, reader)
  const missing =
    isKnown(otherwise) || otherwise.kind === 'column' ? compare(op, otherwise, right, true, nulls, reader) : UNKNOWN
  return all([any([reader.nullness(of, true), given]), any([reader.nullness(of, false), missing])])
}

/** Both sides speak of one column: `x = lower(x)`, `lower(range) < upper(range)`. */
function oneColumn(op: Comparison, left: Expr, right: Expr, nulls: boolean, reader: Reader): Formula | null {
  const columns = [...new Set([...columnsOf(left), ...columnsOf(right)])]
  const [name] = columns
  if (name === undefined || columns.length > 1) return null
  const column: Expr = { kind: 'column', name }
  const type = reader.type(column)
  if (
    type?.shape === 'range' &&
    isBound(left, 'lower') &&
    isBound(right, 'upper') &&
    (op === '<' || op === '<=' || op === '<>')
  )
    return narrowed(reader.demand(column, { bounded: true }, nulls))
  if (type?.shape === 'range' && isBound(left, 'upper') && isBound(right, 'lower'))
    return oneColumn(FLIPPED[op], right, left, nulls, reader)
  if (op !== '=' && op !== '<=' && op !== '>=') return null
  const plain = [left, right].find((side) => bare(side) === name)
  const other = plain === left ? right : left
  if (plain === undefined || (op !== '=' && bare(other) !== name)) return null
  const piece = fixedPoint(other, name)
  // A regular expression that may match nothing (`x*`) is not a matter of what is in the text.
  return piece === null ? null : narrowed(reader.demand(column, piece, nulls))
}

const isBound = (expr: Expr, name: string): boolean =>
  expr.kind === 'call' && expr.name === name && expr.args.length === 1

/** The column, through casts to text. */
function bare(expr: Expr): string | null {
  if (expr.kind === 'column') return expr.name
  return expr.kind === 'cast' && expr.modifiers.length === 0 && TEXTS.includes(expr.to) ? bare(expr.of) : null
}

/** `IS [NOT] DISTINCT FROM`: NULL is a value like others. */
export function distinct(left: Expr, right: Expr, differ: boolean, reader: Reader): Formula {
  if (isNullConstant(right)) return reader.nullness(left, !differ)
  if (isNullConstant(left)) return reader.nullness(right, !differ)
  if (isKnown(left) && !isKnown(right)) return distinct(right, left, differ, reader)
  const compared = compare(differ ? '<>' : '=', left, right, true, isKnown(right) ? false : differ, reader)
  if (isKnown(right)) return differ ? any([reader.nullness(left, true), compared]) : compared
  const bothNull = all([reader.nullness(left, true), reader.nullness(right, true)])
  return differ
    ? all([compared, any([reader.nullness(left, false), reader.nullness(right, false)])])
    : any([bothNull, compared])
}
