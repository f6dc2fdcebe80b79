import type { Value } from '../../model/value.ts'
import { orderKey } from './order-key.ts'
import type { Piece } from './piece.ts'
import { posixRegex } from './posix-regex.ts'
import { includesValue } from './same-value.ts'

/** Whether a piece accepts a value that is not NULL; null where that cannot be told from here. */
export function satisfies(piece: Piece, value: Value): boolean | null {
  if (piece.values !== undefined && !includesValue(piece.values, value)) return false
  if (piece.excluded !== undefined && includesValue(piece.excluded, value)) return false
  const verdicts = [
    withinBounds(piece, value),
    typeof value === 'string' ? fitsText(piece, value) : true,
    fitsOthers(piece),
  ]
  return verdicts.includes(false) ? false : verdicts.includes(null) ? null : true
}

function withinBounds(piece: Piece, value: Value): boolean | null {
  const { min, max, step, remainder, scale } = piece
  if (min === undefined && max === undefined && step === undefined) return true
  const at = orderKey(value)
  if (at === null) return null
  if (min !== undefined && at < min) return false
  if (max !== undefined && at > max) return false
  if (
    scale !== undefined &&
    typeof value === 'number' &&
    Math.abs(value - Number(value.toFixed(Math.max(scale, 0)))) > 1e-9
  )
    return false
  if (step === undefined) return true
  const rest = (at - (remainder ?? 0)) / step
  return Math.abs(rest - Math.round(rest)) < 1e-9
}

function fitsText(piece: Piece, value: string): boolean | null {
  const length = [...value].length
  if (piece.minLength !== undefined && length < piece.minLength) return false
  if (piece.maxLength !== undefined && length > piece.maxLength) return false
  const bytes = byteLength(value)
  if (piece.maxBytes !== undefined && bytes > piece.maxBytes) return false
  if (piece.exactBytes !== undefined && bytes !== piece.exactBytes) return false
  if (piece.trimmed && value !== value.trim()) return false
  if (piece.case === 'lower' && value !== value.toLowerCase()) return false
  if (piece.case === 'upper' && value !== value.toUpperCase()) return false
  return fitsPatterns(piece.patterns ?? [], value)
}

function fitsPatterns(patterns: NonNullable<Piece['patterns']>, value: string): boolean | null {
  for (const { pattern, caseless, negated } of patterns) {
    const regex = posixRegex(pattern, caseless)
    if (regex === null) return null
    if (regex.test(value) === negated) return false
  }
  return true
}

/** Moving bounds and what is inside a value cannot be judged here. */
function fitsOthers({ maxNow, minNow, items, fields, json, minItems, maxItems, bounded }: Piece): boolean | null {
  return [maxNow, minNow, items, fields, json, minItems, maxItems, bounded].every((part) => part === undefined)
    ? true
    : null
}

const byteLength = (value: string): number => {
  let bytes = 0
  for (const sign of value) {
    const code = sign.codePointAt(0) as number
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
