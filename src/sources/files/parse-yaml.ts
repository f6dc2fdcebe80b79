import type { Value } from '../../model/value.ts'
import { plainData } from './plain-data.ts'
import type { Parsed, Problem } from './problem.ts'

/** Characters of front matter; anchors and aliases are allowed, as far as they do not explode. */
const LONGEST = 256 * 1024
const MOST_ALIASES = 100

/** Reads YAML 1.2 that is a mapping: plain data only, no tags of anybody's. `firstLine`: the line of the file that it begins on. */
export async function parseYaml(text: string, firstLine: number): Promise<Parsed<{ readonly [key: string]: Value }>> {
  if (text.length > LONGEST)
    return failed({
      line: firstLine,
      message: 'The front matter is too long.',
      expected: `at most ${LONGEST} characters`,
      found: `${text.length}`,
      next: 'Move the text below it.',
    })
  const { parseDocument, LineCounter } = await import('yaml')
  const lineCounter = new LineCounter()
  try {
    const document = parseDocument(text, {
      lineCounter,
      schema: 'core',
      customTags: null,
      merge: false,
      resolveKnownTags: false,
      stringKeys: true,
      prettyErrors: false,
      logLevel: 'silent',
    })
    const [error] = document.errors
    if (error !== undefined)
      return failed(broken(error.message, firstLine + lineCounter.linePos(error.pos[0]).line - 1))
    return mapping(document.toJS({ maxAliasCount: MOST_ALIASES }), firstLine)
  } catch (error) {
    return failed(broken((error as Error).message, firstLine))
  }
}

function mapping(value: unknown, line: number): Parsed<{ readonly [key: string]: Value }> {
  const { data, problem } = plainData(value ?? {})
  if (problem !== null) return failed(broken(problem, line))
  if (typeof data === 'object' && data !== null && !Array.isArray(data))
    return { value: data as { readonly [key: string]: Value }, problems: [] }
  return failed({
    line,
    message: 'The front matter is no list of keys and values.',
    expected: 'key: value, one for each line',
    found: Array.isArray(data) ? 'a list' : `a ${typeof data}`,
    next: 'Write it as title: Hello.',
  })
}

const failed = (problem: Problem) => ({ value: null, problems: [problem] })

const broken = (message: string, line: number): Problem => ({
  line,
  message: `The front matter is not YAML: ${firstSentence(message)}`,
  expected: 'YAML: key: value, one for each line',
  found: 'something else',
  next: 'Put texts with a colon, # or quotes in them into quotes.',
})

const firstSentence = (message: string): string =>
  `${(message.split('\n')[0] ?? '').replace(/\p{Cc}+/gu, ' ').replace(/[:.]+$/, '')}.`
