import type { Parsed } from '../problem.ts'
import { type Content, content } from './content.ts'
import type { Reading } from './formats.ts'

/** A line that is longer is known by how it begins. */
const LONGEST_KEY = 100

/** Plain text: one item, or one for each line that is not blank. A line is known by what it says, so that others may come and go. */
export function parsePlainText(text: string, { per }: Reading): Parsed<readonly Content[]> {
  if (per === 'file') return { value: [content({ body: text })], problems: [] }
  const seen = new Map<string, number>()
  const value = text.split('\n').flatMap((line, i): Content[] => {
    const body = line.trim()
    if (body === '') return []
    const start = body.slice(0, LONGEST_KEY)
    const before = seen.get(start) ?? 0
    seen.set(start, before + 1)
    const key = before === 0 ? start : `${start} (${before + 1})`
    return [content({ body, many: true, number: i + 1, line: i + 1, key })]
  })
  return { value, problems: [] }
}
