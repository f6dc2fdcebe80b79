import type { Relation, UniqueKey } from '../model/catalog.ts'
import type { ColumnStudy, KeyStudy, SqlParser } from '../model/study.ts'
import type { Value } from '../model/value.ts'

type Columns = Readonly<Record<string, ColumnStudy>>

/** Reads the unique keys of a table: which columns take part, through which functions, and how a row gets out of a partial one. */
export function studyKeys(relation: Relation, columns: Columns, parser: SqlParser): KeyStudy[] {
  const keys = [...(relation.primaryKey === null ? [] : [relation.primaryKey]), ...relation.uniques]
  return keys
    .map((key) => studyKey(key, relation, columns, parser))
    .sort(
      (a, b) =>
        Number(b.primary) - Number(a.primary) || a.columns.length - b.columns.length || (a.name < b.name ? -1 : 1),
    )
}

function studyKey(key: UniqueKey, relation: Relation, columns: Columns, parser: SqlParser): KeyStudy {
  const taking = new Set<string>()
  const through: Record<string, string> = {}
  for (const [index, plain] of key.columns.entries()) {
    const generated = plain === null ? null : (relation.columns.find(({ name }) => name === plain)?.generated ?? null)
    if (plain !== null && generated === null) {
      taking.add(plain)
      continue
    }
    const tree = parser.expression(generated?.expression ?? key.expressions[index] ?? '')
    // Only two rows can differ in what is true or not: the others of the key must do without.
    if (isTruth(tree) && hasOwn(key, relation)) continue
    // A generated column differs where those differ that it is made of.
    for (const { column, by } of columnsIn(tree, '')) {
      if (columns[column] === undefined) continue
      taking.add(column)
      through[column] = by
    }
  }
  return {
    name: key.name,
    primary: key === relation.primaryKey,
    columns: [...taking],
    through,
    partial: key.predicate === null ? null : { escapes: escapesFrom(parser.expression(key.predicate), columns) },
    nullsNotDistinct: key.nullsNotDistinct,
  }
}

/** Does an expression say true or false? */
const isTruth = (node: unknown): boolean =>
  node !== null && typeof node === 'object' && ['NullTest', 'BoolExpr', 'BooleanTest'].some((kind) => kind in node)

/** Has a key a column that is not made of others? */
const hasOwn = ({ columns }: UniqueKey, relation: Relation): boolean =>
  columns.some((name) => relation.columns.some((column) => column.name === name && column.generated === null))

/** These bring values together whatever lies further in. */
const ROUNDING = /^(date_trunc .*|date)$/

/** Columns of an expression, each with the innermost function around it (`coalesce`, `cast` and operators by their names). */
function columnsIn(node: unknown, by: string): { column: string; by: string }[] {
  if (Array.isArray(node)) return node.flatMap((item) => columnsIn(item, by))
  if (node === null || typeof node !== 'object') return []
  const record = node as Record<string, unknown>
  const reference = columnName(record)
  if (reference !== null) return [{ column: reference, by: by === '' ? 'expression' : by }]
  const inner = ROUNDING.test(by) ? by : (functionName(record) ?? by)
  return Object.values(record).flatMap((value) => columnsIn(value, inner))
}

/** The column that a ColumnRef node names, else null. */
function columnName(node: Record<string, unknown>): string | null {
  const reference = node.ColumnRef as { fields?: readonly { String?: { sval?: string } }[] } | undefined
  const last = reference?.fields?.[reference.fields.length - 1]
  return last?.String?.sval ?? null
}

function functionName(node: Record<string, unknown>): string | null {
  const call = node.FuncCall as
    | { funcname?: readonly { String?: { sval?: string } }[]; args?: readonly unknown[] }
    | undefined
  if (call !== undefined) {
    const name = call.funcname?.[call.funcname.length - 1]?.String?.sval ?? 'function'
    const unit = name === 'date_trunc' ? constantIn(call.args?.[0]) : undefined
    return typeof unit === 'string' ? `${name} ${unit}` : name
  }
  if (node.TypeCast !== undefined) return castTo(node.TypeCast)
  if (node.MinMaxExpr !== undefined)
    return (node.MinMaxExpr as { op?: string }).op === 'IS_LEAST' ? 'least' : 'greatest'
  if (node.CoalesceExpr !== undefined) return 'coalesce'
  return null
}

