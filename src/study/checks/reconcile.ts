import type { Rule } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import type { Need } from './choice.ts'
import { mergeRules } from './merge-rules.ts'
import { possibleValues } from './possible-values.ts'
import type { ColumnType } from './reader.ts'
import { includesValue } from './same-value.ts'
import { type States, withNeeds } from './states.ts'

export interface Reconciled {
  readonly states: States
  readonly rules: readonly Rule[]
  /** Checks whose rules contradict what the columns may hold. */
  readonly impossible: readonly string[]
}

const MOST_ROUNDS = 10

/** Brings rules and columns together: a rule over a column that is never (or always) NULL becomes a need of another, or falls away. */
export function reconcile(base: States, rules: readonly Rule[], types: ReadonlyMap<string, ColumnType>): Reconciled {
  let states = base
  let left = rules
  const impossible: string[] = []
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const known = states
    const results = left.map((rule) => ({ rule, result: simplify(rule, known, types) }))
    if (results.every(({ result }) => result === null)) break
    left = results.flatMap(({ rule, result }) =>
      result === null ? [rule] : result === 'impossible' ? [] : result.rules,
    )
    for (const { rule, result } of results) {
      if (result === null) continue
      const next = result === 'impossible' ? null : withNeeds(states, result.needs, types)
      if (next === null) impossible.push(rule.check)
      else states = next
    }
  }
  return {
    states,
    rules: mergeRules(left, (column) => possibleValues(states, types, column), [...types.keys()]),
    impossible: [...new Set(impossible)],
  }
}

/** Null: stays as it is. */
type Simplified = { readonly needs: readonly Need[]; readonly rules: readonly Rule[] } | 'impossible' | null

function simplify(rule: Rule, states: States, types: ReadonlyMap<string, ColumnType>): Simplified {
  switch (rule.kind) {
    case 'presence':
      return simplifyPresence(rule, states, types)
    case 'present':
      return simplifyPresent(rule, states)
    case 'together':
      return simplifyTogether(rule, states)
    case 'tuples':
      return simplifyTuples(rule, states, types)
    default:
      return null
  }
}

const isAlwaysNull = (states: States, column: string): boolean => states.get(column)?.piece === null
const isNeverNull = (states: States, column: string): boolean => states.get(column)?.nulls === false

const need = (column: string, isNull: boolean): Need =>
  isNull ? { column, nulls: true, piece: null } : { column, nulls: false, piece: {} }

function simplifyPresence(
  rule: Extract<Rule, { kind: 'presence' }>,
  states: States,
  types: ReadonlyMap<string, ColumnType>,
): Simplified {
  const matches = (value: Value) => includesValue(rule.values, value) !== rule.not
  const onlyNulls = rule.values.every((value) => value === null)
  const values = possibleValues(states, types, rule.when) ?? (onlyNulls ? nullness(states, rule.when) : null)
  const some = values?.some(matches)
  const every = values?.every(matches)
  if (values !== null && every) return { needs: [need(rule.column, rule.null)], rules: [] }
  if (values !== null && some === false) return { needs: rule.only ? [need(rule.column, !rule.null)] : [], rules: [] }
  const cannot = rule.null ? isNeverNull(states, rule.column) : isAlwaysNull(states, rule.column)
  const cannotOtherwise =
    rule.only && (rule.null ? isAlwaysNull(states, rule.column) : isNeverNull(states, rule.column))
  if (cannot) return { needs: [inSet(rule, !rule.not)], rules: [] }
  if (cannotOtherwise) return { needs: [inSet(rule, rule.not)], rules: [] }
  const always = rule.null ? isAlwaysNull(states, rule.column) : isNeverNull(states, rule.column)
  return always && !rule.only ? { needs: [], rules: [] } : null
}

/** Whether it is there at all, in the two values that a rule over `[null]` tells apart. */
function nullness(states: States, column: string): readonly Value[] | null {
  if (isNeverNull(states, column)) return [true]
  return isAlwaysNull(states, column) ? [null] : null
}

/** `when` is one of the values, or none of them. */
function inSet({ when, values }: Extract<Rule, { kind: 'presence' }>, excluded: boolean): Need {
  const listed = values.filter((value) => value !== null)
  const holdsNull = includesValue(values, null)
  if (!excluded) return { column: when, nulls: holdsNull, piece: listed.length === 0 ? null : { values: listed } }
  return { column: when, nulls: !holdsNull, piece: listed.length === 0 ? {} : { excluded: listed } }
}

function simplifyPresent(rule: Extract<Rule, { kind: 'present' }>, states: States): Simplified {
  const open = rule.columns.filter((column) => !isNeverNull(states, column) && !isAlwaysNull(states, column))
  const fixed = rule.columns.filter((column) => isNeverNull(states, column)).length
  const [min, max] = [Math.max(0, rule.min - fixed), Math.min(open.length, rule.max - fixed)]
  if (max < 0 || min > open.length) return 'impossible'
  if (min === 0 && max === open.length) return { needs: [], rules: [] }
  if (max === 0) return { needs: open.map((column) => need(column, true)), rules: [] }
  if (min === open.length) return { needs: open.map((column) => need(column, false)), rules: [] }
  return open.length === rule.columns.length ? null : { needs: [], rules: [{ ...rule, columns: open, min, max }] }
}

function simplifyTogether(rule: Extract<Rule, { kind: 'together' }>, states: States): Simplified {
  const [there, missing] = [
    rule.columns.some((column) => isNeverNull(states, column)),
    rule.columns.some((column) => isAlwaysNull(states, column)),
  ]
  if (there && missing) return 'impossible'
  return there || missing ? { needs: rule.columns.map((column) => need(column, missing)), rules: [] } : null
}

/** Tuples of values that the columns no longer take fall away. */
function simplifyTuples(
  rule: Extract<Rule, { kind: 'tuples' }>,
  states: States,
  types: ReadonlyMap<string, ColumnType>,
): Simplified {
  const values = rule.columns.map((column) => possibleValues(states, types, column))
  const tuples = rule.tuples.filter((tuple) =>
    tuple.every((value, at) => values[at] === null || values[at] === undefined || includesValue(values[at], value)),
  )
  if (tuples.length === 0) return 'impossible'
  return tuples.length === rule.tuples.length ? null : { needs: [], rules: [{ ...rule, tuples }] }
}
