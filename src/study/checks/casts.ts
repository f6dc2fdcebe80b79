import type { Value } from '../../model/value.ts'
import { DAY } from '../sql/calendar.ts'
import type { Cast } from '../sql/expr.ts'
import { demandAny } from './demand-any.ts'
import { INSTANTS, INTEGERS, JSONS, NUMBERS, TEXTS } from './families.ts'
import { any, type Formula } from './formula.ts'
import { narrowed } from './narrowed.ts'
import type { Piece } from './piece.ts'
import type { ColumnType, Reader } from './reader.ts'
import { satisfies } from './satisfies.ts'
import { nudge, spansOf } from './spans.ts'

/** Reads a demand on a cast value back onto the value itself; null where the cast loses too much. */
export function demandCast(cast: Cast, piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const from = reader.type(cast.of)
  const to = reader.type(cast)
  if (from === null || to === null) return null
  if (from.shape !== to.shape) return null
  if (from.shape === 'array') return castItems(cast, from, to, piece, nulls, reader)
  if (from.shape !== 'scalar') return from.base === to.base ? reader.demand(cast.of, piece, nulls) : null
  if (TEXTS.includes(to.base)) return toText(cast, from, piece, nulls, reader)
  if (NUMBERS.includes(to.base)) return toNumber(cast, from, to, piece, nulls, reader)
  if (INSTANTS.includes(to.base)) return toInstant(cast, from, to, piece, nulls, reader)
  if (to.labels !== null && (TEXTS.includes(from.base) || from.base === to.base))
    return reader.demand(cast.of, piece, nulls)
  return from.base === to.base || (JSONS.includes(from.base) && JSONS.includes(to.base))
    ? reader.demand(cast.of, piece, nulls)
    : null
}

/** Items of a text-like type keep their text. */
function castItems(
  cast: Cast,
  from: ColumnType,
  to: ColumnType,
  piece: Piece,
  nulls: boolean,
  reader: Reader,
): Formula | null {
  const plain = (type: ColumnType) => TEXTS.includes(type.base) || type.labels !== null
  const lossless =
    from.base === to.base ||
    (plain(from) && TEXTS.includes(to.base)) ||
    (INTEGERS.includes(from.base) && NUMBERS.includes(to.base))
  return lossless && cast.modifiers.length === 0 ? reader.demand(cast.of, piece, nulls) : null
}

function toText(cast: Cast, from: ColumnType, piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  if (cast.modifiers.length > 0) return null
  if (from.labels !== null) {
    const verdicts = from.labels.map((label) => satisfies(piece, label))
    return verdicts.includes(null)
      ? null
      : reader.demand(cast.of, { values: from.labels.filter((_, index) => verdicts[index]) }, nulls)
  }
  if (TEXTS.includes(from.base)) return reader.demand(cast.of, piece, nulls)
  if (from.base === 'bool')
    return oneOf(
      [
        ['true', true],
        ['false', false],
      ],
      cast,
      piece,
      nulls,
      reader,
    )
  if (INTEGERS.includes(from.base)) return digits(cast, piece, nulls, reader)
  return sameText(cast, from, piece, nulls, reader)
}

/** Types whose text the domain can speak of: JSON by its length, uuids and addresses by their values. */
function sameText(cast: Cast, from: ColumnType, piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const keys = Object.keys(piece)
  if (JSONS.includes(from.base) && keys.every((key) => key === 'maxLength' || key === 'maxBytes'))
    return reader.demand(cast.of, piece, nulls)
  const sameSpelling = from.base === 'uuid' || from.base === 'name'
  return sameSpelling && keys.every((key) => key === 'values' || key === 'excluded')
    ? reader.demand(cast.of, piece, nulls)
    : null
}

function oneOf(
  choices: readonly (readonly [Value, Value])[],
  cast: Cast,
  piece: Piece,
  nulls: boolean,
  reader: Reader,
): Formula | null {
  const verdicts = choices.map(([text]) => satisfies(piece, text))
  if (verdicts.includes(null)) return null
  return reader.demand(
    cast.of,
    { values: choices.filter((_, index) => verdicts[index]).map(([, value]) => value) },
    nulls,
  )
}

