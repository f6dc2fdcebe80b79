import { type Constant, call, type Expr, NULL, unknown } from './expr.ts'
import { foldCall } from './fold-call.ts'
import { foldCast } from './fold-cast.ts'
import { list, strings, type Tree, tagged, text, tree } from './tree.ts'
import { typeName } from './type-name.ts'

/** What a name in an expression stands for; null: a column. */
export type Scope = (name: string) => Expr | null

/** What a call of a user's function comes to, or null where it cannot be looked into. */
export type Inline = (name: string, args: readonly Expr[]) => Expr | null

export interface Reading {
  readonly scope: Scope
  readonly inline: Inline
  /** What a subselect (fields of its SubLink) comes to, or null where nobody knows. */
  readonly query?: (fields: Tree) => Expr | null
  /** `$1`, `$2` …, where they mean something. */
  readonly parameters?: readonly Expr[]
}

/** Reads libpg-query's node of an expression. What is not known becomes `unknown`, with the parts it is made of. */
export function readExpr(node: unknown, reading: Reading): Expr {
  const [kind, fields] = tagged(node)
  const read = (one: unknown): Expr => readExpr(one, reading)
  switch (kind) {
    case 'A_Const':
      return constant(fields)
    case 'ColumnRef':
      return column(fields, reading)
    case 'ParamRef':
      return reading.parameters?.[Number(fields.number ?? 0) - 1] ?? unknown()
    case 'A_Expr':
      return operator(fields, read)
    case 'BoolExpr':
      return logic(fields, read)
    case 'NullTest':
      return { kind: 'is-null', of: read(fields.arg), not: fields.nulltesttype === 'IS_NOT_NULL' }
    case 'BooleanTest':
      return booleanTest(fields, read)
    case 'TypeCast':
      return cast(fields, read)
    case 'CollateClause':
      return read(fields.arg)
    case 'FuncCall':
      return functionCall(fields, read, reading.inline)
    case 'CoalesceExpr':
      return call('coalesce', ...list(fields.args).map(read))
    case 'MinMaxExpr':
      return call(fields.op === 'IS_GREATEST' ? 'greatest' : 'least', ...list(fields.args).map(read))
    case 'SQLValueFunction':
      return valueFunction(text(fields.op))
    case 'CaseExpr':
      return caseOf(fields, read)
    case 'A_ArrayExpr':
      return { kind: 'array', items: list(fields.elements).map(read) }
    case 'RowExpr':
      return { kind: 'row', items: list(fields.args).map(read) }
    case 'NamedArgExpr':
      return read(fields.arg)
    case 'A_Indirection':
      return indirection(fields, read)
    case 'SubLink':
      return reading.query?.(fields) ?? unknown(...everythingIn(fields, read))
    default:
      return unknown(...everythingIn(fields, read))
  }
}

/** So that `unknown` still names its columns. */
function everythingIn(fields: Tree, read: (node: unknown) => Expr): readonly Expr[] {
  return Object.values(fields)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((value) => Object.keys(tree(value)).length > 0)
    .map(read)
}

function constant(fields: Tree): Expr {
  if (fields.isnull === true) return NULL
  if (fields.ival !== undefined) return numeric(String(tree(fields.ival).ival ?? 0), 'int4')
  if (fields.fval !== undefined) return numeric(text(tree(fields.fval).fval), 'numeric')
  if (fields.boolval !== undefined)
    return { kind: 'constant', value: tree(fields.boolval).boolval === true, type: 'bool' }
  if (fields.bsval !== undefined)
    return { kind: 'constant', value: text(tree(fields.bsval).bsval).slice(1), type: 'bit' }
  return { kind: 'constant', value: text(tree(fields.sval).sval), type: 'unknown' }
}

const numeric = (value: string, type: string): Constant => ({
  kind: 'constant',
  value: Number(value),
  type,
  text: value,
})

function column(fields: Tree, reading: Reading): Expr {
  const names = strings(fields.fields)
  const name = names.at(-1)
  if (name === undefined || names.length !== list(fields.fields).length) return unknown()
  return reading.scope(names.join('.')) ?? reading.scope(name) ?? { kind: 'column', name }
}

function operator(fields: Tree, read: (node: unknown) => Expr): Expr {
  const name = strings(fields.name).at(-1) ?? ''
  if (fields.lexpr === undefined) return make(name, read(fields.rexpr))
  const left = read(fields.lexpr)
  const items = list(tree(tree(fields.rexpr).List).items).map(read)
  switch (fields.kind) {
    case 'AEXPR_IN':
      return { kind: 'quantified', op: name, left, every: name === '<>', list: { kind: 'array', items } }
    case 'AEXPR_OP_ANY':
    case 'AEXPR_OP_ALL':
      return { kind: 'quantified', op: name, left, every: fields.kind === 'AEXPR_OP_ALL', list: read(fields.rexpr) }
    case 'AEXPR_DISTINCT':
      return call('is distinct from', left, read(fields.rexpr))
    case 'AEXPR_NOT_DISTINCT':
      return call('is not distinct from', left, read(fields.rexpr))
    case 'AEXPR_NULLIF':
      return call('nullif', left, read(fields.rexpr))
    case 'AEXPR_BETWEEN':
    case 'AEXPR_NOT_BETWEEN':
    case 'AEXPR_BETWEEN_SYM':
    case 'AEXPR_NOT_BETWEEN_SYM':
      return between(text(fields.kind), left, items)
    default:
      return make(name, left, read(fields.rexpr))
  }
}

