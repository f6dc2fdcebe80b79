import type { Expression } from './expression.ts'
import { partsOf } from './parts-of.ts'

/** The columns of the row that an expression looks at, each once. */
export function columnsOf(expression: Expression): string[] {
  const own = expression.kind === 'row' ? [expression.name] : []
  return [...new Set([...own, ...partsOf(expression).flatMap(columnsOf)])]
}
