import type { Expr } from '../sql/expr.ts'
import { ABSENCE_FUNCTIONS } from './absences.ts'
import { ARRAY_FUNCTIONS, ARRAY_PREDICATES, demandItems, valuesOf } from './arrays.ts'
import { demandCast } from './casts.ts'
import { compare, distinct, isComparison, isKnown } from './comparison.ts'
import { constantFits } from './constant-fits.ts'
import { constantPiece } from './constant-piece.ts'
import { countPresent } from './count-present.ts'
import { ALWAYS, accept, all, any, type Formula, NEVER, UNKNOWN } from './formula.ts'
import { JSON_FUNCTIONS, JSON_PREDICATES } from './jsons.ts'
import { LENGTHS } from './lengths.ts'
import { nullness } from './nullness.ts'
import { NUMBER_FUNCTIONS } from './numbers.ts'
import { PATTERNS } from './patterns.ts'
import type { Piece } from './piece.ts'
import { RANGE_PREDICATES } from './ranges.ts'
import type { Backward, ColumnType, Predicate, Reader } from './reader.ts'
import { distinctValues } from './same-value.ts'
import { TEXT_FUNCTIONS } from './texts.ts'
import { TIME_FUNCTIONS } from './times.ts'
import { type Names, typing } from './typing.ts'

const BACKWARD: readonly Readonly<Record<string, Backward>>[] = [
  LENGTHS,
  TEXT_FUNCTIONS,
  TIME_FUNCTIONS,
  NUMBER_FUNCTIONS,
  ABSENCE_FUNCTIONS,
  ARRAY_FUNCTIONS,
  JSON_FUNCTIONS,
]
const PREDICATES: readonly Readonly<Record<string, Predicate>>[] = [
  PATTERNS,
  ARRAY_PREDICATES,
  RANGE_PREDICATES,
  JSON_PREDICATES,
]

/** Puts the readers of all kinds of expressions together. */
export function createReader(names: Names): Reader {
  const reader: Reader = {
    type: (expr) => typing(expr, names),
    holds: (expr, want, nulls) => holds(expr, want, nulls, reader),
    demand: (expr, piece, nulls) => demand(expr, piece, nulls, reader),
    nullness: (expr, isNull) => nullness(expr, isNull, reader),
  }
  return reader
}

function holds(expr: Expr, want: boolean, nulls: boolean, reader: Reader): Formula {
  switch (expr.kind) {
    case 'constant':
      return expr.value === null ? truth(nulls) : truth(expr.value === want)
    case 'column':
    case 'field':
    case 'cast':
      return reader.demand(expr, { values: [want] }, nulls)
    case 'and':
    case 'or':
      return ((expr.kind === 'and') === want ? all : any)(expr.of.map((one) => holds(one, want, nulls, reader)))
    case 'not':
      return holds(expr.of, !want, nulls, reader)
    case 'is-null':
      return isNull(expr.of, expr.not !== want, expr.not, reader)
    case 'is':
      return is(expr, expr.not !== want, reader)
    case 'case':
      return cases(expr, (result) => holds(result, want, nulls, reader), reader)
    case 'quantified':
      return quantified(expr, want, nulls, reader)
    case 'call':
      return callHolds(expr.name, expr.args, want, nulls, reader)
    default:
      return UNKNOWN
  }
}

const truth = (value: boolean): Formula => (value ? ALWAYS : NEVER)

/** A row IS NOT NULL says more than NOT (row IS NULL); the second is not read. */
function isNull(of: Expr, wanted: boolean, not: boolean, reader: Reader): Formula {
  if (of.kind === 'row' && wanted === not) return UNKNOWN
  return reader.nullness(of, wanted)
}

/** `x IS TRUE` lets no NULL pass, `x IS NOT TRUE` does. */
function is({ of, what }: Extract<Expr, { kind: 'is' }>, wanted: boolean, reader: Reader): Formula {
  if (what === 'unknown') return reader.nullness(of, wanted)
  return reader.holds(of, (what === 'true') === wanted, !wanted)
}

