import type { Problem } from '../problem.ts'

export interface FrontMatter {
  readonly kind: 'yaml' | 'toml' | 'json'
  readonly source: string
  /** The line of the file that the source begins on. */
  readonly firstLine: number
  /** Where the text behind it begins, from 0. */
  readonly end: number
}

const FENCE = /(---|\+\+\+|;;;)[ \t]*(yaml|toml|json)?[ \t]*(?:\n|$)/y
const KINDS = { '---': 'yaml', '+++': 'toml', ';;;': 'json' } as const
const CLOSES = {
  '---': /\n(?:---|\.\.\.)[ \t]*(?=\n|$)/g,
  '+++': /\n\+\+\+[ \t]*(?=\n|$)/g,
  ';;;': /\n;;;[ \t]*(?=\n|$)/g,
} as const
/** A brace and a key: other texts may begin with a brace as well. */
const BRACE = /\{\s*(?:"(?:[^"\\\n]|\\.){0,200}"\s*:|\}[ \t]*(?:\n|$))/y

/**
 * The front matter of a text: YAML between lines of `---`, TOML between lines of `+++`, JSON between lines of `;;;`, as an object that the text begins with, or
 * what a word behind the first line says (`---toml`). Null where there is none.
 */
export function splitFrontMatter(text: string): FrontMatter | null | { readonly problem: Problem } {
  FENCE.lastIndex = 0
  const fence = FENCE.exec(text)
  if (fence === null) return text.startsWith('{') ? splitObject(text) : null
  const sign = fence[1] as keyof typeof KINDS
  const start = fence[0].length
  const close = CLOSES[sign]
  close.lastIndex = start - 1
  const end = close.exec(text)
  if (end === null)
    return {
      problem: neverCloses(`a line ${sign} after it`, `Close it with ${sign}, or begin the text with an empty line.`),
    }
  return {
    kind: (fence[2] as FrontMatter['kind'] | undefined) ?? KINDS[sign],
    source: text.slice(start, Math.max(start, end.index)),
    firstLine: 2,
    end: end.index + end[0].length,
  }
}

function splitObject(text: string): FrontMatter | null | { readonly problem: Problem } {
  BRACE.lastIndex = 0
  if (!BRACE.test(text)) return null
  const end = endOfObject(text)
  if (end === null)
    return { problem: neverCloses('a } that closes it', 'Close it with }, or begin the text with an empty line.') }
  const rest = text.indexOf('\n', end)
  // Something behind the brace: it is a text that happens to begin so.
  if (text.slice(end, rest === -1 ? undefined : rest).trim() !== '') return null
  return { kind: 'json', source: text.slice(0, end), firstLine: 1, end }
}

/** The place behind the brace that closes the first one; null where none does. */
function endOfObject(text: string): number | null {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '{') depth++
    else if (letter === '}' && --depth === 0) return at + 1
    else if (letter === '"') {
      at++
      while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
    }
  }
  return null
}

const neverCloses = (expected: string, next: string): Problem => ({
  line: 1,
  column: 1,
  message: 'The front matter has no end.',
  expected,
  found: 'the end of the file',
  next,
})
