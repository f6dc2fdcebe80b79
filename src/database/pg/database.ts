import type pg from 'pg'
import {
  type Address,
  type Capabilities,
  type Database,
  DatabaseError,
  type Queryable,
  type QueryRow,
  type StatementResult,
  type TransactionOptions,
} from '../../model/database.ts'
import { withRetry } from '../retry.ts'
import { beginStatement, sessionStatement } from '../settings.ts'
import { toDatabaseError } from '../to-database-error.ts'
import type { Connections } from './connections.ts'
import { PgSession } from './session.ts'

/** How often a transaction that only reads is begun, when its connection is cut. */
const READ_ATTEMPTS = 10

/** A Postgres server, spoken to through several connections. */
export class PgDatabase implements Database {
  readonly address: Address
  readonly capabilities: Capabilities
  readonly #connections: Connections
  /** Behind a transaction pooler: a session setting would go to someone else's session. */
  readonly #pooled: boolean
  readonly #prepared = new WeakSet<pg.Client>()

  constructor(connections: Connections, pooled: boolean, about: { address: Address; capabilities: Capabilities }) {
    this.#connections = connections
    this.#pooled = pooled
    this.address = about.address
    this.capabilities = about.capabilities
  }

  query<Row extends QueryRow>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    return this.#once((session) => session.query<Row>(sql, parameters))
  }

  execute(sql: string, parameters?: readonly unknown[]): Promise<number> {
    return this.#once((session) => session.execute(sql, parameters))
  }

  copyIn(sql: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<number> {
    return this.transaction((tx) => tx.copyIn(sql, chunks))
  }

  result(sql: string): Promise<StatementResult> {
    return this.#once((session) => session.result(sql))
  }

  transaction<Result>(work: (tx: Queryable) => Promise<Result>, options: TransactionOptions = {}): Promise<Result> {
    const attempt = () => this.#transaction(work, options)
    return options.readOnly ? withRetry(attempt, { attempts: READ_ATTEMPTS, delay: 50, longestDelay: 2000 }) : attempt()
  }

  #transaction<Result>(work: (tx: Queryable) => Promise<Result>, options: TransactionOptions): Promise<Result> {
    return this.#withSession(async (session) => {
      let result: Result
      try {
        await session.execute(beginStatement(options, this.capabilities.version))
        result = await work(session.queryable())
      } catch (error) {
        await session.rollback()
        throw error
      }
      await this.#commit(session, options.readOnly ?? false)
      return result
    })
  }

  close(): Promise<void> {
    return this.#connections.close()
  }

  async #commit(session: PgSession, readOnly: boolean): Promise<void> {
    let tag: string
    try {
      tag = await session.command('commit')
    } catch (error) {
      // Lost between COMMIT and its answer: nobody here knows whether it happened.
      if (session.broken && !readOnly) throw new DatabaseError((error as Error).message, { code: '08007' }, error)
      throw error
    }
    if (tag !== 'COMMIT') {
      throw new DatabaseError('COMMIT rolled the transaction back: a statement in it had failed before', {
        code: '25P02',
      })
    }
  }

  /** One statement outside a transaction of the caller's. */
  #once<Result>(work: (tx: Queryable) => Promise<Result>): Promise<Result> {
    if (this.#pooled) return this.transaction(work)
    return this.#withSession((session) => work(session))
  }

  async #withSession<Result>(work: (session: PgSession) => Promise<Result>): Promise<Result> {
    const client = await this.#connect()
    const session = new PgSession(client)
    try {
      if (!this.#pooled && !this.#prepared.has(client)) {
        await session.execute(sessionStatement(this.capabilities.version))
        this.#prepared.add(client)
      }
      return await work(session)
    } finally {
      session.end()
      this.#connections.giveBack(client, session.broken)
    }
  }

  async #connect(): Promise<pg.Client> {
    try {
      return await this.#connections.lend()
    } catch (error) {
      const translated = toDatabaseError(error)
      if (/^[0-9A-Z]{5}$/.test(translated.code)) throw translated
      // It worked when the database was opened, so this one may well pass: 08001, the client cannot connect.
      throw new DatabaseError(translated.message || 'The connection could not be made', { code: '08001' }, error)
    }
  }
}
