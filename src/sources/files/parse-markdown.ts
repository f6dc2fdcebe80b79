import type { Value } from '../../model/value.ts'
import type { Content } from './parse-json-items.ts'
import { parseYaml } from './parse-yaml.ts'
import type { Parsed, Problem } from './problem.ts'

const OPEN = /^---[ \t]*(?:\n|$)/
const CLOSE = /^(?:---|\.\.\.)[ \t]*$/

/** Markdown is one item: its front matter (YAML between two lines of `---`), and its body without blank lines around it. */
export async function parseMarkdown(text: string): Promise<Parsed<readonly Content[]>> {
  if (!OPEN.test(text)) return item({}, text)
  const lines = text.split('\n')
  const close = lines.findIndex((line, i) => i > 0 && CLOSE.test(line))
  if (close === -1) return { value: null, problems: [neverCloses] }
  const { value, problems } = await parseYaml(lines.slice(1, close).join('\n'), 2)
  if (value === null) return { value: null, problems }
  return item(value, lines.slice(close + 1).join('\n'))
}

function item(frontmatter: { readonly [key: string]: Value }, body: string): Parsed<readonly Content[]> {
  const text = body.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
  return { value: [{ frontmatter, body: text, json: null, many: false, number: 1, line: 1 }], problems: [] }
}

const neverCloses: Problem = {
  line: 1,
  message: 'The front matter has no end.',
  expected: 'a line --- after it',
  found: 'the end of the file',
  next: 'Close it with ---, or begin the text with an empty line where --- is a rule.',
}
