import { nearest } from '../../model/nearest.ts'
import { Duration } from './datum.ts'
import type { Expression } from './expression.ts'
import { mappingFunctions } from './functions/index.ts'
import { arityOf, usageOf } from './functions/mapping-function.ts'
import { MappingError } from './mapping-error.ts'
import { type Token, tokenize } from './tokenize.ts'

/** What a path may begin with. */
const PATH_ROOTS: readonly string[] = ['frontmatter', 'body', 'json', 'csv', 'file']

/** Of a file: the only keys that it has. */
const FILE_KEYS: readonly string[] = ['name', 'stem', 'extension', 'path', 'size', 'type', 'bucket', 'object']

/** Brackets and calls inside each other. */
const DEEPEST = 50

const HOUR = 3_600_000
const UNITS: Readonly<Record<string, number>> = {
  second: 1000,
  minute: 60_000,
  hour: HOUR,
  day: 24 * HOUR,
  week: 7 * 24 * HOUR,
  month: 30 * 24 * HOUR,
  year: 365 * 24 * HOUR,
}

/**
 * Reads an expression of the mapping language: paths, `|`, literals, lists and calls of known functions with a fitting number of arguments.
 * @throws MappingError with the place and what was expected there.
 */
export function parseExpression(source: string): Expression {
  const parser = new Parser(tokenize(source))
  const expression = parser.either(0)
  parser.end()
  return expression
}

