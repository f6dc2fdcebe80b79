import { quote } from '../../model/name.ts'
import { list, strings, type Tree, tagged, text, tree } from '../sql/tree.ts'
import { formatText } from './format-text.ts'
import type { Frame } from './frame.ts'
import { UNKNOWN_PART, type Value, whole } from './value.ts'

/** Deeper expressions than people write are not read further. */
const DEEPEST = 100

/**
 * What an expression is known to be: a column of NEW (plain, through casts, or as the first argument of COALESCE), NEW itself, a text
 * built of known parts; null for everything else.
 */
export function fold(node: unknown, frame: Frame, depth = 0): Value | null {
  if (depth > DEEPEST) return null
  const inner = (part: unknown) => fold(part, frame, depth + 1)
  const [kind, fields] = tagged(node)
  switch (kind) {
    case 'ColumnRef':
      return foldName(list(fields.fields), frame)
    case 'ParamRef':
      return frame.parameters[Number(fields.number ?? 0) - 1] ?? null
    case 'A_Const':
      return foldConstant(fields)
    case 'TypeCast':
      return inner(fields.arg)
    case 'CoalesceExpr':
      return foldCoalesce(list(fields.args).map(inner))
    case 'A_Indirection':
      return foldIndirection(inner(fields.arg), fields, frame)
    case 'A_Expr':
      return foldOperator(fields, inner)
    case 'FuncCall':
      return foldCall(fields, frame, inner)
    case 'SubLink':
      return foldSubselect(fields, inner)
    default:
      return null
  }
}

/** A variable, a field of a record, a parameter by the function's name, or `record.*`. */
function foldName(fields: readonly unknown[], frame: Frame): Value | null {
  const { values } = frame
  const [first = '', second = ''] = strings(fields)
  if (fields.length === 1) return values.get(first) ?? null
  if (fields.length !== 2) return null
  const record = values.get(first) ?? null
  if (tagged(fields[1])[0] === 'A_Star') return record
  if (values.has(`${first}.${second}`)) return values.get(`${first}.${second}`) ?? null
  if (record !== null) return field(record, second)
  return first === frame.function.name ? (values.get(second) ?? null) : null
}

function field(record: Value | null, name: string): Value | null {
  if (record?.kind === 'row') return { kind: 'column', name }
  return record?.kind === 'null' ? record : null
}

function foldConstant(fields: Tree): Value | null {
  if (fields.isnull === true) return { kind: 'null' }
  if (fields.sval !== undefined) return whole(text(tree(fields.sval).sval))
  if (fields.boolval !== undefined) return { kind: 'boolean', value: tree(fields.boolval).boolval === true }
  // A zero is left out of the tree.
  if (fields.ival !== undefined) return whole(String(tree(fields.ival).ival ?? 0))
  return fields.fval === undefined ? null : whole(text(tree(fields.fval).fval))
}

/** The first that is not NULL for certain; a column keeps what stands in for it. */
function foldCoalesce(args: readonly (Value | null)[]): Value | null {
  const [first = null, ...others] = args.filter((value) => value?.kind !== 'null')
  if (first?.kind !== 'column' || others.length === 0) return first
  const spares = others.flatMap((other) => (other?.kind === 'column' ? [other.name, ...(other.spares ?? [])] : [null]))
  return { ...first, spares: [...(first.spares ?? []), ...spares] }
}

/** `(new).id`, `($1).*`, `tg_argv[0]`. */
function foldIndirection(of: Value | null, fields: Tree, frame: Frame): Value | null {
  const steps = list(fields.indirection)
  if (steps.length !== 1) return null
  const [kind, step] = tagged(steps[0])
  if (kind === 'String') return field(of, text(step.sval))
  if (kind === 'A_Star') return of
  if (kind !== 'A_Indices' || strings(tree(tree(fields.arg).ColumnRef).fields)[0] !== 'tg_argv') return null
  const index = fold(step.uidx, frame)
  const argument = index?.kind === 'text' ? frame.reading.arguments[Number(index.text)] : undefined
  return argument === undefined ? null : whole(argument)
}

function foldOperator(fields: Tree, inner: (node: unknown) => Value | null): Value | null {
  if (fields.kind !== 'AEXPR_OP' || strings(fields.name)[0] !== '||') return null
  const left = inner(fields.lexpr)
  const right = inner(fields.rexpr)
  if (left?.kind !== 'text' && right?.kind !== 'text') return null
  const part = (value: Value | null) => (value?.kind === 'text' ? value.text : UNKNOWN_PART)
  const complete = [left, right].every((value) => value?.kind === 'text' && value.whole)
  return { kind: 'text', text: part(left) + part(right), whole: complete }
}

function foldCall(fields: Tree, frame: Frame, inner: (node: unknown) => Value | null): Value | null {
  const names = strings(fields.funcname)
  if (names.length > 1 && names[0] !== 'pg_catalog') return null
  const args = list(fields.args).map(inner)
  const [first = null] = args
  switch (names.at(-1)) {
    case 'format':
      return formatText(args)
    case 'quote_ident':
      return first?.kind === 'text' && first.whole ? whole(quote(first.text)) : null
    case 'lower':
      return first?.kind === 'text' && first.whole ? whole(first.text.toLowerCase()) : null
    case 'upper':
      return first?.kind === 'text' && first.whole ? whole(first.text.toUpperCase()) : null
    case 'pg_trigger_depth':
      return frame.values.get('pg_trigger_depth()') ?? null
    default:
      return null
  }
}

/** `(SELECT new.id)` without a FROM. */
function foldSubselect(fields: Tree, inner: (node: unknown) => Value | null): Value | null {
  const select = tree(tree(fields.subselect).SelectStmt)
  const targets = list(select.targetList)
  const plain = select.fromClause === undefined && select.whereClause === undefined && select.op === 'SETOP_NONE'
  if (fields.subLinkType !== 'EXPR_SUBLINK' || !plain || targets.length !== 1) return null
  return inner(tree(tree(targets[0]).ResTarget).val)
}
