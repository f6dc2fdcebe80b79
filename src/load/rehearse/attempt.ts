import { DatabaseError, type Queryable } from '../../model/database.ts'
import { errorKind } from '../chunk/error-kind.ts'
import { Dropped, type Refused, refusedBy } from './refused.ts'

/** Statement timeout: the rehearsal ends, the rows are not to blame. */
const CANCELLED = '57014'

/**
 * Does something inside a transaction, and undoes it where the database refuses. Null: it is done. Errors that say nothing about rows (the connection, locks, time)
 * are thrown.
 */
export async function attempt(tx: Queryable, work: () => Promise<void>): Promise<Refused | null> {
  await tx.execute('savepoint supa_seed_attempt')
  try {
    await work()
  } catch (error) {
    const ours = error instanceof Dropped
    if (!ours && !(error instanceof DatabaseError)) throw error
    if (!ours && (errorKind(error) !== 'refused' || error.code === CANCELLED)) throw error
    await tx.execute('rollback to savepoint supa_seed_attempt')
    await tx.execute('release savepoint supa_seed_attempt')
    return refusedBy(error)
  }
  await tx.execute('release savepoint supa_seed_attempt')
  return null
}