/** Whole numbers as text: by the number of their digits, without a sign. */
function digits(cast: Cast, piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const { minLength = 1, maxLength, patterns, values, ...more } = piece
  if (Object.keys(more).length > 0 || (patterns !== undefined && values !== undefined)) return null
  if (values !== undefined)
    return values.every((value) => /^-?\d{1,15}$/.test(String(value)))
      ? reader.demand(cast.of, { values: values.map(Number) }, nulls)
      : null
  const [pattern, another] = patterns ?? []
  const quantified =
    pattern === undefined ? null : /^\^(?:\[0-9\]|\\d)(?:\{(\d+)(,(\d+)?)?\}|\+)\$$/.exec(pattern.pattern)
  if (another !== undefined || (pattern !== undefined && (quantified === null || pattern.negated))) return null
  const low = Math.max(minLength, Number(quantified?.[1] ?? 1), 1)
  const high = Math.min(
    maxLength ?? 15,
    quantified?.[1] === undefined ? 15 : Number(quantified[3] ?? (quantified[2] === undefined ? quantified[1] : 15)),
    15,
  )
  if (low > high) return null
  return narrowed(reader.demand(cast.of, { min: low === 1 ? 0 : 10 ** (low - 1), max: 10 ** high - 1 }, nulls))
}

function toNumber(
  cast: Cast,
  from: ColumnType,
  to: ColumnType,
  piece: Piece,
  nulls: boolean,
  reader: Reader,
): Formula | null {
  if (from.base === 'bool') return fromBoolean(cast, piece, nulls, reader)
  if (!NUMBERS.includes(from.base)) return null
  const keeps = cast.modifiers.length === 0 && (!INTEGERS.includes(to.base) || INTEGERS.includes(from.base))
  if (keeps) return reader.demand(cast.of, piece, nulls)
  const scale = INTEGERS.includes(to.base) ? 0 : (cast.modifiers[1] ?? 0)
  const spans = spansOf(piece)
  if (spans === null) return null
  const grid = 10 ** -scale
  const onGrid = spans.map(({ min, max }) => ({
    ...(min === undefined ? {} : { min: Math.ceil(min / grid - nudge(min) / 10) * grid }),
    ...(max === undefined ? {} : { max: Math.floor(max / grid + nudge(max) / 10) * grid }),
  }))
  return narrowed(demandAny(reader, cast.of, onGrid, nulls))
}

/** `(a is not null)::int = 1`. */
function fromBoolean(cast: Cast, piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const [whenTrue, whenFalse] = [satisfies(piece, 1), satisfies(piece, 0)]
  if (whenTrue === null || whenFalse === null) return null
  const ways = [
    ...(whenTrue ? [reader.holds(cast.of, true, nulls)] : []),
    ...(whenFalse ? [reader.holds(cast.of, false, nulls)] : []),
  ]
  return ways.length === 0 && nulls ? reader.nullness(cast.of, true) : any(ways)
}

function toInstant(
  cast: Cast,
  from: ColumnType,
  to: ColumnType,
  piece: Piece,
  nulls: boolean,
  reader: Reader,
): Formula | null {
  if (!INSTANTS.includes(from.base)) return null
  if (from.base === 'date' || to.base !== 'date') return reader.demand(cast.of, piece, nulls)
  const { values, excluded, min, max, minNow, maxNow, ...more } = piece
  if (excluded !== undefined || Object.keys(more).length > 0) return null
  if (values !== undefined) return null
  return narrowed(
    reader.demand(
      cast.of,
      {
        ...(min === undefined ? {} : { min: Math.ceil(min / DAY) * DAY }),
        ...(max === undefined ? {} : { max: (Math.floor(max / DAY) + 1) * DAY - 1 }),
        ...(minNow === undefined ? {} : { minNow: minNow + DAY }),
        ...(maxNow === undefined ? {} : { maxNow }),
      },
      nulls,
    ),
  )
}
