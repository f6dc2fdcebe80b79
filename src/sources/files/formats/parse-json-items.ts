import type { Parsed, Problem } from '../problem.ts'
import { shortened } from '../shortened.ts'
import { type Content, gather } from './content.ts'
import { itemContent } from './item-content.ts'
import { parseJson } from './parse-json.ts'
import { placeIn } from './place-in.ts'

/** How an object is written, for whoever wrote something else. */
const NEXT = 'Write it as { "name": … }.'

/** Lines that may be broken before the rest is not read, and items of a list that are held for messages. */
export const MOST_BAD = 1000

/** JSON: an object is one item, a list of objects an item each. */
export function parseJsonItems(text: string): Parsed<readonly Content[]> {
  const { value, problems } = parse(text, 1)
  if (value === undefined) return { value: null, problems }
  if (!Array.isArray(value)) {
    const made = itemContent(value, { many: false, number: 1, line: 1 }, NEXT)
    return 'json' in made ? { value: [made], problems: [] } : { value: null, problems: [made] }
  }
  const lines = linesOfItems(text)
  const made: (Content | Problem)[] = []
  let bad = 0
  for (const [i, item] of value.entries()) {
    const one = itemContent(item, { many: true, number: i + 1, line: lines[i] ?? 1 }, NEXT)
    if (!('message' in one) || ++bad <= MOST_BAD) made.push(one)
  }
  const { value: items, problems: told } = gather(made)
  return { value: items, problems: shortened(told, bad - told.length) }
}

/** JSON Lines: an object in each line; empty ones are passed over. `firstLine`: of the file, on which the text begins; `mostBad`: lines that may be broken
 * before the rest is not read. */
export function parseJsonLines(
  text: string,
  firstLine = 1,
  mostBad = Number.POSITIVE_INFINITY,
): Parsed<readonly Content[]> {
  const made: (Content | Problem)[] = []
  let bad = 0
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const { value, problems } = parse(line, firstLine + i)
    made.push(...problems)
    bad += problems.length
    if (bad > mostBad) return givenUp(made, firstLine + i + 1, mostBad)
    if (value !== undefined) made.push(itemContent(value, { many: true, number: i + 1, line: firstLine + i }, NEXT))
  }
  return gather(made)
}

/** What was read of a file that is no JSON Lines at all. */
const givenUp = (made: readonly (Content | Problem)[], line: number, mostBad: number): Parsed<readonly Content[]> => {
  const { value, problems } = gather(made)
  const rest = {
    line,
    message: `More than ${mostBad} lines are not JSON: the rest of the file is not read.`,
    expected: 'an object in each line',
    found: 'something else',
    next: 'Mend the file.',
  }
  return { value, problems: [...shortened(problems), rest] }
}

function parse(text: string, firstLine: number): { value: unknown; problems: Problem[] } {
  const raw = parseJson(text)
  if (!('message' in raw)) return { value: raw.value, problems: [] }
  const problem = {
    ...placeIn(text, raw.at, firstLine),
    message: 'The file is not JSON.',
    expected: 'plain JSON, without comments and trailing commas',
    found: raw.found ?? 'something else',
    next: 'Mend the line.',
  }
  return { value: undefined, problems: [problem] }
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
