import { list, strings, type Tree, tagged, text, tree } from '../sql/tree.ts'
import { fold } from './fold.ts'
import type { Frame } from './frame.ts'
import type { Value } from './value.ts'

/** The truth of a condition while a row is inserted; null is SQL's NULL, undefined: not known. */
export type Truth = boolean | null | undefined

/** Judges what only hangs on how the trigger was called: TG_OP, TG_TABLE_NAME, TG_ARGV, OLD being NULL. */
export function judge(node: unknown, frame: Frame, depth = 0): Truth {
  if (depth > 100) return undefined
  const [kind, fields] = tagged(node)
  if (kind === 'BoolExpr')
    return judgeAll(
      text(fields.boolop),
      list(fields.args).map((part) => judge(part, frame, depth + 1)),
    )
  if (kind === 'NullTest') return judgeNull(fold(fields.arg, frame), fields.nulltesttype === 'IS_NULL')
  if (kind === 'A_Expr') return judgeComparison(fields, frame)
  const value = fold(node, frame)
  if (value?.kind === 'null') return null
  return value?.kind === 'boolean' ? value.value : undefined
}

function judgeAll(operator: string, parts: readonly Truth[]): Truth {
  if (operator === 'NOT_EXPR') return typeof parts[0] === 'boolean' ? !parts[0] : parts[0]
  const deciding = operator === 'OR_EXPR'
  if (parts.includes(deciding)) return deciding
  if (parts.includes(undefined)) return undefined
  return parts.includes(null) ? null : !deciding
}

function judgeNull(value: Value | null, isNull: boolean): Truth {
  if (value?.kind === 'null') return isNull
  if (value?.kind === 'text' || value?.kind === 'boolean') return !isNull
  // A row with some columns filled is neither NULL nor NOT NULL.
  return value?.kind === 'row' && isNull ? false : undefined
}

function judgeComparison(fields: Tree, frame: Frame): Truth {
  const operator = strings(fields.name)[0] ?? ''
  const left = fold(fields.lexpr, frame)
  const many = fields.kind === 'AEXPR_IN' ? list(tree(tree(fields.rexpr).List).items) : anyItems(fields)
  if (many !== null) {
    const found = judgeAll(
      'OR_EXPR',
      many.map((item) => compare('=', left, fold(item, frame))),
    )
    return operator === '<>' ? judgeAll('NOT_EXPR', [found]) : found
  }
  const right = fold(fields.rexpr, frame)
  if (fields.kind === 'AEXPR_OP') return compare(operator, left, right)
  if (fields.kind !== 'AEXPR_DISTINCT' && fields.kind !== 'AEXPR_NOT_DISTINCT') return undefined
  const distinct = differ(left, right)
  return distinct === undefined || fields.kind === 'AEXPR_DISTINCT' ? distinct : !distinct
}

function anyItems(fields: Tree): readonly unknown[] | null {
  if (fields.kind !== 'AEXPR_OP_ANY' || strings(fields.name)[0] !== '=') return null
  const array = tree(fields.rexpr).A_ArrayExpr
  return array === undefined ? null : list(tree(array).elements)
}

function differ(left: Value | null, right: Value | null): boolean | undefined {
  if (left === null || right === null) return undefined
  if (left.kind === 'null' && right.kind === 'null') return false
  if (left.kind === 'null' || right.kind === 'null')
    return judgeNull(left.kind === 'null' ? right : left, false) ?? undefined
  const equal = compare('=', left, right)
  return typeof equal === 'boolean' ? !equal : undefined
}

function compare(operator: string, left: Value | null, right: Value | null): Truth {
  if (left?.kind === 'null' || right?.kind === 'null') return null
  if (left?.kind !== 'text' || right?.kind !== 'text' || !left.whole || !right.whole) return undefined
  if (operator === '=') return left.text === right.text
  if (operator === '<>') return left.text !== right.text
  const [a, b] = [Number(left.text), Number(right.text)]
  if (Number.isNaN(a) || Number.isNaN(b)) return undefined
  if (operator === '<') return a < b
  if (operator === '<=') return a <= b
  if (operator === '>') return a > b
  return operator === '>=' ? a >= b : undefined
}
