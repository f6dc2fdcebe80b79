import type { Expr } from '../sql/expr.ts'
import type { RuleDraft } from './formula.ts'
import type { Reader } from './reader.ts'

type TextRule = Extract<RuleDraft, { kind: 'text' }>
type Part = TextRule['parts'][number]

/** Types whose text is the same for Postgres and for us. */
const PLAIN: readonly string[] = ['text', 'varchar', 'citext', 'uuid', 'int2', 'int4', 'int8']

/**
 * `path = coalesce(setup_id, post_id)::text || '/' || file_name`, either side: a text column that is put together from others; null where it is
 * something else. `strict`: the columns whose NULL makes all of it NULL.
 */
export function textRule(
  left: Expr,
  right: Expr,
  reader: Reader,
): { readonly rule: TextRule; readonly strict: readonly string[] } | null {
  const [target, value] = left.kind === 'column' && isText(left, reader) ? [left, right] : [right, left]
  if (target.kind !== 'column' || !isText(target, reader)) return null
  const parts = partsOf(value, reader)
  const columns = parts?.flatMap((part) => (typeof part === 'string' ? [] : part.columns)) ?? []
  if (parts === null || columns.length === 0 || columns.includes(target.name)) return null
  const alone = parts.flatMap((part) => (typeof part !== 'string' && part.columns.length === 1 ? part.columns : []))
  return { rule: { kind: 'text', target: target.name, parts }, strict: [...new Set([target.name, ...alone])] }
}

function isText(expr: Expr, reader: Reader): boolean {
  const type = reader.type(expr)
  return type?.shape === 'scalar' && type.labels === null && /^(text|varchar|citext)$/.test(type.base)
}

function partsOf(expr: Expr, reader: Reader): readonly Part[] | null {
  if (expr.kind === 'constant') return typeof expr.value === 'string' ? [expr.value] : null
  if (expr.kind === 'cast' && expr.modifiers.length === 0 && /^(text|varchar)$/.test(expr.to))
    return partsOf(expr.of, reader)
  if (expr.kind === 'call' && expr.name === '||') {
    const parts = expr.args.map((arg) => partsOf(arg, reader))
    return parts.includes(null) ? null : (parts as (readonly Part[])[]).flat()
  }
  const columns = expr.kind === 'call' && expr.name === 'coalesce' ? expr.args : [expr]
  const names = columns.map((column) => plainColumn(column, reader))
  return names.includes(null) ? null : [{ columns: names as string[] }]
}

function plainColumn(expr: Expr, reader: Reader): string | null {
  if (expr.kind === 'cast' && expr.modifiers.length === 0 && /^(text|varchar)$/.test(expr.to))
    return plainColumn(expr.of, reader)
  if (expr.kind !== 'column') return null
  const type = reader.type(expr)
  const known = type?.shape === 'scalar' && (type.labels !== null || PLAIN.includes(type.base))
  return known ? expr.name : null
}
