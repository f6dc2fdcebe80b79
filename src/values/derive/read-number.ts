import type { Value } from '../../model/value.ts'
import type { InputReader } from '../input.ts'
import type { Frame } from '../rows/frame.ts'

/** A value as a number; null where it is none. */
function toNumber(value: Value): number | null {
  if (value === null || typeof value === 'object') return null
  const number = Number(value)
  return Number.isNaN(number) || value === '' ? null : number
}

/** The input as a number; null where it is none. */
export const readNumber = (input: InputReader, frame: Frame): number | null => toNumber(input.read(frame))
