import { type CharSet, CLASSES, complement } from './char-set.ts'
import { type Reader, Unsupported } from './reader.ts'

/** What stands for a set of characters after a backslash. */
const SETS: Readonly<Record<string, CharSet>> = Object.freeze({
  d: CLASSES.digit as CharSet,
  w: CLASSES.word as CharSet,
  s: CLASSES.space as CharSet,
  D: complement(CLASSES.digit as CharSet),
  W: complement(CLASSES.word as CharSet),
  S: complement(CLASSES.space as CharSet),
})

const CONTROLS: Readonly<Record<string, number>> = Object.freeze({
  a: 7,
  b: 8,
  B: 92,
  e: 27,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '0': 0,
})

const HEX = /[0-9A-Fa-f]/

function hex(reader: Reader, count: number): number {
  const digits = reader.while(HEX, count)
  if (digits.length !== count) throw new Unsupported('too few hex digits')
  return Number.parseInt(digits, 16)
}

const one = (code: number): CharSet => [[code, code]]

/** Reads what follows a backslash where it means a character or a set of them; null: it means something else. */
export function parseEscape(reader: Reader): CharSet | null {
  const symbol = reader.peek()
  const set = SETS[symbol]
  if (set !== undefined) {
    reader.next()
    return set
  }
  if (!/[A-Za-z0-9]/.test(symbol)) return one(reader.next().codePointAt(0) as number)
  if (symbol === 'u' || symbol === 'U') {
    reader.next()
    return one(hex(reader, symbol === 'u' ? 4 : 8))
  }
  if (symbol === 'x') {
    reader.next()
    return one(Number.parseInt(reader.while(HEX), 16) & 0x1fffff)
  }
  if (symbol === 'c') {
    reader.next()
    return one((reader.next().codePointAt(0) as number) & 31)
  }
  const control = CONTROLS[symbol]
  if (control === undefined) return null
  reader.next()
  return one(control)
}
