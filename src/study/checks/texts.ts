import type { Expr } from '../sql/expr.ts'
import { quoteRegex } from '../sql/quote-regex.ts'
import { demandAny } from './demand-any.ts'
import { ALWAYS, all, any, type Formula } from './formula.ts'
import { meetPieces } from './meet-pieces.ts'
import { narrowed } from './narrowed.ts'
import type { Piece } from './piece.ts'
import type { Backward, Reader } from './reader.ts'
import { spansOf } from './spans.ts'

/** What is demanded of `lower(x)`, `trim(x)`, `left(x, 1)` …, as a demand on `x`: mostly that the function changes nothing. */
export const TEXT_FUNCTIONS: Readonly<Record<string, Backward>> = {
  btrim: trimmed,
  ltrim: trimmed,
  rtrim: trimmed,
  lower: cased('lower'),
  upper: cased('upper'),
  left: leading,
  substr: fromStart,
  substring: fromStart,
  right: trailing,
  strpos: position,
  position,
  split_part: splitPart,
  regexp_replace: regexpReplace,
  regexp_count: regexpCount,
  translate,
}

/** Written or folded text of a constant argument. */
export function textOf(expr: Expr | undefined): string | null {
  return expr?.kind === 'constant' && typeof expr.value === 'string' ? expr.value : null
}

function numberOf(expr: Expr | undefined): number | null {
  return expr?.kind === 'constant' && typeof expr.value === 'number' ? expr.value : null
}

function trimmed([of, signs]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  if (of === undefined) return null
  if (signs !== undefined && !/^\s*$/.test(textOf(signs) ?? 'x')) return null
  return demandBoth(of, piece, { trimmed: true }, nulls, reader)
}

function cased(letters: 'lower' | 'upper'): Backward {
  return ([of], piece, nulls, reader) => {
    if (of === undefined) return null
    if (reader.type(of)?.shape === 'range') return rangeBound(of, piece, nulls, reader)
    return demandBoth(of, piece, { case: letters }, nulls, reader)
  }
}

/** What is demanded, of texts that the function does not change. */
function demandBoth(of: Expr, piece: Piece, unchanged: Piece, nulls: boolean, reader: Reader): Formula | null {
  const met = meetPieces(piece, unchanged)
  if (met === 'clash') return null
  return narrowed(demandAny(reader, of, met === 'empty' ? [] : [met], nulls))
}

/** `lower(range)` and `upper(range)`: both bounds are kept within. */
function rangeBound(of: Expr, piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const { min, max, minNow, maxNow, values, excluded } = piece
  if (values !== undefined || excluded !== undefined) return null
  const bounds = Object.fromEntries(
    Object.entries({ min, max, minNow, maxNow }).filter(([, bound]) => bound !== undefined),
  )
  return narrowed(reader.demand(of, { ...bounds, bounded: true }, nulls))
}

function leading([of, length]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const count = numberOf(length)
  return of === undefined || count === null || count < 1
    ? null
    : edge(
        of,
        piece,
        nulls,
        reader,
        (word) => ([...word].length === count ? `^${quoteRegex(word)}` : `^${quoteRegex(word)}$`),
        count,
      )
}

function trailing([of, length]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const count = numberOf(length)
  return of === undefined || count === null || count < 1
    ? null
    : edge(
        of,
        piece,
        nulls,
        reader,
        (word) => ([...word].length === count ? `${quoteRegex(word)}$` : `^${quoteRegex(word)}$`),
        count,
      )
}

function fromStart(args: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const [of, start, length] = args
  const pattern = textOf(start)
  if (of !== undefined && pattern !== null && args.length === 2) return matched(of, pattern, piece, nulls, reader)
  return of !== undefined && numberOf(start) === 1 && length !== undefined
    ? leading([of, length], piece, nulls, reader)
    : null
}

/** `substring(x from 'pattern') = x` is not read; that it finds something is. */
function matched(of: Expr, pattern: string, piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  return Object.keys(piece).length === 0 && !nulls
    ? reader.demand(of, { patterns: [{ pattern, caseless: false, negated: false }] }, false)
    : null
}

function edge(
  of: Expr,
  piece: Piece,
  nulls: boolean,
  reader: Reader,
  pattern: (word: string) => string,
  count: number,
): Formula | null {
  const { values, excluded, ...more } = piece
  const words = values ?? excluded
  if (
    words === undefined ||
    Object.keys(more).length > 0 ||
    !words.every((word) => typeof word === 'string' && [...word].length <= count)
  )
    return null
  const patterns = (words as string[]).map((word) => ({
    pattern: pattern(word),
    caseless: false,
    negated: values === undefined,
  }))
  if (values === undefined) return reader.demand(of, { patterns }, nulls)
  return any(patterns.map((one) => reader.demand(of, { patterns: [one] }, nulls)))
}

