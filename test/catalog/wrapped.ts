import type { Database, Queryable, QueryRow } from '../../src/model/database.ts'

/** The same database, asked as another role in every transaction. */
export function asRole(db: Database, role: string): Database {
  return onTransaction(db, async (tx) => {
    await tx.query(`select set_config('role', $1, true)`, [role])
    return tx
  })
}

/** The same database; `before` sees every statement of its transactions before it runs. */
export function observed(db: Database, before: (sql: string, tx: Queryable) => void | Promise<void>): Database {
  return onTransaction(db, async (tx) => ({
    query: async (sql, parameters) => {
      await before(sql, tx)
      return tx.query(sql, parameters)
    },
    execute: async (sql, parameters) => {
      await before(sql, tx)
      return tx.execute(sql, parameters)
    },
    copyIn: (sql, chunks) => tx.copyIn(sql, chunks),
    result: (sql) => tx.result(sql),
  }))
}

/** The same database; rows come in the order that `arrange` gives them. */
export function rearranged(db: Database, arrange: (rows: QueryRow[]) => QueryRow[]): Database {
  return onTransaction(db, async (tx) => ({
    query: async <Row extends QueryRow>(sql: string, parameters?: readonly unknown[]) =>
      arrange(await tx.query(sql, parameters)) as Row[],
    execute: (sql, parameters) => tx.execute(sql, parameters),
    copyIn: (sql, chunks) => tx.copyIn(sql, chunks),
    result: (sql) => tx.result(sql),
  }))
}

function onTransaction(db: Database, wrap: (tx: Queryable) => Promise<Queryable>): Database {
  return {
    address: db.address,
    capabilities: db.capabilities,
    query: (sql, parameters) => db.query(sql, parameters),
    execute: (sql, parameters) => db.execute(sql, parameters),
    copyIn: (sql, chunks) => db.copyIn(sql, chunks),
    result: (sql) => db.result(sql),
    transaction: (work, options) => db.transaction(async (tx) => work(await wrap(tx)), options),
    close: () => db.close(),
  }
}
