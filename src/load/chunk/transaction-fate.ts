import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, DatabaseError } from '../../model/database.ts'
import { errorKind } from './error-kind.ts'

/** What became of a transaction; `unknown`: it is so old that the server has forgotten it, or it is none of this server's. */
export type Fate = 'committed' | 'aborted' | 'in progress' | 'unknown'

/** Asks `pg_xact_status`. `xid` is the text of `pg_current_xact_id()`. Throws DatabaseError when the server does not answer. */
export async function transactionFate(db: Database, xid: string): Promise<Fate> {
  try {
    const [row] = await db.query<{ status: Fate | null }>(
      'select pg_catalog.pg_xact_status($1::text::xid8) as status',
      [xid],
    )
    return row?.status ?? 'unknown'
  } catch (error) {
    // 22023: a number that this server has not reached yet; the database was replaced by an older one.
    if (error instanceof DatabaseError && error.code === '22023') return 'unknown'
    throw error
  }
}

/** Milliseconds. */
const PATIENCE = 30_000
const LONGEST_PAUSE = 2000

/**
 * Waits until a transaction has ended and the server answers, for `patience` milliseconds at most: a server needs a moment to notice that a client
 * is gone, and to come back from a restart. Returns `in progress` when it has not ended by then; throws DatabaseError when the server stays away.
 */
export async function awaitFate(db: Database, xid: string, patience = PATIENCE): Promise<Fate> {
  const end = performance.now() + patience
  for (let pause = 50; performance.now() < end; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      const fate = await transactionFate(db, xid)
      if (fate !== 'in progress') return fate
    } catch (error) {
      if (errorKind(error) !== 'lost') throw error
    }
    await sleep(pause)
  }
  return transactionFate(db, xid)
}