class Parser {
  readonly #tokens: readonly Token[]
  #at = 0
  #calls = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  /** `way | way | …` */
  either(depth: number): Expression {
    const { column } = this.#token
    if (depth > DEEPEST) throw tooDeep(column)
    const ways = [this.#term(depth)]
    while (this.#take('|')) ways.push(this.#term(depth))
    return ways.length === 1 ? (ways[0] as Expression) : { kind: 'either', ways, column }
  }

  end(): void {
    if (this.#token.kind !== 'end') throw unexpected(this.#token, '| or the end')
  }

  get #token(): Token {
    return this.#tokens[this.#at] as Token
  }

  #take(sign: string): boolean {
    const found = this.#token.kind === 'sign' && this.#token.text === sign
    if (found) this.#at++
    return found
  }

  #want(sign: string, expected: string): void {
    if (!this.#take(sign)) throw unexpected(this.#token, expected)
  }

  #term(depth: number): Expression {
    const token = this.#token
    const { column, text } = token
    this.#at++
    switch (token.kind) {
      case 'text':
        return { kind: 'literal', value: text, column }
      case 'number':
        return { kind: 'literal', value: Number(text), column }
      case 'duration':
        return { kind: 'literal', value: duration(token), column }
      case 'name':
        return this.#named(token, depth)
      case 'sign':
        if (text === '[') return { kind: 'list', items: this.#several(']', depth), column }
        if (text === '(') {
          const inner = this.either(depth + 1)
          this.#want(')', ')')
          return inner
        }
    }
    throw unexpected(token, 'a path, a function, a text in quotes, a number or a list')
  }

  /** A literal that is a word, a call, or a path. */
  #named(first: Token, depth: number): Expression {
    const { column } = first
    const keys: (string | number)[] = [first.text]
    for (;;) {
      if (this.#take('.')) keys.push(this.#key())
      else if (this.#take('[')) keys.push(this.#index())
      else break
    }
    if (this.#take('(')) return call(keys.join('.'), this.#several(')', depth), this.#calls++, column)
    if (keys.length === 1 && Object.hasOwn(WORDS, first.text))
      return { kind: 'literal', value: WORDS[first.text] ?? null, column }
    return path(keys, column)
  }

  #key(): string | number {
    const token = this.#token
    if (token.kind !== 'name' && token.kind !== 'text') throw unexpected(token, 'a name after the dot')
    this.#at++
    return token.text
  }

  #index(): string | number {
    const token = this.#token
    if (token.kind !== 'text' && !(token.kind === 'number' && /^\d+$/.test(token.text)))
      throw unexpected(token, 'a number from 0, or a name in quotes')
    this.#at++
    this.#want(']', ']')
    return token.kind === 'text' ? token.text : Number(token.text)
  }

  #several(close: string, depth: number): Expression[] {
    const items: Expression[] = []
    if (this.#take(close)) return items
    do items.push(this.either(depth + 1))
    while (this.#take(','))
    this.#want(close, `, or ${close}`)
    return items
  }
}

const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

function duration({ text, column }: Token): Duration {
  const [count, unit = ''] = text.split('_')
  const ms = UNITS[unit.replace(/s$/, '')]
  if (ms !== undefined) return new Duration(Number(count) * ms)
  const units = Object.keys(UNITS).map((name) => `${name}s`)
  throw new MappingError({
    message: `There is no unit of time ${unit}.`,
    expected: units.join(', '),
    found: unit,
    next: hint(nearest(unit, units), 'Write it as 30_days.'),
    column,
  })
}

function call(name: string, given: readonly Expression[], number: number, column: number): Expression {
  const known = mappingFunctions.get(name)
  if (known === undefined)
    throw new MappingError({
      message: `There is no function ${name}.`,
      expected: `one of ${[...mappingFunctions.keys()].sort().join(', ')}`,
      found: name,
      next: hint(nearest(name, mappingFunctions.keys()), 'docs/assets.md lists them.'),
      column,
    })
  const { least, most } = arityOf(known)
  if (given.length < least || given.length > most)
    throw new MappingError({
      message: `${name} is called with ${given.length} arguments.`,
      expected: usageOf(name, known),
      found: `${given.length} arguments`,
      next: `Write it as ${usageOf(name, known)}.`,
      column,
    })
  return { kind: 'call', name, arguments: given, number, column }
}

function path(keys: readonly (string | number)[], column: number): Expression {
  const [root = '', key] = keys.map(String)
  const written = keys.join('.')
  if (!PATH_ROOTS.includes(root)) {
    const near = keys.length > 1 ? nearest(root, PATH_ROOTS) : nearest(root, ['body'])
    throw new MappingError({
      message: `There is no ${written}.`,
      expected: `a path that begins with ${PATH_ROOTS.join(', ')}`,
      found: written,
      next: hint(
        near === null ? null : [near, ...keys.slice(1)].join('.'),
        `Write frontmatter.${written} for markdown, json.${written} for JSON, csv.${written} for CSV, or '${written}' for the text itself.`,
      ),
      column,
    })
  }
  if (root === 'file' && !(keys.length === 2 && FILE_KEYS.includes(key ?? '')))
    throw new MappingError({
      message: `There is no ${written}.`,
      expected: FILE_KEYS.map((name) => `file.${name}`).join(', '),
      found: written,
      next: hint(key === undefined ? null : prefixed('file.', nearest(key, FILE_KEYS)), 'Name one of its facts.'),
      column,
    })
  if (root === 'body' && keys.length > 1)
    throw new MappingError({
      message: `There is no ${written}: the body is a text.`,
      expected: 'body',
      found: written,
      next: 'Write body.',
      column,
    })
  return { kind: 'path', keys, column }
}

const prefixed = (prefix: string, name: string | null): string | null => (name === null ? null : `${prefix}${name}`)

const hint = (near: string | null, otherwise: string): string => (near === null ? otherwise : `Did you mean ${near}?`)

const unexpected = (token: Token, expected: string): MappingError =>
  new MappingError({
    message:
      token.kind === 'end'
        ? 'The expression ends too early.'
        : `The expression cannot be read at place ${token.column}.`,
    expected,
    found: token.kind === 'end' ? 'the end of the expression' : token.text,
    next: 'docs/assets.md shows how expressions are written.',
    column: token.column,
  })

const tooDeep = (column: number): MappingError =>
  new MappingError({
    message: 'The expression is nested too deeply.',
    expected: `at most ${DEEPEST} brackets inside each other`,
    found: 'more',
    next: 'Prepare the value in the content itself.',
    column,
  })
