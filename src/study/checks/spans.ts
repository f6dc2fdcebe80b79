import type { Piece } from './piece.ts'

/** An inclusive range of numbers; an absent bound is none. */
export interface NumberSpan {
  readonly min?: number
  readonly max?: number
}

/** The smallest step that strict bounds move by, where a type has no step of its own: a millionth, or what a double can tell apart. */
export function nudge(value: number): number {
  return Math.max(1e-6, Math.abs(value) * 2 ** -40)
}

/** A piece over numbers as ranges, any of which will do; null where it says more than ranges can (steps, moving bounds). */
export function spansOf(piece: Piece): readonly NumberSpan[] | null {
  const { values, excluded, min, max, ...more } = piece
  if (Object.keys(more).length > 0) return null
  if (values !== undefined)
    return values.every((value) => typeof value === 'number')
      ? values.map((value) => ({ min: value, max: value }))
      : null
  const bounds = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
  return (excluded ?? []).reduce<readonly NumberSpan[] | null>(
    (spans, value) => (typeof value === 'number' && spans !== null ? spans.flatMap((span) => cut(span, value)) : null),
    [bounds],
  )
}

function cut(span: NumberSpan, value: number): readonly NumberSpan[] {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = span
  if (value < min || value > max) return [span]
  const below = value - nudge(value)
  const above = value + nudge(value)
  return [...(below >= min ? [{ ...span, max: below }] : []), ...(above <= max ? [{ ...span, min: above }] : [])]
}

/** A range of counts (lengths, items): whole numbers from 0; null when no count is in it. */
export function wholeSpan({ min, max }: NumberSpan): NumberSpan | null {
  const low = min === undefined ? 0 : Math.max(0, Math.ceil(min - 1e-9))
  const high = max === undefined ? undefined : Math.floor(max + 1e-9)
  if (high !== undefined && high < low) return null
  return { ...(low === 0 ? {} : { min: low }), ...(high === undefined ? {} : { max: high }) }
}
