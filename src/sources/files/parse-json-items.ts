import type { Value } from '../../model/value.ts'
import { jsonErrorAt } from './json-error-at.ts'
import { plainData } from './plain-data.ts'
import type { Parsed, Problem } from './problem.ts'

/** The content of one item. */
export interface Content {
  readonly frontmatter: { readonly [key: string]: Value } | null
  readonly body: string | null
  readonly json: Value
  /** Its file holds several. */
  readonly many: boolean
  /** Its number among them, from 1. */
  readonly number: number
  /** Where it stands in the file, as far as that is known: from 1. */
  readonly line: number
}

/** JSON: an object is one item, a list of objects an item each. */
export function parseJsonItems(text: string): Parsed<readonly Content[]> {
  const { value, problems } = parse(text, 1)
  if (value === undefined) return { value: null, problems }
  if (!Array.isArray(value)) {
    const made = content(value, { many: false, number: 1, line: 1 })
    return 'json' in made ? { value: [made], problems: [] } : { value: null, problems: [made] }
  }
  const lines = linesOfItems(text)
  return gather(value.map((item, i) => content(item, { many: true, number: i + 1, line: lines[i] ?? 1 })))
}

/** JSON Lines: an object in each line; empty ones are passed over. */
export function parseJsonLines(text: string): Parsed<readonly Content[]> {
  const made: (Content | Problem)[] = []
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const { value, problems } = parse(line, i + 1)
    made.push(...problems)
    if (value !== undefined) made.push(content(value, { many: true, number: i + 1, line: i + 1 }))
  }
  return gather(made)
}

function gather(made: readonly (Content | Problem)[]): Parsed<readonly Content[]> {
  return {
    value: made.filter((one): one is Content => 'json' in one),
    problems: made.filter((one): one is Problem => !('json' in one)),
  }
}

function parse(text: string, firstLine: number): { value: unknown; problems: Problem[] } {
  try {
    return { value: JSON.parse(text), problems: [] }
  } catch {
    const position = jsonErrorAt(text)
    return {
      value: undefined,
      problems: [
        {
          line: firstLine + text.slice(0, position).split('\n').length - 1,
          message: 'The file is not JSON.',
          expected: 'plain JSON, without comments and trailing commas',
          found: shown(text.slice(position, position + 20)),
          next: 'Mend the line.',
        },
      ],
    }
  }
}

const shown = (text: string): string =>
  text.trim() === '' ? 'the end of the text' : (text.trim().split('\n')[0] ?? '').replace(/\p{Cc}+/gu, ' ')

function content(value: unknown, at: { many: boolean; number: number; line: number }): Content | Problem {
  const plain = plainData(value)
  const { data } = plain
  if (plain.problem === null && typeof data === 'object' && data !== null && !Array.isArray(data))
    return { frontmatter: null, body: null, json: data, ...at }
  return {
    line: at.line,
    message: plain.problem ?? 'An item is no object.',
    expected: at.many ? 'an object for each item' : 'an object, or a list of objects',
    found: Array.isArray(value)
      ? 'a list'
      : value === null
        ? 'null'
        : plain.problem === null
          ? `a ${typeof value}`
          : 'more',
    next: 'Write it as { "name": … }.',
  }
}

/** The lines on which the items of a list begin; the text is known to be JSON. */
function linesOfItems(text: string): number[] {
  const lines: number[] = []
  let [line, depth, wanted] = [1, 0, false]
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '\n') line++
    if (letter === ' ' || letter === '\n' || letter === '\t' || letter === '\r') continue
    if (depth === 1 && wanted && letter !== ']') {
      lines.push(line)
      wanted = false
    }
    if (letter === '"') at = endOfText(text, at)
    else if (letter === '[' || letter === '{') {
      depth++
      if (depth === 1) wanted = true
    } else if (letter === ']' || letter === '}') depth--
    else if (letter === ',' && depth === 1) wanted = true
  }
  return lines
}

/** The place of the quote that ends a text. JSON has no line ends inside of texts. */
function endOfText(text: string, start: number): number {
  let at = start + 1
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}
