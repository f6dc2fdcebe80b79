import { DatabaseError } from '../../model/database.ts'

/** What an error of the database means for the work that met it. */
export type ErrorKind =
  /** Someone was in the way: do it again. */
  | 'conflict'
  /** The connection is gone; whether the transaction was committed must be asked. */
  | 'lost'
  /** The database refuses: doing it again would not help. */
  | 'refused'

// serialization_failure, deadlock_detected, lock_not_available; too_many_connections: the server has no second connection for us just now
const CONFLICTS = new Set(['40001', '40P01', '55P03', '53300'])

// admin_shutdown, crash_shutdown, cannot_connect_now, database_dropped, idle_session_timeout; idle_in_transaction_session_timeout
const LOST = new Set(['57P01', '57P02', '57P03', '57P05', '25P03'])
const LOST_IN_NODE = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
])

/** Judges by code: messages may be translated. Everything that is no error of the database is `refused`. */
export function errorKind(error: unknown): ErrorKind {
  if (!(error instanceof DatabaseError)) return 'refused'
  if (CONFLICTS.has(error.code)) return 'conflict'
  return error.code.startsWith('08') || LOST.has(error.code) || LOST_IN_NODE.has(error.code) ? 'lost' : 'refused'
}
