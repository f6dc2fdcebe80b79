import type { Node, SqlError } from 'libpg-query'

/** One statement of a file. */
export interface Statement {
  /** From 1. Of a text that was not understood: the number of the first that was not. */
  readonly number: number
  /** Line of the file in which it begins, from 1. */
  readonly line: number
  /** Without what stands before it and the semicolon after it. */
  readonly text: string
  /** With the comments before it, as the Supabase CLI records it. */
  readonly recorded: string
  /** Its parse tree; null for a text that the parser did not understand, taken as one statement. */
  readonly tree: Node | null
}

/** Where the parser gave up. */
export interface SyntaxError {
  readonly message: string
  /** In characters from 0; null where the parser did not say. */
  readonly position: number | null
}

export interface Split {
  /** In order. Comments after the last statement are recorded with it. */
  readonly statements: readonly Statement[]
  /** Set where the text could not be parsed: `statements` is then the whole text. */
  readonly error: SyntaxError | null
}

/** Splits SQL with the real Postgres grammar, so that quotes, dollar quotes, comments and bodies are what they are for the server. */
export async function splitStatements(sql: string): Promise<Split> {
  if (sql.trim() === '') return { statements: [], error: null }
  const { loadModule, parseSync } = await import('libpg-query')
  await loadModule()
  try {
    return { statements: cut(sql, parseSync(sql).stmts ?? []), error: null }
  } catch (error) {
    const text = sql.trim()
    const line = lineAfter(sql.slice(0, sql.indexOf(text)))
    const told = explain(error)
    const number = 1 + countBefore(sql, told.position ?? 0, (part) => parseSync(part).stmts?.length ?? 0)
    return { statements: [{ number, line, text, recorded: text, tree: null }], error: told }
  }
}

type Raw = { readonly stmt?: Node; readonly stmt_location?: number; readonly stmt_len?: number }

/** The parser counts in bytes of UTF-8. */
function cut(sql: string, raw: readonly Raw[]): Statement[] {
  const bytes = Buffer.from(sql)
  const slice = (from: number, to: number): string => bytes.subarray(from, to).toString()
  let end = 0
  let line = 1
  let counted = 0
  return raw.map(({ stmt, stmt_location: start = 0, stmt_len: length }, at) => {
    const last = at === raw.length - 1
    const stop = length === undefined ? bytes.length : start + length
    const recorded = trim(slice(end, last ? bytes.length : stop))
    end = stop
    const lead = slice(start, stop)
    const begin = start + Buffer.byteLength(lead) - Buffer.byteLength(lead.trimStart())
    line += lineAfter(slice(counted, begin)) - 1
    counted = begin
    return { number: at + 1, line, text: lead.trim(), recorded, tree: stmt ?? null }
  })
}

/** Semicolons that are tried as the end of the last whole statement. */
const TRIES = 20

/** How many whole statements there are before a position in characters. */
function countBefore(sql: string, position: number, count: (part: string) => number): number {
  let part = [...sql].slice(0, position).join('')
  for (let tries = 0; tries < TRIES; tries++) {
    part = part.slice(0, Math.max(0, part.lastIndexOf(';')))
    if (part.trim() === '') return 0
    try {
      return count(part)
    } catch {
      // That semicolon was inside something.
    }
  }
  return 0
}

/** The line that follows a text, counted from its beginning. */
function lineAfter(before: string): number {
  let lines = 1
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** Without blanks and semicolons around it. */
const trim = (text: string): string => text.replace(/^[\s;]+|[\s;]+$/g, '')

function explain(error: unknown): SyntaxError {
  const { message, sqlDetails } = error as Partial<SqlError>
  return { message: sqlDetails?.message ?? message ?? String(error), position: sqlDetails?.cursorPosition ?? null }
}
