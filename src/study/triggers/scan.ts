export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'comment' | 'space' | 'sign'
  readonly text: string
  readonly start: number
}

const SPACE = /\s/
const WORD_START = /[A-Za-z_\u0080-\uffff]/
const WORD = /[A-Za-z0-9_$\u0080-\uffff]/

/**
 * Cuts SQL or PL/pgSQL into words, quoted names, strings, comments, blanks and single signs, by the lexical rules of Postgres
 * (manual, 4.1). For the two places that the grammar does not reach: assignments and %ROWTYPE.
 */
export function scan(sql: string): Token[] {
  const tokens: Token[] = []
  let start = 0
  while (start < sql.length) {
    const [kind, end] = next(sql, start)
    tokens.push({ kind, text: sql.slice(start, end), start })
    start = end
  }
  return tokens
}

function next(sql: string, at: number): [Token['kind'], number] {
  const sign = sql.charAt(at)
  if (SPACE.test(sign)) return ['space', run(sql, at, SPACE)]
  if (sql.startsWith('--', at)) return ['comment', after(sql, '\n', at)]
  if (sql.startsWith('/*', at)) return ['comment', blockComment(sql, at)]
  if (sign === '"') return ['quoted', quotedEnd(sql, at, '"', false)]
  if (sign === "'") return ['string', quotedEnd(sql, at, "'", false)]
  if ((sign === 'e' || sign === 'E') && sql.charAt(at + 1) === "'") return ['string', quotedEnd(sql, at + 1, "'", true)]
  if (WORD_START.test(sign)) return ['word', run(sql, at, WORD)]
  if (sign === '$') return dollar(sql, at)
  if (/[0-9]/.test(sign)) return ['sign', run(sql, at, /[0-9]/)]
  return ['sign', at + 1]
}

function run(sql: string, at: number, of: RegExp): number {
  let end = at + 1
  while (end < sql.length && of.test(sql.charAt(end))) end += 1
  return end
}

function after(sql: string, mark: string, from: number): number {
  const found = sql.indexOf(mark, from)
  return found < 0 ? sql.length : found + mark.length
}

/** Block comments nest. */
function blockComment(sql: string, at: number): number {
  let depth = 0
  for (let end = at; end < sql.length; end += 1) {
    if (sql.startsWith('/*', end)) {
      depth += 1
      end += 1
    } else if (sql.startsWith('*/', end)) {
      depth -= 1
      end += 1
      if (depth === 0) return end + 1
    }
  }
  return sql.length
}

/** A doubled quote stays inside; so does one after a backslash in an E'' string. */
function quotedEnd(sql: string, at: number, quote: string, backslash: boolean): number {
  for (let end = at + 1; end < sql.length; end += 1) {
    if (backslash && sql.charAt(end) === '\\') end += 1
    else if (sql.charAt(end) === quote) {
      if (sql.charAt(end + 1) !== quote) return end + 1
      end += 1
    }
  }
  return sql.length
}

function dollar(sql: string, at: number): [Token['kind'], number] {
  let end = at + 1
  if (WORD_START.test(sql.charAt(end))) while (sql.charAt(end) !== '$' && WORD.test(sql.charAt(end))) end += 1
  if (sql.charAt(end) !== '$') return ['sign', at + 1]
  return ['string', after(sql, sql.slice(at, end + 1), end + 1)]
}
