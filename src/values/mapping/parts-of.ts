import type { Expression } from './expression.ts'

/** The expressions that an expression holds directly. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'path':
    case 'row':
    case 'drawn':
      return []
    case 'list':
      return expression.items
    case 'object':
      return expression.entries.map(([, value]) => value)
    case 'part':
      return [expression.of]
    case 'either':
      return expression.ways
    case 'call':
      return expression.arguments
  }
}
