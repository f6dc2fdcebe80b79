import type { Domain } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import type { Expr } from '../sql/expr.ts'
import { demandAny } from './demand-any.ts'
import { any, type Formula, NEVER } from './formula.ts'
import { joinPieces } from './join-pieces.ts'
import { narrowed } from './narrowed.ts'
import type { Piece } from './piece.ts'
import { ANYTHING } from './piece.ts'
import type { Backward, Predicate, Reader } from './reader.ts'
import { type NumberSpan, spansOf, wholeSpan } from './spans.ts'

/** `cardinality(x)`, `array_length(x, 1)` and the like. */
export const ARRAY_FUNCTIONS: Readonly<Record<string, Backward>> = {
  cardinality,
  array_length: measured,
  array_upper: measured,
  array_ndims: oneDimension,
  array_lower: oneDimension,
}

/** `x <@ array[…]`, `x @> array[…]`, `x && array[…]`. */
export const ARRAY_PREDICATES: Readonly<Record<string, Predicate>> = {
  '<@': ([left, right], want, nulls, reader) =>
    within(left, right, want, nulls, reader) ?? containing(right, left, want, nulls, reader),
  '@>': ([left, right], want, nulls, reader) =>
    containing(left, right, want, nulls, reader) ?? within(right, left, want, nulls, reader),
  '&&': ([left, right], want, nulls, reader) =>
    right?.kind === 'array'
      ? overlapping(left, right, want, nulls, reader)
      : overlapping(right, left, want, nulls, reader),
}

const counted = ({ min, max }: NumberSpan): Piece => ({
  ...(min === undefined ? {} : { minItems: min }),
  ...(max === undefined ? {} : { maxItems: max }),
})

function cardinality([of]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const spans = spansOf(piece)
  if (of === undefined || spans === null) return null
  return demandAny(
    reader,
    of,
    spans
      .map(wholeSpan)
      .filter((span) => span !== null)
      .map(counted),
    nulls,
  )
}

/**
 * The length along the first dimension is NULL for an empty array, so that `array_length(x, 1) > 0` lets empty ones pass. What is meant is
 * done: a lower bound keeps them out.
 */
function measured([of, dimension]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const spans = spansOf(piece)
  if (of === undefined || spans === null || dimension?.kind !== 'constant' || dimension.value !== 1) return null
  const pieces = spans
    .map((span) => wholeSpan({ ...span, min: Math.max(span.min ?? 1, 1) }))
    .filter((span) => span !== null)
    .map(counted)
  const bounded = spans.some(({ min }) => min !== undefined && min > 0)
  if (pieces.length === 0) return nulls ? demandAny(reader, of, [{ maxItems: 0 }], true) : NEVER
  const choices = nulls && !bounded ? pieces.map((one) => joinPieces(one, { maxItems: 0 }) ?? one) : pieces
  return bounded ? narrowed(demandAny(reader, of, choices, nulls)) : demandAny(reader, of, choices, nulls)
}

/** Arrays that are written have one dimension and begin at 1. */
function oneDimension([of]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const spans = spansOf(piece)
  const fits = spans?.some(({ min = 1, max = 1 }) => min <= 1 && max >= 1)
  return of === undefined || fits !== true
    ? null
    : narrowed(reader.demand(of, nulls ? ANYTHING : { minItems: 1 }, nulls))
}

/** The values of an array of constants; null where one is not known. */
export function valuesOf(expr: Expr | undefined): readonly Value[] | null {
  if (expr?.kind !== 'array') return null
  const values = expr.items.map((item) => (item.kind === 'constant' ? item.value : undefined))
  return values.includes(undefined) ? null : (values as Value[])
}

const isArray = (expr: Expr | undefined, reader: Reader): expr is Expr =>
  expr !== undefined && expr.kind !== 'array' && reader.type(expr)?.shape === 'array'

function within(
  of: Expr | undefined,
  list: Expr | undefined,
  want: boolean,
  nulls: boolean,
  reader: Reader,
): Formula | null {
  const values = valuesOf(list)
  if (!want || values === null || !isArray(of, reader)) return null
  return reader.demand(of, { items: { notNull: true, values } }, nulls)
}

/** That all of the listed are in it cannot be said; that it is made of the only one listed can. */
function containing(
  of: Expr | undefined,
  list: Expr | undefined,
  want: boolean,
  nulls: boolean,
  reader: Reader,
): Formula | null {
  const values = valuesOf(list)
  if (values === null || !isArray(of, reader)) return null
  if (values.length === 0) return want ? reader.demand(of, ANYTHING, nulls) : null
  if (want)
    return values.length > 1
      ? null
      : narrowed(reader.demand(of, { minItems: 1, items: { notNull: true, values } }, nulls))
  return narrowed(reader.demand(of, { items: { notNull: true, excluded: values } }, nulls))
}

function overlapping(
  of: Expr | undefined,
  list: Expr | undefined,
  want: boolean,
  nulls: boolean,
  reader: Reader,
): Formula | null {
  const values = valuesOf(list)
  if (values === null || !isArray(of, reader)) return null
  const items: Domain = want ? { notNull: true, values } : { notNull: true, excluded: values }
  return narrowed(reader.demand(of, want ? { minItems: 1, items } : { items }, nulls))
}

/** `'a' = any(x)`, `0 < all(x)`: what the items must be. `item` is the demand on one of them. */
export function demandItems(of: Expr, item: Piece, every: boolean, nulls: boolean, reader: Reader): Formula {
  const items: Domain = { ...item, notNull: !(every && nulls) }
  if (every) return reader.demand(of, { items }, nulls)
  return narrowed(reader.demand(of, { minItems: 1, items }, nulls))
}

/** `array_position(x, 'a') IS NULL`: no item is it. */
export function withoutItem(args: readonly Expr[], reader: Reader): Formula | null {
  const [of, item] = args
  if (!isArray(of, reader) || item?.kind !== 'constant') return null
  const items: Domain = item.value === null ? { notNull: true } : { notNull: true, excluded: [item.value] }
  return any([reader.nullness(of, true), narrowed(reader.demand(of, { items }, false))])
}
