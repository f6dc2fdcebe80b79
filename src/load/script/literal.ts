import type { Encoding } from '../../model/value.ts'

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/

/**
 * The text of a value as a literal of SQL: NULL, a plain number or boolean bare, everything else quoted. Needs `standard_conforming_strings`, so that
 * a backslash is one.
 */
export function literal(text: string | null, encoding?: Encoding): string {
  if (text === null) return 'null'
  if (encoding?.kind === 'number' && PLAIN_NUMBER.test(text)) return text
  if (encoding?.kind === 'boolean' && (text === 't' || text === 'f')) return text === 't' ? 'true' : 'false'
  return `'${text.replaceAll("'", "''")}'`
}
