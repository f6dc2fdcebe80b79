import type { Queryable, QueryRow } from '../../../model/database.ts'
import { DatabaseError } from '../../../model/database.ts'
import { SeedError } from '../../../model/seed-error.ts'

/** Somebody who can be asked. */
export interface Asked {
  /**
   * Runs SQL with positional parameters (`$1`); without any also several statements, of which the last one answers. What fails is taken back and leaves the rest as it was.
   * @throws DatabaseError with the SQLSTATE of the server in `code`: `42501` where a policy or a grant refuses.
   */
  query<Row extends QueryRow = QueryRow>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>
}

/** In a transaction: what fails is taken back to where it began. @throws SeedError `test-transaction-ended` */
export async function attempt<Result>(tx: Queryable, work: () => Promise<Result>): Promise<Result> {
  let result: Result
  await inside(tx, 'savepoint asked')
  try {
    result = await work()
  } catch (error) {
    await inside(tx, 'rollback to savepoint asked; release savepoint asked')
    throw error
  }
  await inside(tx, 'release savepoint asked')
  return result
}

const OUTSIDE = ['25P01', '3B001']

async function inside(tx: Queryable, sql: string): Promise<void> {
  try {
    await tx.execute(sql)
  } catch (cause) {
    throw cause instanceof DatabaseError && OUTSIDE.includes(cause.code) ? transactionEnded(cause) : cause
  }
}

/** What a test database cannot stand. */
export const transactionEnded = (cause?: unknown): SeedError =>
  new SeedError({
    code: 'test-transaction-ended',
    message: 'A statement has ended the transaction that a test database is in.',
    next: "Leave begin, commit and rollback out, or ask for a database of its own: seedTestDatabase({ isolation: 'instance' }).",
    cause,
  })
