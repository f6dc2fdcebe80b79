import { type Database, DatabaseError } from '../../src/model/database.ts'

/** A database whose first COMMIT of a transaction that writes happens, but is never answered. */
export function unanswered(db: Database): Database {
  let cut = false
  return {
    address: db.address,
    capabilities: db.capabilities,
    query: (sql, parameters) => db.query(sql, parameters),
    execute: (sql, parameters) => db.execute(sql, parameters),
    copyIn: (sql, chunks) => db.copyIn(sql, chunks),
    result: (sql) => db.result(sql),
    close: () => db.close(),
    transaction: async (work, options) => {
      const result = await db.transaction(work, options)
      if (cut || options?.readOnly) return result
      cut = true
      throw new DatabaseError('Connection terminated unexpectedly', { code: '08007' })
    },
  }
}
