import type { Choice, Outcome } from './choice.ts'
import { single } from './choice.ts'
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
  if (formula.kind === 'all') {
    const parts = formula.of.map(understand)
    return { choices: parts.flatMap(({ choices }) => choices), whole: parts.every(({ whole }) => whole) }
  }
  if (formula.kind === 'unknown') return { choices: [], whole: false }
  if (formula.kind === 'accept') return { choices: [acceptChoice(formula)], whole: true }
  if (formula.kind === 'rule') return { choices: [single({ needs: [], rules: [formula.rule] }, true)], whole: true }
  const choices = eitherChoices(formula)
  return { choices: choices ?? [], whole: choices !== null }
}

/** The pieces are all there is when the accept is exact. */
function acceptChoice({ column, nulls, pieces, exact }: Accept): Choice {
  const outcomes =
    pieces.length === 0
      ? [{ needs: [{ column, nulls, piece: null }], rules: [] }]
      : pieces.map((piece): Outcome => ({ needs: [{ column, nulls, piece }], rules: [] }))
  return { outcomes: byWeight(outcomes), complete: exact, narrows: pieces.length > 1 }
}

const byWeight = (outcomes: readonly Outcome[]): readonly Outcome[] =>
  [...outcomes].sort((one, other) => weighOutcome(one) - weighOutcome(other))

function eitherChoices(formula: AnyOf): readonly Choice[] | null {
  if (formula.of.length === 0) return [{ outcomes: [], complete: true, narrows: false }]
  return discriminated(formula.of) ?? clauses(formula) ?? alternatives(formula.of)
}

/** As a conjunction of clauses, each of which a rule says exactly. */
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
function alternatives(parts: readonly Formula[]): readonly Choice[] | null {
  const pairs =
    parts.length > 2 ? parts.flatMap((one, index) => parts.slice(index + 1).map((other) => [one, other])) : []
  const asRules = pairs.flatMap((pair) => {
    const choice = pair.every(({ kind }) => kind === 'accept' || kind === 'rule') ? clauseChoice(pair) : null
    return choice === null || choice.outcomes.length !== 1 ? [] : choice.outcomes
  })
  const understood = parts.map(understand)
  const ways = understood.filter(({ whole }) => whole).flatMap(({ choices }) => products(choices))
  if (ways.length + asRules.length === 0) return null
  const complete =
    understood.every(({ whole, choices }) => whole && choices.every((choice) => choice.complete)) &&
    ways.length < MOST_OUTCOMES
  return [{ outcomes: [...asRules, ...byWeight(ways)].slice(0, MOST_OUTCOMES), complete, narrows: true }]
}

/** One outcome of each choice, in all combinations. */
function products(choices: readonly Choice[]): readonly Outcome[] {
  return choices.reduce<readonly Outcome[]>(
    (found, { outcomes }) =>
      found
        .flatMap((one) =>
          outcomes.map(
            (other): Outcome => ({ needs: [...one.needs, ...other.needs], rules: [...one.rules, ...other.rules] }),
          ),
        )
        .slice(0, MOST_OUTCOMES),
    [{ needs: [], rules: [] }],
  )
}
