import type { Value } from '../../model/value.ts'
import type { LineBuffer } from './line-buffer.ts'

const QUOTE = 34
const COMMA = 44
const COLON = 58

/**
 * Writes JSON straight into a line of COPY, byte for byte what `jsonText` gives. False, whatever was written by then, where a string needs escaping or
 * is beyond ASCII, or a value is of a rare kind: then it goes over its text.
 */
export function writeJson(buffer: LineBuffer, value: Value): boolean {
  if (typeof value === 'string') return writeString(buffer, value)
  if (typeof value === 'number') return writeNumber(buffer, value)
  if (typeof value === 'bigint' || value instanceof Uint8Array) return false
  if (value === null || typeof value === 'boolean') return buffer.letters(String(value), QUOTE)
  return Array.isArray(value) ? writeArray(buffer, value) : writeObject(buffer, value as Record<string, Value>)
}

function writeString(buffer: LineBuffer, text: string): boolean {
  buffer.byte(QUOTE)
  if (!buffer.letters(text, QUOTE)) return false
  buffer.byte(QUOTE)
  return true
}

function writeNumber(buffer: LineBuffer, number: number): boolean {
  if ((number | 0) !== number) return Number.isFinite(number) && buffer.letters(String(number), QUOTE)
  buffer.digits(number)
  return true
}

function writeArray(buffer: LineBuffer, items: readonly Value[]): boolean {
  buffer.byte(91)
  for (let i = 0; i < items.length; i++) {
    if (i > 0) buffer.byte(COMMA)
    if (!writeJson(buffer, items[i] as Value)) return false
  }
  buffer.byte(93)
  return true
}

function writeObject(buffer: LineBuffer, object: Readonly<Record<string, Value | undefined>>): boolean {
  let open = 123
  for (const key in object) {
    const value = object[key]
    if (value === undefined) continue
    buffer.byte(open)
    open = COMMA
    if (!writeString(buffer, key)) return false
    buffer.byte(COLON)
    if (!writeJson(buffer, value)) return false
  }
  if (open !== COMMA) buffer.byte(open)
  buffer.byte(125)
  return true
}
