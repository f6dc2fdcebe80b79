import type { Rule } from '../../model/study.ts'
import { valueKey } from './same-value.ts'

type Tuples = Extract<Rule, { kind: 'tuples' }>

const MOST_TUPLES = 500

/** The rules with one more; lists of tuples that share a column become one list. Null where no tuple is left, or too many are. */
export function joinTuples(rules: readonly Rule[], rule: Rule): readonly Rule[] | null {
  if (rule.kind !== 'tuples') return [...rules, rule]
  const other = rules.find(
    (one): one is Tuples => one.kind === 'tuples' && one.columns.some((column) => rule.columns.includes(column)),
  )
  if (other === undefined) return [...rules, rule]
  const joined = natural(other, rule)
  if (joined.tuples.length === 0 || joined.tuples.length > MOST_TUPLES) return null
  return joinTuples(
    rules.filter((one) => one !== other),
    joined,
  )
}

/** The natural join: tuples that agree in the columns that both have. */
function natural(left: Tuples, right: Tuples): Tuples {
  const shared = left.columns.filter((column) => right.columns.includes(column))
  const more = right.columns.filter((column) => !left.columns.includes(column))
  const at = ({ columns }: Tuples, tuple: Tuples['tuples'][number], column: string) =>
    tuple[columns.indexOf(column)] ?? null
  const agree = (one: Tuples['tuples'][number], other: Tuples['tuples'][number]) =>
    shared.every((column) => valueKey(at(left, one, column)) === valueKey(at(right, other, column)))
  const tuples = left.tuples.flatMap((one) =>
    right.tuples
      .filter((other) => agree(one, other))
      .map((other) => [...one, ...more.map((column) => at(right, other, column))]),
  )
  return { ...left, columns: [...left.columns, ...more], tuples }
}
