import { type CharSet, CLASSES, caseless, charSet, complement } from './char-set.ts'
import { parseEscape } from './parse-escape.ts'
import { type Reader, Unsupported } from './reader.ts'

/** `[[:alpha:]]`, `[[.x.]]`, `[[=x=]]`; null where none of them is next. */
function parseNamed(reader: Reader): CharSet | null {
  if (reader.take('[:')) {
    const name = reader.while(/[a-z]/)
    const set = CLASSES[name]
    if (set === undefined || !reader.take(':]')) throw new Unsupported(`class ${name}`)
    return set
  }
  for (const sign of ['.', '=']) {
    if (!reader.take(`[${sign}`)) continue
    const symbol = reader.next()
    // Collating elements with a name of more than one letter.
    if (!reader.take(`${sign}]`)) throw new Unsupported('collating element')
    return [[symbol.codePointAt(0) as number, symbol.codePointAt(0) as number]]
  }
  return null
}

/** One member: a class, an escape or a character. */
function parseMember(reader: Reader): CharSet {
  const named = parseNamed(reader)
  if (named !== null) return named
  if (reader.take('\\')) {
    const escaped = parseEscape(reader)
    if (escaped === null) throw new Unsupported('escape in a bracket')
    return escaped
  }
  const code = reader.next().codePointAt(0) as number
  return [[code, code]]
}

/** The only code point of a set; throws where a range begins or ends with a class. */
function single(set: CharSet): number {
  const [first] = set
  if (set.length !== 1 || first === undefined || first[0] !== first[1]) throw new Unsupported('range of classes')
  return first[0]
}

/** Reads a bracket expression after its `[`. */
export function parseBracket(reader: Reader, anyCase: boolean): CharSet {
  const negated = reader.take('^')
  const ranges: (readonly [number, number])[] = []
  for (let first = true; first || reader.peek() !== ']'; first = false) {
    if (reader.done) throw new Unsupported('bracket without an end')
    const member = parseMember(reader)
    const isRange = reader.peek() === '-' && reader.peek(1) !== ']' && reader.peek(1) !== ''
    if (!isRange) {
      ranges.push(...member)
      continue
    }
    reader.next()
    ranges.push([single(member), single(parseMember(reader))])
  }
  reader.next()
  const set = charSet(ranges)
  const full = anyCase ? caseless(set) : set
  return negated ? complement(full) : full
}
