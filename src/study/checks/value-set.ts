import type { Value } from '../../model/value.ts'
import type { Accept } from './formula.ts'

/** A set of values, NULL among them as null; `not`: all but these. */
export interface ValueSet {
  readonly values: readonly Value[]
  readonly not: boolean
}

/** The values that an accept lets pass, as a list or the complement of one; null where it is neither. */
export function valueSet({ nulls, pieces }: Accept): ValueSet | null {
  const [piece, another] = pieces
  if (another !== undefined) return null
  if (piece === undefined) return { values: [null], not: false }
  const { values, excluded, ...more } = piece
  if (Object.keys(more).length > 0 || (values !== undefined && excluded !== undefined)) return null
  if (values !== undefined) return { values: nulls ? [...values, null] : values, not: false }
  return { values: nulls ? (excluded ?? []) : [...(excluded ?? []), null], not: true }
}

/** An accept that only asks whether there is a value; null when it asks more. */
export function presenceOf({ nulls, pieces }: Accept): 'null' | 'not-null' | null {
  if (pieces.length === 0) return nulls ? 'null' : null
  return !nulls && pieces.length === 1 && pieces[0] !== undefined && Object.keys(pieces[0]).length === 0
    ? 'not-null'
    : null
}
