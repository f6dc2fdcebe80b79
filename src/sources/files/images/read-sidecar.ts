import { readFile, stat } from 'node:fs/promises'
import type { Value } from '../../../model/value.ts'
import { decodeText } from '../decode-text.ts'
import { itemContent } from '../formats/item-content.ts'
import { parseJson } from '../formats/parse-json.ts'
import { parseMarkdown } from '../formats/parse-markdown.ts'
import { parseYaml } from '../formats/parse-yaml.ts'
import { placeIn } from '../formats/place-in.ts'
import type { Raw } from '../formats/raw.ts'
import { failed, type Parsed, type Problem } from '../problem.ts'

const LARGEST = 256 * 1024

export interface Sidecar {
  readonly data: { readonly [key: string]: Value }
  readonly bytes: Buffer
}

/**
 * Reads what stands beside a picture. Of a text the first paragraph is its alt text, the rest its caption. `own`: it is called like the picture with its
 * extension; otherwise a list in it is of somebody else, and nothing is read.
 */
export async function readSidecar(path: string, own: boolean): Promise<Parsed<Sidecar>> {
  const { size } = await stat(path)
  if (size > LARGEST)
    return failed(
      problem({
        message: 'The file beside the picture is too large.',
        expected: `at most ${LARGEST} bytes`,
        found: `${size} bytes`,
      }),
    )
  const bytes = await readFile(path)
  const decoded = decodeText(bytes)
  if ('problem' in decoded) return failed(decoded.problem)
  const { value, problems } = parse(decoded.text, path, own)
  return value === null ? { value, problems } : { value: { data: value, bytes }, problems }
}

function parse(text: string, path: string, own: boolean): Parsed<Sidecar['data']> {
  if (path.endsWith('.txt')) return { value: described(text), problems: [] }
  if (path.endsWith('.md')) {
    const { value, problems } = parseMarkdown(text)
    const [item] = value ?? []
    if (item === undefined) return { value: null, problems }
    return { value: { ...(item.body ? { caption: item.body } : {}), ...item.frontmatter }, problems }
  }
  const json = path.endsWith('.json')
  const raw = json ? parseJson(text) : parseYaml(text)
  if (!own && 'value' in raw && Array.isArray(raw.value)) return { value: null, problems: [] }
  return objectOf(raw, text, json ? 'JSON' : 'YAML')
}

function objectOf(raw: Raw, text: string, format: string): Parsed<Sidecar['data']> {
  if ('message' in raw) {
    const place = placeIn(text, raw.at)
    return failed(
      problem({
        ...place,
        message: `The file beside the picture is not ${format}.`,
        expected: format,
        found: raw.found ?? 'something else',
      }),
    )
  }
  const item = itemContent(raw.value, { many: false, number: 1, line: 1 }, NEXT)
  return 'message' in item ? failed(item) : { value: item.json as Sidecar['data'], problems: [] }
}

function described(text: string): Sidecar['data'] {
  const [alt = '', ...rest] = text.trim().split(/\n[ \t]*\n/)
  const caption = rest.join('\n\n').trim()
  return { ...(alt === '' ? {} : { alt: alt.replace(/\s+/g, ' ') }), ...(caption === '' ? {} : { caption }) }
}

const NEXT = 'Write it as { "alt": …, "caption": … }, or take it away: what is called like a picture is read with it.'

const problem = (said: Pick<Problem, 'message' | 'expected' | 'found'> & Partial<Problem>): Problem => ({
  line: null,
  next: NEXT,
  ...said,
})
