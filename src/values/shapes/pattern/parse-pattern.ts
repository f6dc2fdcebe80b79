import { ANY, caseless as bothCases, type CharSet } from './char-set.ts'
import { generate } from './generate.ts'
import { matches } from './matches.ts'
import type { Node, Pattern } from './node.ts'
import { parseBracket } from './parse-bracket.ts'
import { parseEscape } from './parse-escape.ts'
import { probeDraws } from './probe-draws.ts'
import { Reader, Unsupported } from './reader.ts'
import { symbolsOf } from './symbols-of.ts'

/** The largest bound that Postgres takes in `{m,n}`. */
const MOST_REPEATS = 255
/** Strings that must match before a pattern counts as understood. */
const PROBES = 24

const EDGES: Readonly<Record<string, Extract<Node, { kind: 'edge' }>['edge']>> = Object.freeze({
  A: 'start',
  Z: 'end',
  m: 'word-start',
  M: 'word-end',
  y: 'word-edge',
  Y: 'no-word-edge',
})

/** Recursive descent over an advanced regular expression, as chapter 9.7.3 of the Postgres manual describes it. */
class PatternParser {
  readonly #reader: Reader
  readonly #anyCase: boolean
  #groups = 0
  readonly #closed = new Set<number>()
  backReferences = false

  constructor(reader: Reader, anyCase: boolean) {
    this.#reader = reader
    this.#anyCase = anyCase
  }

  parse(): Node {
    const node = this.#choice()
    if (!this.#reader.done) throw new Unsupported('a bracket too many')
    return node
  }

  #choice(): Node {
    const items = [this.#sequence()]
    while (this.#reader.take('|')) items.push(this.#sequence())
    return items.length === 1 ? (items[0] as Node) : { kind: 'choice', items }
  }

  #sequence(): Node {
    const items: Node[] = []
    while (!this.#reader.done && this.#reader.peek() !== '|' && this.#reader.peek() !== ')') items.push(this.#piece())
    return items.length === 1 ? (items[0] as Node) : { kind: 'sequence', items }
  }

  #piece(): Node {
    const item = this.#atom()
    const bounds = this.#quantifier()
    if (bounds === null) return item
    // Greedy or not: the same texts match.
    this.#reader.take('?')
    if (item.kind === 'edge' || this.#quantifier() !== null) throw new Unsupported('quantifier')
    return { kind: 'repeat', item, min: bounds[0], max: bounds[1] }
  }

  #quantifier(): readonly [number, number] | null {
    const reader = this.#reader
    if (reader.take('*')) return [0, Number.POSITIVE_INFINITY]
    if (reader.take('+')) return [1, Number.POSITIVE_INFINITY]
    if (reader.take('?')) return [0, 1]
    if (reader.peek() !== '{' || !/\d/.test(reader.peek(1))) return null
    reader.next()
    const min = Number(reader.while(/\d/))
    let max = min
    if (reader.take(',')) {
      const digits = reader.while(/\d/)
      max = digits === '' ? Number.POSITIVE_INFINITY : Number(digits)
    }
    if (!reader.take('}') || max < min || min > MOST_REPEATS) throw new Unsupported('bounds')
    return [min, max]
  }

  #atom(): Node {
    const reader = this.#reader
    if (reader.take('[[:<:]]')) return { kind: 'edge', edge: 'word-start' }
    if (reader.take('[[:>:]]')) return { kind: 'edge', edge: 'word-end' }
    const symbol = reader.next()
    switch (symbol) {
      case '^':
        return { kind: 'edge', edge: 'start' }
      case '$':
        return { kind: 'edge', edge: 'end' }
      case '.':
        return this.#set(ANY)
      case '[':
        return this.#set(parseBracket(reader, this.#anyCase))
      case '(':
        return this.#group()
      case '\\':
        return this.#escape()
      case '*':
      case '+':
      case '?':
        throw new Unsupported('nothing to repeat')
      default:
        return this.#character(symbol.codePointAt(0) as number)
    }
  }

