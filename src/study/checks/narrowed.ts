import type { Formula } from './formula.ts'

/** Marks that less is accepted than the check would. */
export function narrowed(formula: Formula): Formula {
  switch (formula.kind) {
    case 'accept':
      return { ...formula, exact: false }
    case 'all':
    case 'any':
      return { kind: formula.kind, of: formula.of.map(narrowed) }
    default:
      return formula
  }
}
