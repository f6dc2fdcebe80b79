import type { Piece } from './piece.ts'
import { distinctValues, includesValue, valueKey } from './same-value.ts'
import { satisfies } from './satisfies.ts'
import { nudge } from './spans.ts'

/** The piece that accepts exactly what one or the other does; null where no piece can say that. */
export function joinPieces(left: Piece, right: Piece): Piece | null {
  if (implies(left, right)) return right
  if (implies(right, left)) return left
  return (
    joinValues(left, right) ??
    joinSpans(left, right, 'min', 'max') ??
    joinSpans(left, right, 'minLength', 'maxLength') ??
    joinSpans(left, right, 'minItems', 'maxItems') ??
    joinPatterns(left, right)
  )
}

const keysOf = (piece: Piece): string => Object.keys(piece).sort().join()

/** Whether all that `narrow` accepts is accepted by `wide`, as far as is plain to see. */
function implies(narrow: Piece, wide: Piece): boolean {
  if (keysOf(wide) === '') return true
  if (narrow.values?.every((value) => value !== null && satisfies(wide, value) === true)) return true
  return valueKey({ ...(narrow as object) }) === valueKey({ ...(wide as object) })
}

function joinValues(left: Piece, right: Piece): Piece | null {
  const [l, r] = [keysOf(left), keysOf(right)]
  if (l === 'values' && r === 'values')
    return { values: distinctValues([...(left.values ?? []), ...(right.values ?? [])]) }
  if (l === 'excluded' && r === 'excluded')
    return without(left.excluded ?? [], (value) => includesValue(right.excluded ?? [], value))
  if (l === 'values' && r === 'excluded')
    return without(right.excluded ?? [], (value) => !includesValue(left.values ?? [], value))
  if (l === 'excluded' && r === 'values') return joinValues(right, left)
  return null
}

const without = (
  excluded: NonNullable<Piece['excluded']>,
  keep: (value: NonNullable<Piece['excluded']>[number]) => boolean,
): Piece => {
  const left = excluded.filter(keep)
  return left.length === 0 ? {} : { excluded: left }
}

/** Two ranges that touch are one. */
function joinSpans(
  left: Piece,
  right: Piece,
  low: 'min' | 'minLength' | 'minItems',
  high: 'max' | 'maxLength' | 'maxItems',
): Piece | null {
  const only = (piece: Piece) => Object.keys(piece).every((key) => key === low || key === high)
  if (!only(left) || !only(right)) return null
  const [first, second] =
    (left[low] ?? Number.NEGATIVE_INFINITY) <= (right[low] ?? Number.NEGATIVE_INFINITY) ? [left, right] : [right, left]
  // Strict bounds lie a nudge off what they exclude: `x < 5 or x >= 5` leaves nothing out.
  const gap = low === 'min' ? nudge(second[low] ?? 0) : 1
  if ((first[high] ?? Number.POSITIVE_INFINITY) + gap < (second[low] ?? Number.NEGATIVE_INFINITY)) return null
  const top = first[high] === undefined || second[high] === undefined ? undefined : Math.max(first[high], second[high])
  return { ...(first[low] === undefined ? {} : { [low]: first[low] }), ...(top === undefined ? {} : { [high]: top }) }
}

/** Two patterns are one with a choice. */
function joinPatterns(left: Piece, right: Piece): Piece | null {
  const [one, other] = [singlePattern(left), singlePattern(right)]
  if (one === null || other === null || one.caseless !== other.caseless || one.negated || other.negated) return null
  return { patterns: [{ pattern: `(?:${one.pattern})|(?:${other.pattern})`, caseless: one.caseless, negated: false }] }
}

const singlePattern = (piece: Piece) =>
  keysOf(piece) === 'patterns' && piece.patterns?.length === 1 ? (piece.patterns[0] ?? null) : null
