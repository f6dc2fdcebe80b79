import type { Constant, Expr } from '../sql/expr.ts'
import { demandAny } from './demand-any.ts'
import { INTEGERS } from './families.ts'
import { all, any, type Formula } from './formula.ts'
import { narrowed } from './narrowed.ts'
import type { Piece } from './piece.ts'
import type { Backward, Reader } from './reader.ts'
import { satisfies } from './satisfies.ts'
import { type NumberSpan, nudge, spansOf } from './spans.ts'

/** Arithmetic with constants, undone; rounding, absolute values, remainders. */
export const NUMBER_FUNCTIONS: Readonly<Record<string, Backward>> = {
  '+': sum,
  '-': difference,
  '*': product,
  '/': quotient,
  '%': remainder,
  mod: remainder,
  abs: absolute,
  '@': absolute,
  round: rounded,
  trunc: rounded,
  floor: rounded,
  ceil: rounded,
  ceiling: rounded,
  sign,
  scale: scaleOf,
  min_scale: scaleOf,
}

const constantOf = (expr: Expr | undefined): number | null =>
  expr?.kind === 'constant' && typeof (expr as Constant).value === 'number'
    ? ((expr as Constant).value as number)
    : null

/** Ranges mapped through a rising or falling line. */
function mapped(
  of: Expr,
  piece: Piece,
  nulls: boolean,
  reader: Reader,
  undo: (value: number) => number,
): Formula | null {
  const { values, excluded, min, max, ...more } = piece
  const numbers = [...(values ?? []), ...(excluded ?? [])]
  if (Object.keys(more).length > 0 || !numbers.every((value) => typeof value === 'number')) return null
  const each = (some: readonly unknown[]) => some.map((value) => undo(value as number))
  const ends = [min, max].map((end) => (end === undefined ? undefined : undo(end)))
  const [low, high] = undo(1) < undo(0) ? [ends[1], ends[0]] : ends
  const turned: Piece = {
    ...(values === undefined ? {} : { values: each(values) }),
    ...(excluded === undefined ? {} : { excluded: each(excluded) }),
    ...(low === undefined ? {} : { min: low }),
    ...(high === undefined ? {} : { max: high }),
  }
  return reader.demand(of, turned, nulls)
}

/** A range of one number is that number. */
const exactly = (span: NumberSpan): Piece =>
  span.min !== undefined && span.min === span.max ? { values: [span.min] } : { ...span }

function sum([left, right]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  if (left === undefined || right === undefined) return null
  const [by, other] = [constantOf(right), constantOf(left)]
  if (by !== null) return mapped(left, piece, nulls, reader, (value) => tidy(value - by))
  if (other !== null) return mapped(right, piece, nulls, reader, (value) => tidy(value - other))
  return shared([left, right], piece, nulls, reader)
}

function difference([left, right]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  if (left === undefined) return null
  if (right === undefined) return mapped(left, piece, nulls, reader, (value) => -value)
  const [by, from] = [constantOf(right), constantOf(left)]
  if (by !== null) return mapped(left, piece, nulls, reader, (value) => tidy(value + by))
  return from === null ? null : mapped(right, piece, nulls, reader, (value) => tidy(from - value))
}

/** `a + b <= 100`: each gets its share; `a + b >= 10`: one has all of it, or each its share. */
function shared(terms: readonly [Expr, Expr], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const spans = spansOf(piece)
  const [span] = spans ?? []
  if (span === undefined || spans?.length !== 1 || (span.min !== undefined && span.max !== undefined)) return null
  const each = (bounds: readonly [Piece, Piece]) =>
    all(terms.map((term, index) => reader.demand(term, bounds[index] as Piece, nulls)))
  if (span.max !== undefined) return narrowed(each([{ max: span.max / 2 }, { max: span.max / 2 }]))
  const min = span.min ?? 0
  return narrowed(
    any([each([{ min: min / 2 }, { min: min / 2 }]), each([{ min }, { min: 0 }]), each([{ min: 0 }, { min }])]),
  )
}

/** Sums of decimals as people write them. */
const tidy = (value: number): number => (Math.abs(value) < 1e9 ? Number(value.toPrecision(15)) : value)

