import type { Expr } from '../sql/expr.ts'
import { INSTANTS, INTEGERS, NUMBERS } from './families.ts'
import type { ColumnType } from './reader.ts'
import { scalarType } from './scalar-type.ts'

export interface Names {
  column(name: string): ColumnType | null
  /** A type as a cast names it. */
  named(name: string): ColumnType | null
}

/** The type of an expression, as far as it matters for reading constants; null where nobody knows. */
export function typing(expr: Expr, names: Names): ColumnType | null {
  const of = (inner: Expr): ColumnType | null => typing(inner, names)
  switch (expr.kind) {
    case 'column':
      return names.column(expr.name)
    case 'constant':
      return expr.type === 'unknown' ? null : names.named(expr.type)
    case 'moment':
      return scalarType(expr.type)
    case 'span':
      return scalarType('interval')
    case 'growing':
      return scalarType('numeric')
    case 'cast':
      return names.named(expr.to)
    case 'field':
      return of(expr.of)?.attributes.find(({ name }) => name === expr.name)?.type ?? null
    case 'call':
      return typeOfCall(expr.name, expr.args, of)
    case 'array': {
      const item = expr.items.map(of).find((type) => type !== null)
      return item ? { ...item, shape: 'array' } : null
    }
    case 'case':
      return expr.branches.map(({ result }) => of(result)).find((type) => type !== null) ?? of(expr.otherwise)
    case 'and':
    case 'or':
    case 'not':
    case 'is-null':
    case 'is':
    case 'quantified':
      return scalarType('bool')
    default:
      return null
  }
}

type TypeOf = (expr: Expr) => ColumnType | null

const ALWAYS_OF: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      [
        'int4',
        'char_length character_length length octet_length bit_length cardinality array_length array_upper array_lower array_ndims array_position strpos position jsonb_array_length json_array_length num_nonnulls num_nulls ascii scale min_scale regexp_count pg_column_size',
      ],
      ['numeric', 'extract date_part sign'],
      [
        'text',
        'initcap btrim ltrim rtrim left right substr substring replace regexp_replace concat concat_ws split_part to_char jsonb_typeof json_typeof ->> #>> md5 reverse translate lpad rpad || chr format array_to_string repeat',
      ],
      [
        'bool',
        '= <> < <= > >= ~ ~* !~ !~* ~~ ~~* !~~ !~~* ^@ starts_with regexp_like isempty lower_inf upper_inf lower_inc upper_inc isfinite <@ @> && ? ?& ?| jsonb_exists',
      ],
      ['interval', 'age make_interval justify_days justify_hours'],
      ['date', 'date make_date'],
      ['jsonb', '-> #>'],
    ] as const
  ).flatMap(([type, names]) => names.split(' ').map((name) => [name, type])),
)

function typeOfCall(name: string, args: readonly Expr[], of: TypeOf): ColumnType | null {
  const always = ALWAYS_OF[name]
  if (always !== undefined)
    return name === '||' && args.some((arg) => of(arg)?.shape === 'array') ? null : scalarType(always)
  const [first, second] = args
  if (first === undefined) return null
  switch (name) {
    case 'lower':
    case 'upper':
      return lowered(of(first))
    case 'is distinct from':
    case 'is not distinct from':
      return scalarType('bool')
    case 'coalesce':
    case 'greatest':
    case 'least':
    case 'nullif':
      return args.map(of).find((type) => type !== null) ?? null
    case 'date_trunc':
      return second === undefined ? null : of(second)
    case 'timezone':
      return second === undefined ? null : swapped(of(second))
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
    case 'mod':
      return arithmetic(name, of(first), second === undefined ? null : of(second), second === undefined)
    case 'abs':
    case 'round':
    case 'trunc':
    case 'floor':
    case 'ceil':
    case 'ceiling':
    case '@':
      return of(first)
    default:
      return null
  }
}

/** Of a range the bound, of a text the text. */
function lowered(type: ColumnType | null): ColumnType | null {
  if (type?.shape !== 'range') return type === null ? scalarType('text') : type
  const subtype: Record<string, string> = {
    int4range: 'int4',
    int8range: 'int8',
    numrange: 'numeric',
    daterange: 'date',
    tsrange: 'timestamp',
    tstzrange: 'timestamptz',
  }
  return subtype[type.base] === undefined ? null : scalarType(subtype[type.base] as string)
}

const swapped = (type: ColumnType | null): ColumnType | null =>
  type?.base === 'timestamptz' ? scalarType('timestamp') : type?.base === 'timestamp' ? scalarType('timestamptz') : null

function arithmetic(op: string, left: ColumnType | null, right: ColumnType | null, unary: boolean): ColumnType | null {
  if (unary) return left
  const [l, r] = [left?.base ?? '', right?.base ?? '']
  if (INSTANTS.includes(l) && INSTANTS.includes(r))
    return op === '-' ? scalarType(l === 'date' && r === 'date' ? 'int4' : 'interval') : null
  if (INSTANTS.includes(l) || INSTANTS.includes(r)) {
    const [instant, other] = INSTANTS.includes(l) ? [l, r] : [r, l]
    return scalarType(
      instant === 'date' && INTEGERS.includes(other) ? 'date' : instant === 'timestamptz' ? 'timestamptz' : 'timestamp',
    )
  }
  if (l === 'interval' || r === 'interval') return scalarType('interval')
  if (INTEGERS.includes(l) && INTEGERS.includes(r))
    return scalarType(l === 'int8' || r === 'int8' ? 'int8' : l === 'int2' && r === 'int2' ? 'int2' : 'int4')
  return NUMBERS.includes(l) || NUMBERS.includes(r) ? scalarType('numeric') : null
}
