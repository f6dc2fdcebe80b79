import type { Expr } from './expr.ts'

/** The expressions that an expression is directly made of. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'constant':
    case 'moment':
    case 'span':
    case 'column':
    case 'growing':
      return []
    case 'field':
    case 'cast':
    case 'not':
    case 'is-null':
    case 'is':
      return [expr.of]
    case 'call':
      return expr.args
    case 'and':
    case 'or':
    case 'unknown':
      return expr.of
    case 'quantified':
      return [expr.left, expr.list]
    case 'array':
    case 'row':
      return expr.items
    case 'case':
      return [...expr.branches.flatMap(({ when, result }) => [when, result]), expr.otherwise]
  }
}
