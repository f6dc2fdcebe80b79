import type { Database, Queryable, TransactionOptions } from '../../model/database.ts'
import { persist } from './persist.ts'
import { awaitFate } from './transaction-fate.ts'

/**
 * A transaction that is tried again as by `persist`. Where a COMMIT was never answered, the server is asked before the work is done twice: the result is
 * that of the attempt that was committed.
 */
export function persistTransaction<Result>(
  db: Database,
  work: (tx: Queryable) => Promise<Result>,
  options: TransactionOptions,
  causeOf?: (error: unknown) => unknown,
): Promise<Result> {
  let last: { readonly xid: string; readonly result: Result } | null = null
  const attempt = async (): Promise<Result> => {
    if (last !== null && (await awaitFate(db, last.xid)) === 'committed') return last.result
    return db.transaction(async (tx) => {
      const result = await work(tx)
      const [row] = await tx.query<{ xid: string }>('select pg_catalog.pg_current_xact_id()::text as xid')
      last = { xid: row?.xid ?? '', result }
      return result
    }, options)
  }
  return persist(attempt, causeOf)
}
