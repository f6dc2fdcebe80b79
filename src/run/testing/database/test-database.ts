import { actAs } from '../../../database/sql/act-as.ts'
import type { Database, Queryable, QueryRow } from '../../../model/database.ts'
import { type Asked, attempt } from './asked.ts'
import { OneByOne } from './one-by-one.ts'

/** A user: a handle, or an e-mail address or id. */
export type Who = string | { readonly id: string }

/** A seeded database that a test has for itself. */
export interface TestDatabase<Handles> extends Asked {
  /** The rows that are given, as this database holds them. */
  readonly handles: Handles
  /**
   * Acts as a user as Supabase's REST API does, by the role and by `request.jwt.claims`, while `work` runs; what it writes stays. Where it throws, what it wrote
   * is taken back.
   */
  asUser<Result>(who: Who, work: (as: Asked) => Promise<Result>): Promise<Result>
  /** The same as somebody who has not signed in. */
  asAnon<Result>(work: (as: Asked) => Promise<Result>): Promise<Result>
  /** The same as the server of the application, which policies do not hold back. */
  asServiceRole<Result>(work: (as: Asked) => Promise<Result>): Promise<Result>
  /** Gives it back: what was written is gone. */
  close(): Promise<void>
}

/** A database, or the transaction that stands for one. */
interface Session {
  readonly db: Database
  /** The transaction that everything happens in; null: each call has its own. */
  readonly tx: Queryable | null
  readonly close: () => Promise<void>
}

export function testDatabase<Handles>({ db, tx, close }: Session, handles: Handles): TestDatabase<Handles> {
  const order = new OneByOne()
  let closed: Promise<void> | undefined
  const as = <Result>(who: string, work: (as: Asked) => Promise<Result>): Promise<Result> => {
    const act = async (inner: Queryable): Promise<Result> => {
      await actAs(inner, who, db.address)
      return work(asked(inner))
    }
    return order.run(() =>
      tx === null
        ? db.transaction(act, { searchPath: 'own' })
        : attempt(tx, async () => {
            const result = await act(tx)
            await tx.execute(`set local role none; select set_config('request.jwt.claims', '', true)`)
            return result
          }),
    )
  }
  return {
    handles,
    query: (sql, parameters) =>
      order.run(() => (tx === null ? db.query(sql, parameters) : attempt(tx, () => tx.query(sql, parameters)))),
    asUser: (who, work) => as(typeof who === 'string' ? who : who.id, work),
    asAnon: (work) => as('anon', work),
    asServiceRole: (work) => as('service_role', work),
    close: () => {
      closed ??= order.run(close)
      return closed
    },
  }
}

/** Within a role: each question is a work of its own, and one after the other. */
function asked(tx: Queryable): Asked {
  const order = new OneByOne()
  return {
    query: <Row extends QueryRow>(sql: string, parameters?: readonly unknown[]) =>
      order.run(() => attempt(tx, () => tx.query<Row>(sql, parameters))),
  }
}
