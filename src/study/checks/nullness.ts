import type { Expr } from '../sql/expr.ts'
import { withoutItem } from './arrays.ts'
import { constantPiece } from './constant-piece.ts'
import { ALWAYS, accept, all, any, type Formula, NEVER, UNKNOWN } from './formula.ts'
import { hasMember } from './jsons.ts'
import type { Reader } from './reader.ts'
import { textOf } from './texts.ts'

/** Functions and operators that are NULL exactly when one of their arguments is. */
const STRICT: readonly string[] = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '||',
  'lower',
  'upper',
  'btrim',
  'ltrim',
  'rtrim',
  'char_length',
  'length',
  'octet_length',
  'abs',
  'round',
  'floor',
  'ceil',
  'trunc',
  'cardinality',
  'jsonb_typeof',
  'extract',
  'date_part',
  'date_trunc',
  'replace',
  'left',
  'right',
  '=',
  '<>',
  '<',
  '<=',
  '>',
  '>=',
  '~',
  '~~',
  'md5',
  'reverse',
  'initcap',
]

/** When an expression is NULL, or is not. */
export function nullness(expr: Expr, isNull: boolean, reader: Reader): Formula {
  switch (expr.kind) {
    case 'column':
      return accept(expr.name, isNull, isNull ? [] : [{}])
    case 'constant':
      return (expr.value === null) === isNull ? ALWAYS : NEVER
    case 'moment':
    case 'span':
    case 'growing':
      return isNull ? NEVER : ALWAYS
    case 'cast':
      return nullness(expr.of, isNull, reader)
    case 'field':
      return isNull ? UNKNOWN : reader.demand(expr, {}, false)
    // A row IS NULL when all of it is, IS NOT NULL when none of it is.
    case 'row':
      return all(expr.items.map((item) => nullness(item, isNull, reader)))
    case 'is-null':
    case 'is':
    case 'array':
      return isNull ? NEVER : ALWAYS
    case 'call':
      return nullnessOfCall(expr.name, expr.args, isNull, reader)
    default:
      return UNKNOWN
  }
}

function nullnessOfCall(name: string, args: readonly Expr[], isNull: boolean, reader: Reader): Formula {
  const [of] = args
  if (of !== undefined && isRangeBound(name, of, reader))
    return isNull ? UNKNOWN : reader.demand(of, { bounded: true }, false)
  if (STRICT.includes(name))
    return isNull
      ? any(args.map((arg) => nullness(arg, true, reader)))
      : all(args.map((arg) => nullness(arg, false, reader)))
  switch (name) {
    case 'coalesce':
    case 'greatest':
    case 'least':
      return isNull
        ? all(args.map((arg) => nullness(arg, true, reader)))
        : any(args.map((arg) => nullness(arg, false, reader)))
    case 'nullif':
      return nullnessOfNullif(args, isNull, reader)
    case '->':
    case '->>':
      return isNull ? UNKNOWN : (hasMember(args, reader) ?? UNKNOWN)
    case 'array_position':
      return isNull ? (withoutItem(args, reader) ?? UNKNOWN) : UNKNOWN
    case 'array_length':
    case 'array_upper':
      return of === undefined
        ? UNKNOWN
        : isNull
          ? any([nullness(of, true, reader), reader.demand(of, { maxItems: 0 }, false)])
          : reader.demand(of, { minItems: 1 }, false)
    case 'regexp_match':
    case 'substring':
      return isNull ? UNKNOWN : matches(args, reader)
    default:
      return UNKNOWN
  }
}

const isRangeBound = (name: string, of: Expr, reader: Reader): boolean =>
  (name === 'lower' || name === 'upper') && reader.type(of)?.shape === 'range'

function nullnessOfNullif([of, by]: readonly Expr[], isNull: boolean, reader: Reader): Formula {
  if (of === undefined || by === undefined) return UNKNOWN
  const piece = constantPiece(isNull ? '=' : '<>', by, reader.type(of))
  if (piece === null) return UNKNOWN
  return isNull ? any([nullness(of, true, reader), reader.demand(of, piece, false)]) : reader.demand(of, piece, false)
}

function matches([of, pattern]: readonly Expr[], reader: Reader): Formula {
  const source = textOf(pattern)
  return of === undefined || source === null
    ? UNKNOWN
    : reader.demand(of, { patterns: [{ pattern: source, caseless: false, negated: false }] }, false)
}
