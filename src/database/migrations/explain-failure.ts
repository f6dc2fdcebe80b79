import { type Address, DatabaseError } from '../../model/database.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Statement } from './split-statements.ts'
import type { SqlFile } from './sql-file.ts'

/** Characters of a line that an error shows. */
const SHOWN = 100

/** What stopped a file: the statement and, where the server refused it, its words. */
export interface Failure {
  readonly file: SqlFile
  /** Null: what is checked at the end of the file. */
  readonly statement: Statement | null
  readonly address: Address
  /** Statements of the file that stay in the database, since the file itself commits them; usually 0. */
  readonly kept: number
}

/** An error of the server as one that names file and statement and says what to do. Others (a lost connection) pass as they are. */
export function explainFailure(error: unknown, failure: Failure): unknown {
  if (!(error instanceof DatabaseError) || /^(08|57P0|ECONN)/.test(error.code)) return error
  const { file, statement, kept } = failure
  const words = [error.message, error.detail, error.hint].filter((part) => part !== undefined && part !== '')
  return new SeedError({
    code: 'migration-failed',
    message: `${file.file} is not applied: ${words.map((word) => sentence(word ?? '')).join(' ')}${kept === 0 ? '' : ` Its first ${kept} statements are, since it commits them itself.`}`,
    place: { file: file.file },
    found: `${statement === null ? 'at the end of the file' : spellStatement(statement, error.position)} (SQLSTATE ${error.code})`,
    next: nextStep(error, failure),
    cause: error,
  })
}

/** `statement 3, line 12: create table posts (` with the line that the server points at, where that is another. */
export function spellStatement({ number, line, text, tree }: Statement, position?: number): string {
  const before = [...text].slice(0, (position ?? 1) - 1).join('')
  const down = before.split('\n').length - 1
  const pointed = text.split('\n')[down] ?? ''
  // What was not parsed is the whole file: the position tells where.
  if (tree === null) return `statement ${number}, line ${line + down}: ${shorten(pointed)}`
  const first = `statement ${number}, line ${line}: ${shorten(text.split('\n')[0] ?? '')}`
  return down === 0 ? first : `${first}; at line ${line + down}: ${shorten(pointed)}`
}

const shorten = (text: string): string => {
  const line = text.trim()
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

const MISSING = new Set(['42P01', '42883', '3F000', '42704', '42703', '42P02'])
const DOUBLE = new Set(['42P07', '42710', '42723', '42P06', '42701', '42P03'])

function nextStep({ code }: DatabaseError, { address, kept }: Failure): string {
  const anew =
    address.kind === 'postgres'
      ? 'make the database anew'
      : address.host === 'memory'
        ? 'run the command again'
        : `remove ${address.host} to build it anew`
  if (kept > 0) return `Correct the statement and ${anew}.`
  if (code === '55P04')
    return 'Move what uses the new value of the enum to the next migration: until this one is applied it cannot be used.'
  if (code === '2D000') return 'Take COMMIT and ROLLBACK out of the block or procedure: a migration is one transaction.'
  if (code === '25001')
    return 'Take the statement out of the file: it cannot run in the transaction that a migration is.'
  if (DOUBLE.has(code)) return `Correct the statement; or, if the files were another history before, ${anew}.`
  const again = 'Correct the statement and run the command again.'
  if (!MISSING.has(code)) return again
  return `${again} If it needs more of Supabase than is here, use the local stack (supabase start) or another database with --db-url.`
}
