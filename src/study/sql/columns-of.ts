import type { Expr } from './expr.ts'
import { partsOf } from './parts-of.ts'

/** The columns that an expression speaks of, each once, in the order in which they appear. */
export function columnsOf(expr: Expr): readonly string[] {
  if (expr.kind === 'column') return [expr.name]
  return [...new Set(partsOf(expr).flatMap(columnsOf))]
}
