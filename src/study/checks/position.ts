import type { Rule } from '../../model/study.ts'
import type { Outcome } from './choice.ts'
import { joinTuples } from './join-tuples.ts'
import { possibleValues } from './possible-values.ts'
import type { ColumnType } from './reader.ts'
import { rulesClash } from './rules-clash.ts'
import { type States, withNeeds } from './states.ts'

/** What was taken so far: the states of the columns, and the rules. */
export interface Position {
  readonly states: States
  readonly rules: readonly Rule[]
}

/** The position with one more outcome of a check; null where a column would be left without a value, or rules contradict one another. */
export function withOutcome(
  position: Position,
  outcome: Outcome,
  check: string,
  types: ReadonlyMap<string, ColumnType>,
): Position | null {
  const states = withNeeds(position.states, outcome.needs, types)
  if (states === null) return null
  const universe = (column: string) => possibleValues(states, types, column)
  let rules: readonly Rule[] | null = position.rules
  for (const draft of outcome.rules) {
    if (rulesClash(draft, rules, universe)) return null
    rules = joinTuples(rules, { ...draft, check } as Rule)
    if (rules === null) return null
  }
  return { states, rules }
}
