import { type CharSet, contains } from './char-set.ts'

const LOWER = [...'abcdefghijklmnopqrstuvwxyz']
const UPPER = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const DIGITS = [...'0123456789']
/** The rest of printable ASCII, the plain ones first. */
const OTHERS = [...'-_. /,:@+#&=()*!?;\'%$~"[]{}<>^|`\\']
/** From other scripts at most so many symbols. */
const MOST_FOREIGN = 64

/**
 * What is drawn for a set of characters: small letters and digits where it holds any, else capitals and digits, else a plain sign. Capitals
 * stay away from small letters, so texts that differ still differ through `lower()`.
 */
export function symbolsOf(set: CharSet): readonly string[] {
  const inside = (symbols: readonly string[]): string[] =>
    symbols.filter((symbol) => contains(set, symbol.codePointAt(0) as number))
  const lower = inside(LOWER)
  const letters = lower.length > 0 ? lower : inside(UPPER)
  const plain = [...letters, ...inside(DIGITS)]
  if (plain.length > 0) return plain
  const signs = inside(OTHERS)
  if (signs.length > 0) return signs.includes(' ') ? [' '] : signs
  return foreign(set)
}

function foreign(set: CharSet): readonly string[] {
  const symbols: string[] = []
  for (const [from, to] of set) {
    for (let code = Math.max(from, 1); code <= to && symbols.length < MOST_FOREIGN; code++) {
      // Half a surrogate pair is not a character.
      if (code < 0xd800 || code > 0xdfff) symbols.push(String.fromCodePoint(code))
    }
  }
  return symbols
}
