import { MappingError } from './mapping-error.ts'

export interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'duration' | 'sign' | 'end'
  /** As it was written; of a text what it says. */
  readonly text: string
  /** Place in the expression, from 1. */
  readonly column: number
}

/** Longer expressions are nobody's. */
const LONGEST = 4096

const NAME = /[\p{L}_$][\p{L}\p{N}_$]*(?:-[\p{L}\p{N}_$]+)*/uy
const NUMBER = /-?\d+(?:\.\d+)?(?:_([a-z]+))?/y
const SPACE = /\s+/y
const SIGNS = '|.,:()[]{}'

/** Cuts an expression into its tokens; the last one is `end`. @throws MappingError */
export function tokenize(source: string): readonly Token[] {
  if (source.length > LONGEST)
    throw new MappingError({
      message: 'The expression is too long.',
      expected: `at most ${LONGEST} characters`,
      found: `${source.length}`,
      next: 'Prepare the value in the content itself.',
    })
  const tokens: Token[] = []
  for (let at = skip(source, 0); at < source.length; ) {
    const { token, end } = next(source, at)
    tokens.push(token)
    at = skip(source, end)
  }
  return [...tokens, { kind: 'end', text: '', column: source.length + 1 }]
}

function next(source: string, at: number): { token: Token; end: number } {
  const column = at + 1
  const letter = source[at] as string
  if (letter === "'" || letter === '"') return quoted(source, at)
  if (SIGNS.includes(letter)) return { token: { kind: 'sign', text: letter, column }, end: at + 1 }
  const number = matchAt(NUMBER, source, at)
  if (number !== null) {
    const [text, unit] = number
    return { token: { kind: unit === undefined ? 'number' : 'duration', text, column }, end: at + text.length }
  }
  const name = matchAt(NAME, source, at)
  if (name !== null) return { token: { kind: 'name', text: name[0], column }, end: at + name[0].length }
  throw new MappingError({
    message: `The expression cannot be read at place ${column}.`,
    expected: 'a path, a function, a text in quotes, a number or a list',
    found: [...source.slice(at)][0] ?? '',
    next: 'Put texts into quotes.',
    column,
  })
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"' }

function quoted(source: string, at: number): { token: Token; end: number } {
  const quote = source[at]
  let text = ''
  for (let i = at + 1; i < source.length; i++) {
    const letter = source[i] as string
    if (letter === quote) return { token: { kind: 'text', text, column: at + 1 }, end: i + 1 }
    if (letter !== '\\') {
      text += letter
      continue
    }
    const escaped = source[++i] ?? ''
    const known = ESCAPES[escaped]
    if (known === undefined)
      throw new MappingError({
        message: `There is no escape \\${escaped}.`,
        expected: '\\n, \\t, \\r, \\\\, \\\' or \\"',
        found: `\\${escaped}`,
        next: 'Write a backslash as \\\\.',
        column: i,
      })
    text += known
  }
  throw new MappingError({
    message: 'A text has no end.',
    expected: `${quote} at its end`,
    found: 'the end of the expression',
    next: 'Close the quotes.',
    column: at + 1,
  })
}

function skip(source: string, at: number): number {
  const space = matchAt(SPACE, source, at)
  return space === null ? at : at + space[0].length
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}
