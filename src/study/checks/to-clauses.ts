import { type Accept, any, type Formula, type RuleLeaf } from './formula.ts'

export type Literal = Accept | RuleLeaf

const MOST_CLAUSES = 64

/** The formula as clauses (conjunctive normal form), each a list of which one must hold; null when there are too many, or unknown parts. */
export function toClauses(formula: Formula): readonly (readonly Literal[])[] | null {
  switch (formula.kind) {
    case 'unknown':
      return null
    case 'accept':
    case 'rule':
      return [[formula]]
    case 'all': {
      const parts = formula.of.map(toClauses)
      return parts.includes(null) ? null : (parts as Literal[][][]).flat()
    }
    case 'any': {
      let clauses: readonly (readonly Literal[])[] = [[]]
      for (const one of formula.of) {
        const more = toClauses(one)
        if (more === null || clauses.length * more.length > MOST_CLAUSES) return null
        clauses = clauses.flatMap((clause) => more.map((other) => merged([...clause, ...other])))
      }
      return clauses
    }
  }
}

/** What is said of one column is brought together; a rule that NULL fulfils needs no mention of that NULL. */
function merged(clause: readonly Literal[]): readonly Literal[] {
  const strict = clause.flatMap((literal) => (literal.kind === 'rule' ? literal.strict : []))
  const needed = clause.filter(
    (literal) => literal.kind === 'rule' || literal.pieces.length > 0 || !strict.includes(literal.column),
  )
  const whole = any(needed)
  // A clause that always holds is kept as it is here and dropped by who reads it.
  return whole.kind === 'any' && whole.of.length > 0
    ? (whole.of as Literal[])
    : whole.kind === 'accept' || whole.kind === 'rule'
      ? [whole]
      : needed
}