/** The first branch that is true decides; each is met in the rows where those before it are not. */
function cases(
  { branches, otherwise }: Extract<Expr, { kind: 'case' }>,
  demanded: (result: Expr) => Formula,
  reader: Reader,
): Formula {
  const decided = (count: number): Formula[] =>
    branches.slice(0, count).map(({ when }) => reader.holds(when, true, false))
  const clauses = branches.map(({ when, result }, index) =>
    any([...decided(index), reader.holds(when, false, true), demanded(result)]),
  )
  return all([...clauses, any([...decided(branches.length), demanded(otherwise)])])
}

/** Over a list of constants each is compared; over an array column its items are spoken of. */
function quantified(
  expr: Extract<Expr, { kind: 'quantified' }>,
  want: boolean,
  nulls: boolean,
  reader: Reader,
): Formula {
  const { op, left, every, list } = expr
  if (list.kind === 'array') {
    const values = op === '=' && !every && want ? valuesOf(list) : null
    const listed = values === null ? null : listedValues(left, list.items, reader)
    const found = listed === null ? UNKNOWN : reader.demand(left, listed, nulls)
    if (found.kind !== 'unknown') return found
    const compared = list.items.map((item) => callHolds(op, [left, item], want, nulls, reader))
    return every === want ? all(compared) : any(compared)
  }
  if (!isComparison(op) || !isKnown(left) || reader.type(list)?.shape !== 'array') return UNKNOWN
  const type = { ...(reader.type(list) as ColumnType), shape: 'scalar' as const }
  const turned = { '=': '=', '<>': '<>', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const
  const negated = { '=': '<>', '<>': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const
  const item = constantPiece(want ? turned[op] : negated[turned[op]], left, type)
  return item === null ? UNKNOWN : demandItems(list, item, every === want, nulls, reader)
}

function listedValues(left: Expr, items: readonly Expr[], reader: Reader): Piece | null {
  const type = reader.type(left)
  const pieces = items
    .filter((item) => item.kind !== 'constant' || item.value !== null)
    .map((item) => constantPiece('=', item, type)?.values)
  return pieces.includes(undefined) ? null : { values: distinctValues(pieces.flatMap((values) => values ?? [])) }
}

function callHolds(name: string, args: readonly Expr[], want: boolean, nulls: boolean, reader: Reader): Formula {
  const [left, right] = args
  if (name === 'is distinct from' || name === 'is not distinct from')
    return left && right ? distinct(left, right, (name === 'is distinct from') === want, reader) : UNKNOWN
  if (isComparison(name) && left && right)
    return countPresent(name, left, right, want, reader) ?? compare(name, left, right, want, nulls, reader)
  for (const family of PREDICATES) {
    const found = Object.hasOwn(family, name) ? family[name]?.(args, want, nulls, reader) : null
    if (found) return found
  }
  return reader.demand({ kind: 'call', name, args }, { values: [want] }, nulls)
}

function demand(expr: Expr, piece: Piece, nulls: boolean, reader: Reader): Formula {
  switch (expr.kind) {
    case 'column':
      return accept(expr.name, nulls, [piece])
    case 'field':
      return field(expr, piece, nulls, reader)
    case 'cast':
      return demandCast(expr, piece, nulls, reader) ?? UNKNOWN
    case 'case':
      return cases(expr, (result) => demand(result, piece, nulls, reader), reader)
    case 'call':
      return demandCall(expr.name, expr.args, piece, nulls, reader)
    case 'constant':
    case 'moment':
    case 'span':
    case 'array':
      return fits(expr, piece, nulls)
    default:
      return UNKNOWN
  }
}

function fits(expr: Expr, piece: Piece, nulls: boolean): Formula {
  const verdict = constantFits(piece, expr)
  return verdict === null ? UNKNOWN : truth(verdict ?? nulls)
}

function demandCall(name: string, args: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula {
  for (const family of BACKWARD) {
    const found = Object.hasOwn(family, name) ? family[name]?.(args, piece, nulls, reader) : null
    if (found) return found
  }
  return UNKNOWN
}

/** An attribute of a composite column. */
function field(expr: Extract<Expr, { kind: 'field' }>, piece: Piece, nulls: boolean, reader: Reader): Formula {
  const attributes = reader.type(expr.of)?.attributes ?? []
  const index = attributes.findIndex(({ name }) => name === expr.name)
  if (index < 0) return UNKNOWN
  const fields = attributes.map((_, at) => (at === index ? { ...piece, notNull: !nulls } : { notNull: false }))
  return reader.demand(expr.of, { fields }, nulls)
}
