import type { Expr } from '../sql/expr.ts'
import { NUMBERS } from './families.ts'
import type { RuleDraft } from './formula.ts'
import type { Reader } from './reader.ts'

/** `total = quantity * price`, rounded or not, either side; null where it is something else. */
export function productRule(left: Expr, right: Expr, reader: Reader): RuleDraft | null {
  const [target, value] = left.kind === 'column' ? [left, right] : [right, left]
  if (target.kind !== 'column') return null
  const scale = roundingOf(value)
  const factors = factorsOf(
    scale === null ? value : ((value as Extract<Expr, { kind: 'call' }>).args[0] as Expr),
    reader,
  )
  if (factors === null || factors.length < 2 || factors.includes(target.name)) return null
  return { kind: 'product', target: target.name, factors, scale }
}

function roundingOf(expr: Expr): number | null {
  if (expr.kind !== 'call' || expr.name !== 'round') return null
  const [, digits] = expr.args
  if (digits === undefined) return 0
  return digits.kind === 'constant' && typeof digits.value === 'number' ? digits.value : null
}

function factorsOf(expr: Expr, reader: Reader): readonly string[] | null {
  if (expr.kind === 'column') return NUMBERS.includes(reader.type(expr)?.base ?? '') ? [expr.name] : null
  if (expr.kind === 'cast' && expr.modifiers.length === 0 && expr.to === 'numeric') return factorsOf(expr.of, reader)
  if (expr.kind !== 'call' || expr.name !== '*') return null
  const parts = expr.args.map((arg) => factorsOf(arg, reader))
  return parts.includes(null) ? null : (parts as string[][]).flat()
}