/** A cast to a date rounds; others keep values apart. */
function castTo(cast: unknown): string | null {
  const names = (cast as { typeName?: { names?: readonly { String?: { sval?: string } }[] } }).typeName?.names
  return names?.[names.length - 1]?.String?.sval === 'date' ? 'date' : null
}

type Escape = { readonly column: string; readonly value: Value }

/** Values of one column each that make the predicate of a partial index false (or NULL). */
function escapesFrom(node: unknown, columns: Columns): readonly Escape[] {
  if (node === null || typeof node !== 'object') return []
  const record = node as Record<string, unknown>
  const name = columnName(record)
  if (name !== null) return flagged(name, false, columns)
  if (record.BoolExpr !== undefined)
    return fromBoolean(record.BoolExpr as { boolop?: string; args?: readonly unknown[] }, columns)
  const test = record.BooleanTest as { booltesttype?: string; arg?: unknown } | undefined
  if (test !== undefined) return fromTest(test, columns)
  const way =
    record.NullTest !== undefined
      ? fromNullTest(record.NullTest as { nulltesttype?: string; arg?: unknown }, columns)
      : record.A_Expr !== undefined
        ? fromEquality(record.A_Expr as Equality, columns)
        : null
  return way === null ? [] : [way]
}

const flagged = (column: string, value: boolean, columns: Columns): Escape[] =>
  columns[column]?.base === 'bool' ? [{ column, value }] : []

function fromBoolean(node: { boolop?: string; args?: readonly unknown[] }, columns: Columns): readonly Escape[] {
  const args = node.args ?? []
  if (node.boolop === 'AND_EXPR') return args.flatMap((arg) => escapesFrom(arg, columns))
  if (node.boolop !== 'NOT_EXPR') return []
  const [inner] = columnsIn(args[0], '')
  return inner?.by === 'expression' ? flagged(inner.column, true, columns) : []
}

/** `flag IS TRUE`, `flag IS NOT FALSE`: the other one. */
function fromTest(test: { booltesttype?: string; arg?: unknown }, columns: Columns): readonly Escape[] {
  const [inner] = columnsIn(test.arg, '')
  const holds = /^IS_(TRUE|NOT_FALSE)$/.test(test.booltesttype ?? '')
  const fails = /^IS_(FALSE|NOT_TRUE)$/.test(test.booltesttype ?? '')
  if (inner?.by !== 'expression' || !(holds || fails)) return []
  return flagged(inner.column, fails, columns)
}

function fromNullTest(node: { nulltesttype?: string; arg?: unknown }, columns: Columns): Escape | null {
  const [inner] = columnsIn(node.arg, '')
  if (inner === undefined || node.nulltesttype !== 'IS_NOT_NULL') return null
  return columns[inner.column]?.domain.notNull === false ? { column: inner.column, value: null } : null
}

interface Equality {
  readonly kind?: string
  readonly name?: readonly { String?: { sval?: string } }[]
  readonly lexpr?: unknown
  readonly rexpr?: unknown
}

/** `col = constant`: another label of the column, or NULL. */
function fromEquality(node: Equality, columns: Columns): Escape | null {
  if (node.kind !== 'AEXPR_OP' || node.name?.[0]?.String?.sval !== '=') return null
  const [inner] = columnsIn(node.lexpr, '')
  const column = inner === undefined ? undefined : columns[inner.column]
  const constant = constantIn(node.rexpr)
  if (inner === undefined || column === undefined || constant === undefined) return null
  if (typeof constant === 'boolean') return { column: inner.column, value: !constant }
  const other = column.domain.values?.find((value) => value !== constant)
  if (other !== undefined) return { column: inner.column, value: other }
  return column.domain.notNull ? null : { column: inner.column, value: null }
}

function constantIn(node: unknown): Value | undefined {
  if (node === null || typeof node !== 'object') return undefined
  const record = node as Record<string, unknown>
  const constant = record.A_Const as
    | { sval?: { sval?: string }; boolval?: { boolval?: boolean }; ival?: { ival?: number } }
    | undefined
  if (constant?.sval !== undefined) return constant.sval.sval ?? ''
  if (constant?.boolval !== undefined) return constant.boolval.boolval ?? false
  if (constant?.ival !== undefined) return constant.ival.ival ?? 0
  return Object.values(record).reduce<Value | undefined>(
    (found, value) => found ?? (typeof value === 'object' ? constantIn(value) : undefined),
    undefined,
  )
}
