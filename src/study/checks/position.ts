import type { Outcome } from './choice.ts'
import type { RuleDraft } from './formula.ts'
import { possibleValues } from './possible-values.ts'
import type { ColumnType } from './reader.ts'
import { rulesClash } from './rules-clash.ts'
import { type States, withNeeds } from './states.ts'

/** What was taken so far: the states of the columns, and the rules. */
export interface Position {
  readonly states: States
  readonly rules: readonly RuleDraft[]
}

/** The position with one more outcome; null where a column would be left without a value, or rules contradict one another. */
export function withOutcome(
  position: Position,
  outcome: Outcome,
  types: ReadonlyMap<string, ColumnType>,
): Position | null {
  const states = withNeeds(position.states, outcome.needs, types)
  if (states === null) return null
  const universe = (column: string) => possibleValues(states, types, column)
  let { rules } = position
  for (const rule of outcome.rules) {
    if (rulesClash(rule, rules, universe)) return null
    rules = [...rules, rule]
  }
  return { states, rules }
}
