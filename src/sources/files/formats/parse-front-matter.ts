import type { Value } from '../../../model/value.ts'
import { failed, type Parsed, type Problem } from '../problem.ts'
import { parseJson } from './parse-json.ts'
import { parsePlainYaml } from './parse-plain-yaml.ts'
import { parseToml } from './parse-toml.ts'
import { parseYaml } from './parse-yaml.ts'
import { placeIn } from './place-in.ts'
import { plainData } from './plain-data.ts'
import type { FrontMatter } from './split-front-matter.ts'

/** Characters of front matter. */
const LONGEST = 256 * 1024

/** What front matter says, as plain data. */
export function parseFrontMatter(front: FrontMatter): Parsed<{ readonly [key: string]: Value }> {
  const { kind, firstLine } = front
  const source = detached(front.source)
  if (source.length > LONGEST)
    return failed({
      line: firstLine,
      message: 'The front matter is too long.',
      expected: `at most ${LONGEST} characters`,
      found: `${source.length}`,
      next: 'Move the text below it.',
    })
  const plain = kind === 'yaml' ? parsePlainYaml(source) : null
  if (plain !== null) return { value: plain, problems: [] }
  const read = kind === 'yaml' ? parseYaml(source) : kind === 'toml' ? parseToml(source) : parseBare(source)
  if ('message' in read) return failed(broken(read, front))
  const { data, problem } = plainData(read.value ?? {})
  if (problem !== null) return failed(broken({ message: problem, at: 0 }, front))
  if (typeof data === 'object' && data !== null && !Array.isArray(data))
    return { value: data as { readonly [key: string]: Value }, problems: [] }
  return failed({
    line: firstLine,
    message: 'The front matter is no list of keys and values.',
    expected: 'key: value, one for each line',
    found: Array.isArray(data) ? 'a list' : `a ${typeof data}`,
    next: 'Write it as title: Hello.',
  })
}

/** A copy of its own: values that are cut from it would keep the whole text of the file in memory. */
const detached = (source: string): string => Buffer.from(source).toString()

/** Some leave the braces out between lines of `;;;`. */
function parseBare(source: string): ReturnType<typeof parseJson> {
  if (/^\s*(?:\{|$)/.test(source)) return source.trim() === '' ? { value: {} } : parseJson(source)
  const read = parseJson(`{${source}}`)
  return 'message' in read ? { ...read, at: Math.min(read.at - 1, source.length) } : read
}

const WAYS = {
  yaml: ['YAML', 'YAML: key: value, one for each line', 'Put texts with a colon, # or quotes in them into quotes.'],
  toml: [
    'TOML',
    'TOML: key = value, one for each line',
    'Put texts into quotes, and each key and value into a line of its own.',
  ],
  json: [
    'JSON',
    'JSON: "key": value, with commas between them',
    'Put keys and texts into double quotes; the last value has no comma.',
  ],
} as const

function broken(
  { message, at, found }: { message: string; at: number; found?: string },
  { kind, source, firstLine }: FrontMatter,
): Problem {
  const [name, expected, next] = WAYS[kind]
  return {
    ...placeIn(source, at, firstLine),
    message: `The front matter is not ${name}${message === '' ? '' : `: ${firstSentence(message)}`}${message === '' ? '.' : ''}`,
    expected,
    found: found ?? 'something else',
    next,
  }
}

const firstSentence = (message: string): string =>
  `${(message.split('\n')[0] ?? '').replace(/\p{Cc}+/gu, ' ').replace(/[:.]+$/, '')}.`