  #group(): Node {
    const reader = this.#reader
    if (reader.peek() === '?' && !reader.starts('?:')) throw new Unsupported('lookaround')
    const number = reader.take('?:') ? 0 : ++this.#groups
    const item = this.#choice()
    if (!reader.take(')')) throw new Unsupported('bracket without an end')
    if (number === 0) return item
    this.#closed.add(number)
    return { kind: 'group', item, number }
  }

  #escape(): Node {
    const reader = this.#reader
    const edge = EDGES[reader.peek()]
    if (edge !== undefined) {
      reader.next()
      return { kind: 'edge', edge }
    }
    if (/[1-9]/.test(reader.peek())) return this.#backReference()
    const set = parseEscape(reader)
    if (set === null) throw new Unsupported(`escape \\${reader.peek()}`)
    const [first] = set
    return set.length === 1 && first !== undefined && first[0] === first[1] ? this.#character(first[0]) : this.#set(set)
  }

  #backReference(): Node {
    const group = Number(this.#reader.while(/\d/))
    if (!this.#closed.has(group)) throw new Unsupported('reference to a group that is not closed')
    this.backReferences = true
    return { kind: 'same-as', group }
  }

  #character(code: number): Node {
    const set: CharSet = [[code, code]]
    // Drawn as it is written; in any case it matches in both.
    return { kind: 'set', set: this.#anyCase ? bothCases(set) : set, symbols: [String.fromCodePoint(code)] }
  }

  #set(set: CharSet): Node {
    const symbols = symbolsOf(set)
    if (symbols.length === 0) throw new Unsupported('an empty set')
    return { kind: 'set', set, symbols }
  }
}

/** Options before the pattern: `***:`, `***=`, `(?i)`. */
function parsePrefix(reader: Reader, caseless: boolean): { readonly anyCase: boolean; readonly literal: boolean } {
  if (reader.take('***=')) return { anyCase: caseless, literal: true }
  reader.take('***:')
  if (reader.peek() !== '(' || reader.peek(1) !== '?' || !/[a-z]/.test(reader.peek(2)))
    return { anyCase: caseless, literal: false }
  reader.at += 2
  let anyCase = caseless
  let literal = false
  for (const flag of reader.while(/[a-z]/)) {
    if (flag === 'i') anyCase = true
    else if (flag === 'c') anyCase = false
    else if (flag === 'q') literal = true
    // Lines, tight syntax: nothing that is generated depends on them. Basic and expanded syntax read differently.
    else if (!'emnpstw'.includes(flag)) throw new Unsupported(`option ${flag}`)
  }
  if (!reader.take(')')) throw new Unsupported('options without an end')
  return { anyCase, literal }
}

const escapeAll = (text: string): string => text.replaceAll(/[^A-Za-z0-9]/gu, '\\$&')

function parse(source: string, caseless: boolean): Pattern {
  const reader = new Reader(source)
  const { anyCase, literal } = parsePrefix(reader, caseless)
  const rest = literal ? new Reader(escapeAll(reader.symbols.slice(reader.at).join(''))) : reader
  const parser = new PatternParser(rest, anyCase)
  const node = parser.parse()
  return { source, caseless, node, backReferences: parser.backReferences }
}

/** Anchors in the middle and edges of words can make a pattern that nothing (or not what is drawn) matches: it is tried. */
function holds(pattern: Pattern): boolean {
  if (pattern.backReferences) return true
  for (let row = 0; row < PROBES; row++) {
    if (!matches(pattern, generate(pattern, probeDraws(row), 0, Number.POSITIVE_INFINITY))) return false
  }
  return true
}

/**
 * Reads a regular expression as Postgres does (`~`; with `caseless` as `~*`). Null where it holds what is not supported: lookaround, collating
 * elements, basic or expanded syntax, an anchor that nothing can pass.
 */
export function parsePattern(source: string, caseless = false): Pattern | null {
  try {
    const pattern = parse(source, caseless)
    return holds(pattern) ? pattern : null
  } catch (error) {
    if (error instanceof Unsupported) return null
    throw error
  }
}