/** `!=` is but another spelling. */
const make = (name: string, ...args: Expr[]): Expr => foldCall(name, args) ?? call(name === '!=' ? '<>' : name, ...args)

function between(kind: string, left: Expr, [one, other]: readonly Expr[]): Expr {
  if (one === undefined || other === undefined) return unknown(left)
  const symmetric = kind.endsWith('SYM')
  const [low, high] = symmetric ? [least(one, other), greatest(one, other)] : [one, other]
  const inside: Expr = { kind: 'and', of: [call('>=', left, low), call('<=', left, high)] }
  return kind.includes('NOT') ? { kind: 'not', of: inside } : inside
}

const isLess = (one: Expr, other: Expr): boolean | null =>
  one.kind === 'constant' &&
  other.kind === 'constant' &&
  typeof one.value === 'number' &&
  typeof other.value === 'number'
    ? one.value <= other.value
    : null

const least = (one: Expr, other: Expr): Expr =>
  isLess(one, other) === null ? call('least', one, other) : isLess(one, other) ? one : other
const greatest = (one: Expr, other: Expr): Expr =>
  isLess(one, other) === null ? call('greatest', one, other) : isLess(one, other) ? other : one

function logic(fields: Tree, read: (node: unknown) => Expr): Expr {
  const of = list(fields.args).map(read)
  if (fields.boolop === 'NOT_EXPR') return { kind: 'not', of: of[0] ?? unknown() }
  return { kind: fields.boolop === 'AND_EXPR' ? 'and' : 'or', of }
}

function booleanTest(fields: Tree, read: (node: unknown) => Expr): Expr {
  const [, not, what] = /^IS_(NOT_)?(TRUE|FALSE|UNKNOWN)$/.exec(text(fields.booltesttype)) ?? []
  return {
    kind: 'is',
    of: read(fields.arg),
    what: (what ?? 'UNKNOWN').toLowerCase() as 'true' | 'false' | 'unknown',
    not: not !== undefined,
  }
}

function cast(fields: Tree, read: (node: unknown) => Expr): Expr {
  const of = read(fields.arg)
  const { name, modifiers } = typeName(fields.typeName)
  return foldCast(of, name, modifiers) ?? { kind: 'cast', of, to: name, modifiers }
}

function functionCall(fields: Tree, read: (node: unknown) => Expr, inline: Inline): Expr {
  const parts = strings(fields.funcname)
  const args = list(fields.args).map(read)
  const [schema, bare] = parts.length > 1 ? [parts.at(-2) as string, parts.at(-1) as string] : ['', parts[0] ?? '']
  if (fields.agg_star === true || fields.over !== undefined || fields.func_variadic === true) return unknown(...args)
  if (bare === 'make_interval' && schema !== 'public') return named(fields, read)
  if (schema === '' || schema === 'pg_catalog') {
    const own = schema === '' ? inline(bare, args) : null
    return own ?? foldCall(bare, args) ?? call(bare, ...args)
  }
  return inline(`${schema}.${bare}`, args) ?? call(`${schema}.${bare}`, ...args)
}

const MAKE_INTERVAL: readonly string[] = ['years', 'months', 'weeks', 'days', 'hours', 'mins', 'secs']

/** `make_interval(days => 3)`: arguments by name, the others zero. */
function named(fields: Tree, read: (node: unknown) => Expr): Expr {
  const args: Expr[] = MAKE_INTERVAL.map(() => numeric('0', 'int4'))
  for (const [place, arg] of list(fields.args).entries()) {
    const [kind, inner] = tagged(arg)
    const index = kind === 'NamedArgExpr' ? MAKE_INTERVAL.indexOf(text(inner.name)) : place
    if (index >= 0 && index < args.length) args[index] = read(arg)
  }
  return foldCall('make_interval', args) ?? call('make_interval', ...args)
}

function valueFunction(op: string): Expr {
  const now = { kind: 'moment', low: 0, high: 0, now: true } as const
  if (op === 'SVFOP_CURRENT_DATE') return { ...now, type: 'date', day: true }
  if (/^SVFOP_CURRENT_TIMESTAMP/.test(op)) return { ...now, type: 'timestamptz', day: false }
  return /^SVFOP_LOCALTIMESTAMP/.test(op) ? { ...now, type: 'timestamp', day: false } : unknown()
}

function caseOf(fields: Tree, read: (node: unknown) => Expr): Expr {
  const subject = fields.arg === undefined ? null : read(fields.arg)
  const branches = list(fields.args).map((one) => {
    const branch = tree(tree(one).CaseWhen)
    const when = read(branch.expr)
    return { when: subject === null ? when : call('=', subject, when), result: read(branch.result) }
  })
  return { kind: 'case', branches, otherwise: fields.defresult === undefined ? NULL : read(fields.defresult) }
}

/** `(x).a.b` is a field of a field; subscripts are not looked into. */
function indirection(fields: Tree, read: (node: unknown) => Expr): Expr {
  const of = read(fields.arg)
  const names = strings(fields.indirection)
  if (names.includes('')) return unknown(of)
  return names.reduce((inner: Expr, name): Expr => ({ kind: 'field', of: inner, name }), of)
}
