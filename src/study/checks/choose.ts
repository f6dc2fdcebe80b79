import type { Choice, Outcome } from './choice.ts'
import { type Position, withOutcome } from './position.ts'
import { possibleValues } from './possible-values.ts'
import type { ColumnType } from './reader.ts'
import { reconcile } from './reconcile.ts'
import { type States, withNeeds } from './states.ts'
import { tuplesOf } from './tuples-of.ts'

/** A demand of a check, to be met in one of its ways. */
export interface Demand {
  readonly check: string
  readonly choice: Choice
}

export interface Chosen {
  readonly states: States
  /** Rules that were taken, with the checks that they come from. */
  readonly rules: Position['rules']
  readonly taken: readonly Taken[]
  /** Demands that fit with none of the others' ways. `impossible`: not even with those that leave no choice. */
  readonly unmet: readonly Unmet[]
  /** Nothing was left to choose, and nothing narrowed: a contradiction is one of the checks themselves. */
  readonly certain: boolean
}

interface Taken {
  readonly check: string
  readonly outcome: Outcome
}

interface Unmet {
  readonly check: string
  readonly impossible: boolean
}

type ColumnTypes = ReadonlyMap<string, ColumnType>

/** What some of the demands led to. */
interface Way {
  readonly position: Position
  readonly taken: readonly Taken[]
  readonly unmet: readonly Unmet[]
}

const MOST_STEPS = 4000

/**
 * Takes one outcome of every demand so that each column is left with values. What leaves no choice goes first; then ways are tried in order, with
 * backtracking; where nothing fits, demands are given up one by one.
 */
export function choose(base: States, demands: readonly Demand[], types: ColumnTypes): Chosen {
  const forced = demands.filter(({ choice }) => choice.outcomes.length <= 1)
  const open = demands.filter(({ choice }) => choice.outcomes.length > 1)
  const first = takeForced({ states: base, rules: [] }, forced, types)
  const listed = open.map((demand) => withTuples(demand, first.position.states, types))
  const rest =
    open.length === 0
      ? { position: first.position, taken: [], unmet: [] }
      : (search(first.position, listed, types) ?? giveUp(first.position, listed, types))
  return {
    states: rest.position.states,
    rules: rest.position.rules,
    taken: [...first.taken, ...rest.taken],
    unmet: [...first.unmet, ...rest.unmet],
    certain: demands.every(({ choice }) => choice.complete && choice.outcomes.length <= 1),
  }
}

/** Where all columns of a demand have few values, the tuples of them that it accepts say it without loss. */
function withTuples(demand: Demand, states: States, types: ColumnTypes): Demand {
  const { formula, outcomes, complete } = demand.choice
  if (formula === undefined || outcomes[0]?.narrows === false) return demand
  const rule = tuplesOf(formula, (column) => possibleValues(states, types, column))
  if (rule === null) return demand
  return { ...demand, choice: { outcomes: [{ needs: [], rules: [rule], narrows: false }, ...outcomes], complete } }
}

/** Complete demands before narrowed ones, so that a contradiction is laid to what is certain. */
function takeForced(base: Position, demands: readonly Demand[], types: ColumnTypes): Way {
  let position = base
  const taken: Taken[] = []
  const unmet: Unmet[] = []
  let certain = true
  const sorted = demands.toSorted((one, other) => Number(other.choice.complete) - Number(one.choice.complete))
  for (const { check, choice } of sorted) {
    certain &&= choice.complete
    const [outcome] = choice.outcomes
    const next = outcome === undefined ? null : withOutcome(position, outcome, check, types)
    // Rules that contradict one another leave rows with NULLs; a column without a value leaves none.
    const empty = outcome === undefined || withNeeds(position.states, outcome.needs, types) === null
    if (next === null || outcome === undefined) unmet.push({ check, impossible: certain && empty })
    else {
      position = next
      taken.push({ check, outcome })
    }
  }
  return { position, taken, unmet }
}

/** One way through all demands; null when there is none, or too much to try. */
function search(base: Position, demands: readonly Demand[], types: ColumnTypes): Way | null {
  let steps = 0
  const from = (position: Position, index: number): Way | null => {
    const demand = demands[index]
    if (demand === undefined) return isTenable(position, types) ? { position, taken: [], unmet: [] } : null
    for (const outcome of demand.choice.outcomes) {
      steps += 1
      if (steps > MOST_STEPS) return null
      const next = withOutcome(position, outcome, demand.check, types)
      const rest = next === null ? null : from(next, index + 1)
      if (rest !== null) return { ...rest, taken: [{ check: demand.check, outcome }, ...rest.taken] }
    }
    return null
  }
  return from(base, 0)
}

/** Rules and columns go together. */
function isTenable({ states, rules }: Position, types: ColumnTypes): boolean {
  return reconcile(states, rules, types).impossible.length === 0
}

function giveUp(base: Position, demands: readonly Demand[], types: ColumnTypes): Way {
  let position = base
  const taken: Taken[] = []
  const unmet: Unmet[] = []
  for (const { check, choice } of demands) {
    const before = position
    const outcome = choice.outcomes.find((one) => withOutcome(before, one, check, types) !== null)
    const next = outcome === undefined ? null : withOutcome(before, outcome, check, types)
    if (next === null || outcome === undefined) unmet.push({ check, impossible: false })
    else {
      position = next
      taken.push({ check, outcome })
    }
  }
  return { position, taken, unmet }
}
