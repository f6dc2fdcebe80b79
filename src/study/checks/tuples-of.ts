import type { Value } from '../../model/value.ts'
import type { Formula, RuleDraft } from './formula.ts'
import type { Universe } from './merge-rules.ts'
import { satisfies } from './satisfies.ts'

const MOST_TUPLES = 500

/**
 * The combinations of values that a formula accepts, where each of its columns has few of them; null where it has not, or where the formula says
 * more than values can. Combinations without NULL are preferred.
 */
export function tuplesOf(formula: Formula, universe: Universe): RuleDraft | null {
  const columns = columnsIn(formula)
  if (columns === null || columns.length < 2) return null
  const values = columns.map((column) => universe(column))
  if (values.includes(null)) return null
  const size = (values as (readonly Value[])[]).reduce((product, list) => product * list.length, 1)
  if (size > MOST_TUPLES * 4) return null
  const all = (values as (readonly Value[])[]).reduce<readonly (readonly Value[])[]>(
    (found, list) => found.flatMap((tuple) => list.map((value) => [...tuple, value])),
    [[]],
  )
  const verdicts = all.map((tuple) => holds(formula, new Map(columns.map((column, at) => [column, tuple[at] ?? null]))))
  if (verdicts.includes(null)) return null
  const accepted = all.filter((_, at) => verdicts[at])
  const given = accepted.filter((tuple) => !tuple.includes(null))
  const tuples = given.length > 0 ? given : accepted
  return tuples.length === 0 || tuples.length > MOST_TUPLES ? null : { kind: 'tuples', columns, tuples }
}

/** Each once; null where rules or unknown parts take part. */
function columnsIn(formula: Formula): readonly string[] | null {
  if (formula.kind === 'accept') return [formula.column]
  if (formula.kind === 'rule' || formula.kind === 'unknown') return null
  const parts = formula.of.map(columnsIn)
  return parts.includes(null) ? null : [...new Set((parts as string[][]).flat())]
}

/** Null: cannot be told. */
function holds(formula: Formula, row: ReadonlyMap<string, Value>): boolean | null {
  if (formula.kind === 'accept') {
    const value = row.get(formula.column) ?? null
    if (value === null) return formula.nulls
    return either(formula.pieces.map((piece) => satisfies(piece, value)))
  }
  if (formula.kind === 'all') {
    const verdicts = formula.of.map((one) => holds(one, row))
    return verdicts.includes(false) ? false : verdicts.includes(null) ? null : true
  }
  return formula.kind === 'any' ? either(formula.of.map((one) => holds(one, row))) : null
}

const either = (verdicts: readonly (boolean | null)[]): boolean | null =>
  verdicts.includes(true) ? true : verdicts.includes(null) ? null : false
