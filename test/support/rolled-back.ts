import type { Database, Queryable } from '../../src/model/database.ts'

class RolledBack extends Error {}

/**
 * Does work in one transaction that is rolled back in the end. The database that `work` is given has its transactions as savepoints in it, which are rolled
 * back as well: it is for looking.
 */
export async function rolledBack<Result>(db: Database, work: (inside: Database) => Promise<Result>): Promise<Result> {
  const results: Result[] = []
  try {
    await db.transaction(
      async (tx) => {
        results.push(await work(inside(db, tx)))
        throw new RolledBack()
      },
      { searchPath: 'own' },
    )
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
  }
  return results[0] as Result
}

function inside(db: Database, tx: Queryable): Database {
  return {
    address: db.address,
    capabilities: db.capabilities,
    query: tx.query,
    execute: tx.execute,
    copyIn: tx.copyIn,
    result: tx.result,
    close: async () => undefined,
    transaction: async (work, { searchPath = 'empty', statementTimeout = 0 } = {}) => {
      await tx.execute(`savepoint inside; set local statement_timeout = ${statementTimeout}`)
      if (searchPath === 'empty') await tx.execute(`set local search_path = ''`)
      try {
        return await work(tx)
      } finally {
        await tx.execute('rollback to savepoint inside')
      }
    },
  }
}