function product([left, right]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  if (left === undefined || right === undefined) return null
  const [by, other] = [constantOf(right), constantOf(left)]
  if (by === 0 || other === 0) return null
  if (by !== null) return mapped(left, piece, nulls, reader, (value) => value / by)
  if (other !== null) return mapped(right, piece, nulls, reader, (value) => value / other)
  const spans = spansOf(piece)
  const [span] = spans ?? []
  if (span === undefined || spans?.length !== 1 || span.max !== undefined || span.min === undefined || span.min > 1)
    return null
  const least = span.min <= 0 ? 0 : 1
  return narrowed(all([reader.demand(left, { min: least }, nulls), reader.demand(right, { min: least }, nulls)]))
}

/** Whole numbers divide with loss, and are not read. */
function quotient([left, right]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const by = constantOf(right)
  if (left === undefined || by === null || by === 0) return null
  const base = reader.type(left)?.base
  if (base !== undefined && INTEGERS.includes(base) && right?.kind === 'constant' && INTEGERS.includes(right.type))
    return null
  return mapped(left, piece, nulls, reader, (value) => value * by)
}

const MOST_REMAINDERS = 32

/** `x % 5 = 0`: multiples. Other remainders of negative numbers are negative, so those are left out. */
function remainder([of, by]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const divisor = Math.abs(constantOf(by) ?? 0)
  if (of === undefined || divisor === 0) return null
  if (piece.values?.length === 1 && typeof piece.values[0] === 'number')
    return reader.demand(of, multiple(divisor, piece.values[0]), nulls)
  if (!Number.isInteger(divisor) || divisor > MOST_REMAINDERS) return null
  const verdicts = Array.from({ length: divisor }, (_, rest) => satisfies(piece, rest))
  if (verdicts.includes(null)) return null
  const rests = verdicts.flatMap((verdict, rest) => (verdict === true ? [rest] : []))
  return narrowed(
    demandAny(
      reader,
      of,
      rests.map((rest) => multiple(divisor, rest)),
      nulls,
    ),
  )
}

const multiple = (step: number, rest: number): Piece => {
  if (Math.abs(rest) >= step) return { values: [] }
  return rest === 0 ? { step } : { step, remainder: rest, ...(rest > 0 ? { min: 0 } : { max: 0 }) }
}

function absolute([of]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const spans = spansOf(piece)
  if (of === undefined || spans === null) return null
  const pieces = spans.flatMap(({ min = 0, max }): Piece[] => {
    if (max !== undefined && max < 0) return []
    if (min <= 0) return [max === undefined ? {} : { min: -max, max }]
    const upper = max === undefined ? { min } : exactly({ min, max })
    return [upper, max === undefined ? { max: -min } : exactly({ min: -max, max: -min })]
  })
  return demandAny(reader, of, pieces, nulls)
}

/** Bounds on the grid of what rounding leaves: a number that is on the grid itself is not changed by it. */
function rounded([of, digits]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const places = digits === undefined ? 0 : constantOf(digits)
  const spans = spansOf(piece)
  if (of === undefined || places === null || spans === null) return null
  const grid = 10 ** -places
  const onGrid = spans.map(
    ({ min, max }): NumberSpan => ({
      ...(min === undefined ? {} : { min: tidy(Math.ceil(min / grid - 1e-9) * grid) }),
      ...(max === undefined ? {} : { max: tidy(Math.floor(max / grid + 1e-9) * grid) }),
    }),
  )
  return narrowed(demandAny(reader, of, onGrid.map(exactly), nulls))
}

function sign([of]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  if (of === undefined) return null
  const parts: readonly (readonly [number, Piece])[] = [
    [1, { min: nudge(0) }],
    [0, { values: [0] }],
    [-1, { max: -nudge(0) }],
  ]
  if (parts.some(([value]) => satisfies(piece, value) === null)) return null
  return demandAny(
    reader,
    of,
    parts.filter(([value]) => satisfies(piece, value)).map(([, part]) => part),
    nulls,
  )
}

function scaleOf([of]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const spans = spansOf(piece)
  const [span] = spans ?? []
  if (of === undefined || span?.max === undefined || spans?.length !== 1 || (span.min ?? 0) > 0) return null
  return reader.demand(of, { scale: Math.floor(span.max + 1e-9) }, nulls)
}
