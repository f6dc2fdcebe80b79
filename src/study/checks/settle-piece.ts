import type { Domain } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import { DAY, parseInstant } from '../sql/calendar.ts'
import { INTEGERS, NUMBERS } from './families.ts'
import { type Meeting, meetPieces } from './meet-pieces.ts'
import type { Piece } from './piece.ts'
import type { ColumnType } from './reader.ts'

/** Rounds the bounds of a piece inward to what the type can hold: whole numbers, its digits, midnights for dates; items and attributes, too. */
export function settlePiece(piece: Piece, type: ColumnType): Meeting {
  const inside = settleFields(settleItems(piece, type), type)
  if (inside === 'empty' || inside === 'clash') return inside
  if (type.base === 'float4' && type.shape !== 'array') return meetPieces(inFloat4(inside), {})
  const grid = type.shape === 'array' ? null : gridOf(inside, type)
  if (grid === null) return inside
  const { min, max, values, ...rest } = inside
  const settled: Piece = {
    ...rest,
    ...(min === undefined ? {} : { min: onGrid(min, grid, Math.ceil) }),
    ...(max === undefined ? {} : { max: onGrid(max, grid, Math.floor) }),
    ...(values === undefined ? {} : { values: values.filter((value) => isOnGrid(value, grid, type.base)) }),
  }
  return meetPieces(settled, {})
}

/** The nearest single-precision bounds that lie within. */
function inFloat4({ min, max, ...rest }: Piece): Piece {
  return {
    ...rest,
    ...(min === undefined ? {} : { min: -below(-min) }),
    ...(max === undefined ? {} : { max: below(max) }),
  }
}

/** The greatest single-precision number that is not above. */
function below(value: number): number {
  const rounded = Math.fround(value)
  if (rounded <= value) return rounded
  return Math.fround(rounded - Math.max(Math.abs(rounded) * 2 ** -23, 2 ** -149))
}

/** Where no item is possible, the array must be empty. */
function settleItems(piece: Piece, type: ColumnType): Meeting {
  if (piece.items === undefined) return piece
  const items = settlePiece(piece.items, { ...type, shape: 'scalar' })
  if (items === 'clash') return items
  if (items !== 'empty') return { ...piece, items: { ...items, notNull: piece.items.notNull } }
  const { items: _, ...rest } = piece
  return meetPieces(rest, { maxItems: 0 })
}

function settleFields(piece: Meeting, type: ColumnType): Meeting {
  if (piece === 'empty' || piece === 'clash' || piece.fields === undefined) return piece
  const fields: Domain[] = []
  for (const [index, field] of piece.fields.entries()) {
    const own = type.attributes[index]?.type
    const settled = own === undefined ? field : settlePiece(field, own)
    if (settled === 'clash') return settled
    if (settled === 'empty' && field.notNull) return settled
    fields.push(settled === 'empty' ? { notNull: false, values: [null] } : { ...settled, notNull: field.notNull })
  }
  return { ...piece, fields }
}

const SUBTYPES: Readonly<Record<string, string>> = { int4range: 'int4', int8range: 'int8', daterange: 'date' }

function gridOf(piece: Piece, type: ColumnType): number | null {
  const base = SUBTYPES[type.base.replace('multi', '')] ?? type.base
  if (INTEGERS.includes(base)) return 1
  if (base === 'date') return DAY
  const digits = Math.min(piece.scale ?? Number.POSITIVE_INFINITY, type.scale ?? Number.POSITIVE_INFINITY)
  if (NUMBERS.includes(base) && Number.isFinite(digits)) return 10 ** -digits
  return base === 'timestamp' || base === 'timestamptz' ? 1 : null
}

function onGrid(value: number, grid: number, round: (value: number) => number): number {
  if (!Number.isFinite(value)) return value
  const steps = value / grid
  const near = Math.round(steps)
  // Below a whole step a quotient may miss the grid by its rounding error alone; strict bounds are a millionth off at least.
  const whole = grid <= 1 && Math.abs(steps - near) < 1e-7 ? near : round(steps)
  const settled = grid < 1 ? whole / Math.round(1 / grid) : whole * grid
  return Object.is(settled, -0) ? 0 : settled
}

function isOnGrid(value: Value, grid: number, base: string): boolean {
  if (base === 'date' && typeof value === 'string') return (parseInstant(value) ?? 0) % DAY === 0
  if (typeof value !== 'number') return true
  return Math.abs(value / grid - Math.round(value / grid)) < 1e-9
}
