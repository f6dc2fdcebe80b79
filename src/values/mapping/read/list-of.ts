import type { Datum } from '../datum.ts'

/** Signs between the items of a list that is written as a text, first the one that separates most clearly. */
const BETWEEN = ['\n', ';', '|', ','] as const

/**
 * The items of a list that is written as a text: JSON (`["a", "b"]`), as Postgres prints it (`{a,"b c"}`), or with semicolons, bars, lines or commas between. Lists of
 * lists only in JSON.
 */
export function listOf(written: string): readonly Datum[] {
  const text = written.trim()
  if (text.startsWith('[') && text.endsWith(']')) {
    const read = parsed(text)
    if (read !== null) return read
  }
  if (/^\{[^{}]*\}$/s.test(text)) return printed(text.slice(1, -1))
  // Commas at the ends of lines separate, and the lines do not.
  const sign = /,[^\S\n]{0,9}\n/.test(text) ? ',' : (BETWEEN.find((one) => text.includes(one)) ?? ',')
  return text
    .split(sign)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function parsed(text: string): readonly Datum[] | null {
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? (read as readonly Datum[]) : null
  } catch {
    return null
  }
}

/** The inside of `{a,"b, \"c\"",NULL}`. */
function printed(text: string): readonly Datum[] {
  if (text.trim() === '') return []
  const items: Datum[] = []
  const part = /\s*(?:"((?:[^"\\]|\\.)*)"|([^,"]*))\s*(?:,|$)/gsy
  for (let match = part.exec(text); match !== null; match = part.exec(text)) {
    const [all, quoted, plain = ''] = match
    items.push(quoted === undefined ? unquoted(plain.trim()) : quoted.replace(/\\(.)/gs, '$1'))
    if (!all.endsWith(',') || part.lastIndex > text.length) break
  }
  return items
}

const unquoted = (text: string): string | null => (text.toUpperCase() === 'NULL' ? null : text)
