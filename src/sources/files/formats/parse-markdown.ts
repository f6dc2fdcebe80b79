import { failed, type Parsed } from '../problem.ts'
import { type Content, content } from './content.ts'
import { parseFrontMatter } from './parse-front-matter.ts'
import { splitFrontMatter } from './split-front-matter.ts'

/** Markdown is one item: its front matter (YAML, TOML or JSON), and its body without blank lines around it. */
export function parseMarkdown(text: string): Parsed<readonly Content[]> {
  const front = splitFrontMatter(text)
  if (front === null) return { value: [content({ frontmatter: {}, body: trimmed(text) })], problems: [] }
  if ('problem' in front) return failed(front.problem)
  const { value, problems } = parseFrontMatter(front)
  if (value === null) return { value, problems }
  return { value: [content({ frontmatter: value, body: trimmed(text.slice(front.end)) })], problems: [] }
}

const trimmed = (body: string): string => body.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
