import { type Choice, single } from './choice.ts'
import type { Accept, Formula, RuleDraft } from './formula.ts'
import { presenceOf, valueSet } from './value-set.ts'

/** A clause (one of these must hold) that a rule says exactly; null for others. */
export function clauseChoice(literals: readonly Formula[]): Choice | null {
  const [only, another] = literals
  if (only?.kind === 'rule' && another === undefined) return single({ needs: [], rules: [only.rule] }, true)
  if (!literals.every((literal): literal is Accept => literal.kind === 'accept')) return null
  const rule = ofPresences(literals) ?? (literals.length === 2 ? implication(literals as [Accept, Accept]) : null)
  return rule === null
    ? null
    : single(
        { needs: [], rules: [rule] },
        literals.every(({ exact }) => exact),
      )
}

/** At least one has a value; not all have. */
function ofPresences(literals: readonly Accept[]): RuleDraft | null {
  const kinds = new Set(literals.map(presenceOf))
  const columns = literals.map(({ column }) => column)
  if (kinds.size !== 1 || columns.length < 2) return null
  if (kinds.has('not-null')) return { kind: 'present', columns, min: 1, max: columns.length }
  return kinds.has('null') ? { kind: 'present', columns, min: 0, max: columns.length - 1 } : null
}

/** `status <> 'done' or finished_at is not null`: the column on the right must be there unless the left is so. */
function implication([one, other]: readonly [Accept, Accept]): RuleDraft | null {
  const [when, then] = presenceOf(other) !== null ? [one, other] : [other, one]
  const wanted = presenceOf(then)
  const set = valueSet(when)
  if (wanted === null || set === null) return null
  // Of two presences the one that must follow is that which must be there.
  if (wanted === 'null' && presenceOf(when) === 'not-null') return implication([then, when])
  return {
    kind: 'presence',
    column: then.column,
    null: wanted === 'null',
    when: when.column,
    values: set.values,
    not: !set.not,
    only: false,
  }
}