/** `position('@' in x) > 1`: it is in there, and not at the start. */
function position([of, sought]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const word = textOf(sought)
  const spans = spansOf(piece)
  if (of === undefined || word === null || spans === null) return null
  const inside = { pattern: quoteRegex(word), caseless: false, negated: false }
  const choices = spans.map(({ min = 0, max }): Formula | null => {
    if (max !== undefined && max < 1 && min <= 0)
      return reader.demand(of, { patterns: [{ ...inside, negated: true }] }, nulls)
    if (max !== undefined || min > 2) return null
    if (min <= 0) return reader.demand(of, {}, nulls)
    const first = { pattern: `^${inside.pattern}`, caseless: false, negated: true }
    return reader.demand(of, { patterns: min > 1 ? [inside, first] : [inside] }, nulls)
  })
  return choices.includes(null) ? null : any(choices as Formula[])
}

/** `split_part(x, '@', 2) = 'example.com'`. */
function splitPart([of, sign, place]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const [separator, field] = [textOf(sign), numberOf(place)]
  const { values, ...more } = piece
  if (
    of === undefined ||
    separator?.length !== 1 ||
    field === null ||
    field < 1 ||
    values === undefined ||
    Object.keys(more).length > 0
  )
    return null
  const mark = quoteRegex(separator)
  const before =
    `[^${separator === '^' || separator === ']' || separator === '\\' ? `\\${separator}` : separator}]*${mark}`.repeat(
      field - 1,
    )
  const patterns = values.map((word) => ({
    pattern: `^${before}${quoteRegex(String(word))}(?:${mark}|$)`,
    caseless: false,
    negated: false,
  }))
  return any(patterns.map((one) => reader.demand(of, { patterns: [one] }, nulls)))
}

/** `length(regexp_replace(x, '[^0-9]', '', 'g')) >= 10`: the text is made of nothing but what would be left. */
function regexpReplace(
  [of, pattern, by, flags]: readonly Expr[],
  piece: Piece,
  nulls: boolean,
  reader: Reader,
): Formula | null {
  const kept = complement(textOf(pattern) ?? '')
  if (of === undefined || kept === null || textOf(by) !== '' || textOf(flags) !== 'g') return null
  const { minLength = 0, maxLength, ...more } = piece
  if (Object.keys(more).length > 0) return null
  return narrowed(
    reader.demand(
      of,
      { patterns: [{ pattern: `^${kept}{${minLength},${maxLength ?? ''}}$`, caseless: false, negated: false }] },
      nulls,
    ),
  )
}

/** The class of all signs that a class pattern does not match: of `[^0-9]` and `\D` the digits. */
function complement(pattern: string): string | null {
  const body = pattern.replace(/\+$/, '')
  const negatedClass = /^\[\^((?:[^\]\\]|\\.)+)\]$/.exec(body)?.[1]
  if (negatedClass !== undefined) return `[${negatedClass}]`
  return { '\\D': '\\d', '\\W': '\\w', '\\S': '\\s', '\\s': '\\S', '\\d': '\\D', '\\w': '\\W' }[body] ?? null
}

function regexpCount([of, pattern]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const [source, spans] = [textOf(pattern), spansOf(piece)]
  const [span] = spans ?? []
  if (of === undefined || source === null || span === undefined || spans?.length !== 1) return null
  if (span.max !== undefined && span.max < 1)
    return reader.demand(of, { patterns: [{ pattern: source, caseless: false, negated: true }] }, nulls)
  if (span.max !== undefined || (span.min ?? 0) > 1) return null
  return (span.min ?? 0) <= 0
    ? ALWAYS
    : reader.demand(of, { patterns: [{ pattern: source, caseless: false, negated: false }] }, nulls)
}

/** `translate(x, '0123456789', '') = ''`: nothing but these. */
function translate([of, from, to]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const signs = textOf(from)
  if (of === undefined || !signs || textOf(to) !== '' || piece.values?.length !== 1 || piece.values[0] !== '')
    return null
  const pattern = `^(?:${[...signs].map(quoteRegex).join('|')})*$`
  return all([reader.demand(of, { patterns: [{ pattern, caseless: false, negated: false }] }, nulls)])
}
