import { type Choice, type Outcome, single } from './choice.ts'
import { clauseChoice } from './clause.ts'
import { discriminated } from './discriminator.ts'
import { type Accept, type AnyOf, any, type Formula, isAlways } from './formula.ts'
import { toClauses } from './to-clauses.ts'
import { weighOutcome } from './weigh-outcome.ts'

export interface Understanding {
  readonly choices: readonly Choice[]
  /** False: a part of it was not understood. */
  readonly whole: boolean
}

const MOST_OUTCOMES = 200

/** Turns what a check demands into choices between ways to meet it: its parts that are joined by AND, one after the other. */
export function understand(formula: Formula): Understanding {
  switch (formula.kind) {
    case 'all': {
      const parts = formula.of.map(understand)
      return { choices: parts.flatMap(({ choices }) => choices), whole: parts.every(({ whole }) => whole) }
    }
    case 'unknown':
      return { choices: [], whole: false }
    case 'accept':
      return { choices: [acceptChoice(formula)], whole: true }
    case 'rule':
      return { choices: [single([], [formula.rule], true)], whole: true }
    case 'any': {
      const choices = eitherChoices(formula)
      return { choices: choices ?? [], whole: choices !== null }
    }
  }
}

/** The pieces are all there is when the accept is exact. */
function acceptChoice({ column, nulls, pieces, exact }: Accept): Choice {
  const all = pieces.length === 0 ? [null] : pieces
  const outcomes = all.map(
    (piece): Outcome => ({ needs: [{ column, nulls, piece }], rules: [], narrows: all.length > 1 }),
  )
  return { outcomes: byWeight(outcomes), complete: exact }
}

const byWeight = (outcomes: readonly Outcome[]): readonly Outcome[] =>
  outcomes.toSorted((one, other) => weighOutcome(one) - weighOutcome(other))

/** Exactly by rules, if that can be said; else the best of several ways, each of which does. */
function eitherChoices(formula: AnyOf): readonly Choice[] | null {
  if (formula.of.length === 0) return [{ outcomes: [], complete: true }]
  const told = discriminated(formula.of)
  const exact = told === null ? clauses(formula) : null
  if (exact?.every(({ outcomes }) => outcomes.length === 1 && outcomes[0]?.narrows === false)) return exact
  const joined = exact === null ? [] : products(exact).slice(0, 1)
  const others = alternatives(formula.of)
  const outcomes = [...(told === null ? [] : [told]), ...joined, ...others.outcomes].slice(0, MOST_OUTCOMES)
  return outcomes.length === 0 ? null : [{ outcomes, complete: others.complete, formula }]
}

/** As a conjunction of clauses, each of which is said by a rule. */
function clauses(formula: AnyOf): readonly Choice[] | null {
  const found = toClauses(formula)?.map((clause) => {
    const merged = any(clause)
    if (isAlways(merged)) return []
    if (merged.kind === 'accept') return [acceptChoice(merged)]
    const choice = clauseChoice(merged.kind === 'any' ? merged.of : [merged])
    return choice === null ? null : [choice]
  })
  return found === undefined || found.includes(null) ? null : (found as Choice[][]).flat()
}

/** One of the parts is taken for all rows; two of them together, where a rule can say that. */
function alternatives(parts: readonly Formula[]): Choice {
  const pairs = parts.length > 2 ? parts.flatMap((one, at) => parts.slice(at + 1).map((other) => [one, other])) : []
  const asRules = pairs.flatMap((pair) => {
    const choice = pair.every(({ kind }) => kind === 'accept' || kind === 'rule') ? clauseChoice(pair) : null
    return choice === null ? [] : choice.outcomes
  })
  const understood = parts.map(understand)
  const ways = understood.filter(({ whole }) => whole).flatMap(({ choices }) => products(choices))
  const complete =
    understood.every(({ whole, choices }) => whole && choices.every((choice) => choice.complete)) &&
    ways.length < MOST_OUTCOMES
  const outcomes = [...asRules, ...byWeight(ways)].map((outcome) => ({ ...outcome, narrows: true }))
  return { outcomes, complete }
}

/** One outcome of each choice, in all combinations. */
function products(choices: readonly Choice[]): readonly Outcome[] {
  return choices.reduce<readonly Outcome[]>(
    (found, { outcomes }) => found.flatMap((one) => outcomes.map((other) => both(one, other))).slice(0, MOST_OUTCOMES),
    [{ needs: [], rules: [], narrows: false }],
  )
}

const both = (one: Outcome, other: Outcome): Outcome => ({
  needs: [...one.needs, ...other.needs],
  rules: [...one.rules, ...other.rules],
  narrows: one.narrows || other.narrows,
})
