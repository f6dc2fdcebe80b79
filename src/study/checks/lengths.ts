import type { Expr } from '../sql/expr.ts'
import { demandAny } from './demand-any.ts'
import { TEXTS } from './families.ts'
import type { Piece } from './piece.ts'
import type { Backward, Reader } from './reader.ts'
import { type NumberSpan, spansOf, wholeSpan } from './spans.ts'

/** `char_length(x) <= 20`, `octet_length(x) = 16`, `bit_length(x) <= 64`. */
export const LENGTHS: Readonly<Record<string, Backward>> = {
  char_length: lengthOf(characters),
  character_length: lengthOf(characters),
  length: lengthOf(characters),
  octet_length: lengthOf(bytes),
  bit_length: lengthOf((span, base) => bytes(divided(span, 8), base)),
  pg_column_size: lengthOf((span, base) =>
    TEXTS.includes(base) && span.max !== undefined && span.min === undefined
      ? { maxBytes: Math.max(0, span.max - 4) }
      : null,
  ),
}

/** Null: the length of such a type is not known to the domain. */
type Measure = (span: NumberSpan, base: string) => Piece | null

function lengthOf(measure: Measure): Backward {
  return (args, piece, nulls, reader) => {
    const [of] = args
    if (of === undefined || args.length !== 1) return null
    const spans = spansOf(piece)
    const base = baseOf(of, reader)
    if (spans === null || base === null) return null
    const pieces = spans
      .map(wholeSpan)
      .filter((span) => span !== null)
      .map((span) => measure(span, base))
    return pieces.includes(null) ? null : demandAny(reader, of, pieces as Piece[], nulls)
  }
}

const MEASURED: readonly string[] = [...TEXTS, 'bytea', 'bit', 'varbit', 'json', 'jsonb']

function baseOf(of: Expr, reader: Reader): string | null {
  const type = reader.type(of)
  if (type === null) return 'text'
  return type.shape === 'scalar' && MEASURED.includes(type.base) ? type.base : null
}

function characters({ min, max }: NumberSpan): Piece {
  return { ...(min === undefined ? {} : { minLength: min }), ...(max === undefined ? {} : { maxLength: max }) }
}

/** As many characters make at least as many bytes. */
function bytes(span: NumberSpan, base: string): Piece | null {
  if (base === 'bit' || base === 'varbit')
    return characters({
      ...(span.min === undefined ? {} : { min: span.min * 8 - 7 }),
      ...(span.max === undefined ? {} : { max: span.max * 8 }),
    })
  const { min, max } = span
  const exact = min !== undefined && min === max ? { exactBytes: min } : {}
  // With one byte to a character the two lengths are one.
  if (base === 'bytea' || exact.exactBytes !== undefined) return { ...characters(span), ...exact }
  return { ...(min === undefined ? {} : { minLength: min }), ...(max === undefined ? {} : { maxBytes: max }) }
}

function divided({ min, max }: NumberSpan, by: number): NumberSpan {
  return {
    ...(min === undefined ? {} : { min: Math.ceil(min / by) }),
    ...(max === undefined ? {} : { max: Math.floor(max / by) }),
  }
}
