import { DatabaseError } from '../model/database.ts'

const CODES = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '55P03', // lock_not_available
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
])

/**
 * May the same transaction be tried again? Not after 08007: the connection was lost while COMMIT was under way, so it may be there
 * already, and only `pg_xact_status` knows.
 */
export function isRetryable(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return false
  return CODES.has(error.code) || (error.code.startsWith('08') && error.code !== '08007')
}
