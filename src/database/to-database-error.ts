import { DatabaseError } from '../model/database.ts'
import { withoutHashes } from '../model/without-hashes.ts'

const FIELDS = ['code', 'schema', 'table', 'column', 'constraint', 'detail', 'hint', 'where', 'position'] as const

/** Codes of Node for a connection that broke; a caller sees them as SQLSTATE 08006, connection_failure. */
const BROKEN = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENETRESET',
  'ENETDOWN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ECONNABORTED',
])

/** What `pg` itself says of a connection that is gone; it gives no code. The words are the driver's, so never translated. */
const GONE = /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout expired)/

/** Turns what a driver threw into a `DatabaseError`; both drivers name the fields of the protocol in the same way. */
export function toDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error
  if (!(error instanceof Error)) return new DatabaseError(String(error), {}, error)
  const given = error as Error & Partial<Record<(typeof FIELDS)[number], unknown>>
  const fields: Partial<Record<(typeof FIELDS)[number], string>> = {}
  for (const field of FIELDS) {
    const value = given[field]
    if (typeof value === 'string' && value !== '') fields[field] = withoutHashes(value)
  }
  if (BROKEN.has(fields.code ?? '') || (fields.code === undefined && GONE.test(error.message))) fields.code = '08006'
  return new DatabaseError(withoutHashes(error.message), fields, error)
}
