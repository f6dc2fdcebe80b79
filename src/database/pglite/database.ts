import type { PGlite, Results } from '@electric-sql/pglite'
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
import { encodeParameter } from '../encode-parameter.ts'
import { parsers } from '../parsers.ts'
import { beginStatement } from '../settings.ts'
import { toDatabaseError } from '../to-database-error.ts'
import { copyIn } from './copy-in.ts'

/** Values stay the texts that the server sends. */
const asTexts = Object.fromEntries([...parsers.keys()].map((oid) => [oid, (text: string) => text]))

/** An embedded database: one session, so everything runs one after another. */
export class PgliteDatabase implements Database {
  readonly address: Address
  readonly capabilities: Capabilities
  readonly #pglite: PGlite
  readonly #unlock: () => void
  #tail: Promise<unknown> = Promise.resolve()
  #closing: Promise<void> | undefined

  constructor(pglite: PGlite, unlock: () => void, about: { address: Address; capabilities: Capabilities }) {
    this.#pglite = pglite
    this.#unlock = unlock
    this.address = about.address
    this.capabilities = about.capabilities
  }

  query<Row extends QueryRow>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    return this.#inTurn(() => this.#session().query<Row>(sql, parameters))
  }

  execute(sql: string, parameters?: readonly unknown[]): Promise<number> {
    return this.#inTurn(() => this.#session().execute(sql, parameters))
  }

  copyIn(sql: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<number> {
    return this.transaction((tx) => tx.copyIn(sql, chunks))
  }

  result(sql: string): Promise<StatementResult> {
    return this.#inTurn(() => this.#session().result(sql))
  }

  transaction<Result>(work: (tx: Queryable) => Promise<Result>, options: TransactionOptions = {}): Promise<Result> {
    return this.#inTurn(async () => {
      const life = { over: false }
      let result: Result
      try {
        await this.#run(beginStatement(options, this.capabilities.version))
        result = await work(this.#session(life))
      } catch (error) {
        life.over = true
        await this.#run('rollback')
        throw error
      }
      life.over = true
      const { command } = await this.#run('commit')
      if (command !== 'COMMIT') {
        throw new DatabaseError('COMMIT rolled the transaction back: a statement in it had failed before', {
          code: '25P02',
        })
      }
      return result
    })
  }

  close(): Promise<void> {
    this.#closing ??= this.#tail.then(async () => {
      await this.#pglite.close()
      this.#unlock()
    })
    return this.#closing
  }

  #session(life: { over: boolean } = { over: false }): Queryable {
    const run = <Row extends QueryRow>(sql: string, parameters?: readonly unknown[]): Promise<Results<Row>> => {
      if (life.over) throw new DatabaseError('The transaction is over', { code: '25P01' })
      return this.#run<Row>(sql, parameters)
    }
    return {
      query: async <Row extends QueryRow>(sql: string, parameters?: readonly unknown[]) =>
        (await run<Row>(sql, parameters)).rows,
      execute: async (sql, parameters) => (await run(sql, parameters)).rowCount ?? 0,
      copyIn: async (sql, chunks) =>
        (await copyIn(sql, chunks, (text, blob) => this.#guard(() => this.#pglite.exec(text, { blob })))).rowCount ?? 0,
      result: async (sql) => {
        if (life.over) throw new DatabaseError('The transaction is over', { code: '25P01' })
        return this.#result(sql)
      },
    }
  }

  /** Without parameters by the simple protocol, which takes several statements; the result is that of the last. */
  #run<Row extends QueryRow>(sql: string, parameters?: readonly unknown[]): Promise<Results<Row>> {
    return this.#guard(async () => {
      if (parameters) return this.#pglite.query<Row>(sql, parameters.map(encodeParameter))
      const results = await this.#pglite.exec(sql)
      return (results.at(-1) ?? { rows: [], fields: [] }) as Results<Row>
    })
  }

  #result(sql: string): Promise<StatementResult> {
    return this.#guard(async () => {
      const given = (await this.#pglite.exec(sql, { rowMode: 'array', parsers: asTexts })).at(-1)
      return {
        command: given?.command ?? '',
        columns: (given?.fields ?? []).map(({ name, dataTypeID }) => ({ name, type: dataTypeID })),
        rows: (given?.rows ?? []) as unknown as (string | null)[][],
        count: given?.rowCount ?? null,
      }
    })
  }

  async #guard<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      throw toDatabaseError(error)
    }
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#closing) return Promise.reject(new DatabaseError('The database is closed', { code: '08003' }))
    const turn = this.#tail.then(work)
    this.#tail = turn.catch(() => undefined)
    return turn
  }
}
