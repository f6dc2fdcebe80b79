import type { Problem } from '../problem.ts'
import { type Content, content } from './content.ts'
import { plainData } from './plain-data.ts'

/** An item of a file of data: it must be an object. `next`: how one is written. */
export function itemContent(
  value: unknown,
  at: Pick<Content, 'many' | 'number' | 'line'>,
  next: string,
): Content | Problem {
  const { data, problem } = plainData(value)
  if (problem === null && typeof data === 'object' && data !== null && !Array.isArray(data))
    return content({ json: data, ...at })
  return {
    line: at.line,
    message: problem ?? 'An item is no object.',
    expected: at.many ? 'an object for each item' : 'an object, or a list of objects',
    found: problem === null ? kindOf(value) : 'more',
    next,
  }
}

const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : value === null || value === undefined ? 'nothing' : `a ${typeof value}`
