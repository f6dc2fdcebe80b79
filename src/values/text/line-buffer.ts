import type { Encoding, Value } from '../../model/value.ts'
import { copyText } from '../encode/copy.ts'
import { packedDate } from '../encode/date-time.ts'
import { toText } from '../encode.ts'
import { writeJson } from './write-json.ts'

const encoder = new TextEncoder()
const TAB = 9
const NEWLINE = 10
const DASH = 45
const BACKSLASH = 92
const ZERO = 48
const DAY = 86400000
/** Shorter texts are written letter by letter, longer ones by the encoder, whose call costs as much as some sixty letters. */
const SHORT = 64
const HEX = encoder.encode('0123456789abcdef')
const FIRST_DAY = -719162 // 0001-01-01
const LAST_DAY = 2932896 // 9999-12-31

/**
 * Lines of COPY's text format, written as bytes straight away: a field, a tab after each, and `endLine`, which turns the last tab into a line end.
 * Grows as needed; `take` hands out a copy.
 */
export class LineBuffer {
  length = 0
  private bytes: Uint8Array

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity)
  }

  /** The lines so far, as a copy that the caller may keep; the buffer is empty afterwards. */
  take(): Uint8Array {
    const lines = this.bytes.slice(0, this.length)
    this.length = 0
    return lines
  }

  /** The lines so far in one of the buffers of a ring, which is overwritten when its turn comes again; the buffer is empty afterwards. */
  takeInto(ring: Uint8Array[], place: number): Uint8Array {
    let target = ring[place]
    if (target === undefined || target.length < this.length) {
      target = new Uint8Array(this.bytes.length)
      ring[place] = target
    }
    target.set(this.bytes.subarray(0, this.length))
    const lines = target.subarray(0, this.length)
    this.length = 0
    return lines
  }

  /** Ends the line after its last field. A line without fields is empty. */
  endLine(fields: number): void {
    if (fields === 0) {
      this.reserve(1)
      this.length++
    }
    this.bytes[this.length - 1] = NEWLINE
  }

  null(): void {
    this.reserve(3)
    const { bytes, length } = this
    bytes[length] = 92
    bytes[length + 1] = 78
    bytes[length + 2] = TAB
    this.length = length + 3
  }

  /** Any value but null, by its encoding. */
  value(value: Exclude<Value, null>, encoding: Encoding): void {
    const { length } = this
    if (this.written(value, encoding)) return
    this.length = length
    this.text(toText(value, encoding) as string)
  }

  /** Writes what needs no text of its own; false where the value does, whatever was written by then. */
  private written(value: Exclude<Value, null>, encoding: Encoding): boolean {
    if (encoding.kind === 'json') {
      if (!writeJson(this, value)) return false
      this.byte(TAB)
      return true
    }
    if (typeof value === 'string') {
      this.text(value)
      return true
    }
    if (typeof value !== 'number') return false
    if (encoding.kind === 'timestamp') return this.timestamp(value, encoding.zone)
    if (encoding.kind === 'date') return this.date(value)
    if (encoding.kind !== 'number' || (value | 0) !== value) return false
    this.integer(value)
    return true
  }

  /** Bytes that are a whole field, escaped and with its tab (see `field`). */
  raw(field: Uint8Array): void {
    const n = field.length
    this.reserve(n)
    const { bytes, length } = this
    for (let i = 0; i < n; i++) bytes[length + i] = field[i] as number
    this.length = length + n
  }

  text(text: string): void {
    if (text.length <= SHORT && this.letters(text, BACKSLASH)) this.byte(TAB)
    else this.encode(text)
  }

  /** Writes a text of plain ASCII without a tab; nothing and false where it has a control character, a backslash or `refused`, or is beyond. */
  letters(text: string, refused: number): boolean {
    const n = text.length
    this.reserve(n)
    const { bytes, length } = this
    for (let i = 0; i < n; i++) {
      const code = text.charCodeAt(i)
      if (code > 126 || code < 32 || code === BACKSLASH || code === refused) return false
      bytes[length + i] = code
    }
    this.length = length + n
    return true
  }

  /** Writes one ASCII character. */
  byte(code: number): void {
    this.reserve(1)
    this.bytes[this.length++] = code
  }

  integer(value: number): void {
    this.digits(value)
    this.byte(TAB)
  }

  /** Writes a whole number of 32 bits without a tab. */
  digits(value: number): void {
    this.reserve(11)
    const bytes = this.bytes
    let at = this.length
    let rest = value
    if (rest < 0) {
      bytes[at++] = DASH
      rest = -rest
    }
    let digits = 1
    for (let bound = 10; bound <= rest; bound *= 10) digits++
    for (let i = at + digits - 1; i >= at; i--) {
      const tenth = Math.floor(rest / 10)
      bytes[i] = ZERO + rest - tenth * 10
      rest = tenth
    }
    this.length = at + digits
  }

  /** A uuid from its four 32-bit words. */
  uuid(a: number, b: number, c: number, d: number): void {
    this.reserve(37)
    const bytes = this.bytes
    let at = hex8(bytes, this.length, a)
    bytes[at++] = DASH
    at = hex4(bytes, at, b >>> 16)
    bytes[at++] = DASH
    at = hex4(bytes, at, b)
    bytes[at++] = DASH
    at = hex4(bytes, at, c >>> 16)
    bytes[at++] = DASH
    at = hex8(bytes, hex4(bytes, at, c), d)
    bytes[at] = TAB
    this.length = at + 1
  }

  /** Writes a date of the years 1 to 9999; false where it is another one. */
  date(days: number): boolean {
    const day = Math.floor(days)
    if (!(day >= FIRST_DAY && day <= LAST_DAY)) return false
    this.reserve(16)
    this.calendar(day)
    this.bytes[this.length++] = TAB
    return true
  }

  /** Writes a whole second of the years 1 to 9999; false where it is anything else. */
  timestamp(ms: number, zone: boolean): boolean {
    const day = Math.floor(ms / DAY)
    const seconds = (ms - day * DAY) / 1000
    if (!(day >= FIRST_DAY && day <= LAST_DAY) || (seconds | 0) !== seconds) return false
    this.reserve(32)
    this.calendar(day)
    const bytes = this.bytes
    let at = this.length
    const hours = (seconds / 3600) | 0
    const minutes = (seconds / 60) | 0
    bytes[at++] = 32
    at = two(bytes, at, hours)
    bytes[at++] = 58
    at = two(bytes, at, minutes - hours * 60)
    bytes[at++] = 58
    at = two(bytes, at, seconds - minutes * 60)
    if (zone) {
      bytes[at++] = 43
      at = two(bytes, at, 0)
    }
    bytes[at++] = TAB
    this.length = at
    return true
  }

  private calendar(day: number): void {
    const packed = packedDate(day)
    const year = packed >> 9
    const century = (year / 100) | 0
    const bytes = this.bytes
    let at = two(bytes, this.length, century)
    at = two(bytes, at, year - century * 100)
    bytes[at++] = DASH
    at = two(bytes, at, (packed >> 5) & 15)
    bytes[at++] = DASH
    this.length = two(bytes, at, packed & 31)
  }

  private encode(text: string): void {
    const escaped = copyText(text)
    this.reserve(escaped.length * 3 + 1)
    this.length += encoder.encodeInto(escaped, this.bytes.subarray(this.length)).written
    this.bytes[this.length++] = TAB
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more))
    grown.set(this.bytes.subarray(0, this.length))
    this.bytes = grown
  }
}

function two(bytes: Uint8Array, at: number, number: number): number {
  const ten = (number / 10) | 0
  bytes[at] = ZERO + ten
  bytes[at + 1] = ZERO + number - ten * 10
  return at + 2
}

const hex8 = (bytes: Uint8Array, at: number, number: number): number =>
  hex4(bytes, hex4(bytes, at, number >>> 16), number)

function hex4(bytes: Uint8Array, at: number, number: number): number {
  bytes[at] = HEX[(number >>> 12) & 15] as number
  bytes[at + 1] = HEX[(number >>> 8) & 15] as number
  bytes[at + 2] = HEX[(number >>> 4) & 15] as number
  bytes[at + 3] = HEX[number & 15] as number
  return at + 4
}

/** A text as the bytes of a whole field, for `raw`; null as COPY's `\N`. */
export function field(text: string | null): Uint8Array {
  return encoder.encode(`${text === null ? '\\N' : copyText(text)}\t`)
}
