import type { Assets } from '../../model/assets/assets.ts'
import type { Expression, Keys } from './expression.ts'
import { MappingError } from './mapping-error.ts'
import { callOf } from './parse/call-of.ts'
import { drawnOf } from './parse/drawn-of.ts'
import { durationOf } from './parse/duration-of.ts'
import { PATH_ROOTS, pathOf } from './parse/path-of.ts'
import { type Token, tokenize } from './tokenize.ts'

/** Brackets and calls inside each other. */
const DEEPEST = 50

/**
 * Reads an expression of the mapping language: paths, `|`, literals, lists, objects and calls of known functions with a fitting number of arguments.
 * `assets`: the pools that may be drawn from, and what may be called besides.
 * @throws MappingError with the place and what was expected there.
 */
export function parseExpression(source: string, assets: Assets): Expression {
  const parser = new Parser(tokenize(source), assets)
  const expression = parser.either(0)
  parser.end()
  return expression
}

class Parser {
  readonly #tokens: readonly Token[]
  readonly #assets: Assets
  #at = 0
  #calls = 0

  constructor(tokens: readonly Token[], assets: Assets) {
    this.#tokens = tokens
    this.#assets = assets
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
        return { kind: 'literal', value: durationOf(token), column }
      case 'name':
        return this.#named(token, depth)
      case 'sign':
        if (text === '[') return { kind: 'list', items: this.#several(']', () => this.either(depth + 1)), column }
        if (text === '{') return { kind: 'object', entries: this.#several('}', () => this.#entry(depth)), column }
        if (text === '(') {
          const inner = this.either(depth + 1)
          this.#want(')', ')')
          return inner
        }
    }
    throw unexpected(token, 'a path, a function, a text in quotes, a number, a list or an object')
  }

  /** `min: 1` */
  #entry(depth: number): readonly [string, Expression] {
    const token = this.#token
    if (token.kind !== 'name' && token.kind !== 'text') throw unexpected(token, 'a name, a colon and a value')
    this.#at++
    this.#want(':', ': after the name')
    return [token.text, this.either(depth + 1)]
  }

  /** A literal that is a word, a call, or a path. */
  #named(first: Token, depth: number): Expression {
    const { column } = first
    const keys: Keys = [first.text, ...this.#keys()]
    if (this.#take('(')) return this.#part(this.#call(keys, depth, column), column)
    if (keys.length === 1 && Object.hasOwn(WORDS, first.text))
      return { kind: 'literal', value: WORDS[first.text] ?? null, column }
    return pathOf(keys, column)
  }

  #call(keys: Keys, depth: number, column: number): Expression {
    const number = this.#calls++
    if (keys.join('.') === 'random' && this.#isForeign()) {
      const from = this.#token
      this.#at++
      const path = [from.text, ...this.#keys()]
      this.#want(')', ')')
      return drawnOf(path, { number, column: from.column }, this.#assets)
    }
    return callOf({ keys, given: this.#several(')', () => this.either(depth + 1)), number, column }, this.#assets)
  }

  /** The name of another pool, and not a path of the item, a word or a call. */
  #isForeign(): boolean {
    const { kind, text } = this.#token
    const signAt = (at: number): string | null =>
      this.#tokens[at]?.kind === 'sign' ? (this.#tokens[at] as Token).text : null
    if (kind === 'text') return signAt(this.#at + 1) === '.'
    if (kind !== 'name' || PATH_ROOTS.includes(text) || text === 'row' || Object.hasOwn(WORDS, text)) return false
    let at = this.#at + 1
    while (signAt(at) === '.') at += 2
    return signAt(at) !== '('
  }

  /** `.key[0]` behind a call. */
  #part(of: Expression, column: number): Expression {
    const keys = this.#keys()
    return keys.length === 0 ? of : { kind: 'part', of, keys, column }
  }

  #keys(): Keys {
    const keys: (string | number)[] = []
    for (;;) {
      if (this.#take('.')) keys.push(this.#key())
      else if (this.#take('[')) keys.push(this.#index())
      else return keys
    }
  }

  #key(): string {
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

  #several<Item>(close: string, read: () => Item): Item[] {
    const items: Item[] = []
    if (this.#take(close)) return items
    do items.push(read())
    while (this.#take(','))
    this.#want(close, `, or ${close}`)
    return items
  }
}

const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

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
