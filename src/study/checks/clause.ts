import { type Choice, single } from './choice.ts'
import type { Accept, Formula, RuleDraft } from './formula.ts'
import { presenceOf, valueSet } from './value-set.ts'

/** A clause (one of these must hold) that a rule says; null for others. */
export function clauseChoice(literals: readonly Formula[]): Choice | null {
  const [only, another] = literals
  if (only?.kind === 'rule' && another === undefined) return single([], [only.rule], true)
  if (!literals.every((literal): literal is Accept => literal.kind === 'accept')) return null
  const exact = literals.every((literal) => literal.exact)
  const counted = ofPresences(literals)
  if (counted !== null) return single([], [counted], exact)
  const [one, other] = literals
  if (one === undefined || other === undefined || literals.length > 2) return null
  const rule = implication(one, other)
  return rule === null ? (withValues(one, other) ?? withValues(other, one)) : single([], [rule], exact)
}

/**
 * `kind <> 'sale' or price > 0`, where the price must be there as well: its presence follows from the kind; its values are kept within the
 * bounds in all rows.
 */
function withValues(when: Accept, then: Accept): Choice | null {
  const [piece, another] = then.pieces
  if (then.nulls || piece === undefined || another !== undefined) return null
  const rule = implication(when, { ...then, pieces: [{}] })
  if (rule === null) return null
  return {
    outcomes: [{ needs: [{ column: then.column, nulls: true, piece }], rules: [rule], narrows: true }],
    complete: false,
  }
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
function implication(one: Accept, other: Accept): RuleDraft | null {
  const [when, then] = presenceOf(other) !== null ? [one, other] : [other, one]
  const wanted = presenceOf(then)
  const set = valueSet(when)
  if (wanted === null || set === null) return null
  // Of two presences the one that must follow is that which must be there.
  if (wanted === 'null' && presenceOf(when) === 'not-null') return implication(then, when)
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
