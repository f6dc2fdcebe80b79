import type pg from 'pg'
import { DatabaseError, type Queryable, type QueryRow, type StatementResult } from '../../model/database.ts'
import { encodeParameter } from '../encode-parameter.ts'
import { toDatabaseError } from '../to-database-error.ts'
import { copyIn } from './copy-in.ts'

/** Values stay the texts that the server sends. */
const asTexts = { getTypeParser: () => String } as unknown as pg.CustomTypesConfig

/** One connection while it is lent out. Statements that are asked for side by side run one after another. */
export class PgSession implements Queryable {
  readonly #client: pg.Client
  readonly #onError: (error: Error) => void
  #tail: Promise<unknown> = Promise.resolve()
  #failure: Error | undefined
  #ended = false

  constructor(client: pg.Client) {
    this.#client = client
    this.#onError = (error) => {
      this.#failure ??= error
    }
    client.on('error', this.#onError)
  }

  /** Is the connection of no use any more? */
  get broken(): boolean {
    return this.#failure !== undefined
  }

  async query<Row extends QueryRow>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    return (await this.#run<Row>(sql, parameters)).rows
  }

  async execute(sql: string, parameters?: readonly unknown[]): Promise<number> {
    return (await this.#run(sql, parameters)).rowCount ?? 0
  }

  /** Runs a statement and returns the first word of its command tag. */
  async command(sql: string): Promise<string> {
    return (await this.#run(sql)).command
  }

  copyIn(sql: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<number> {
    return this.#inTurn(() => copyIn(this.#client, sql, chunks))
  }

  result(sql: string): Promise<StatementResult> {
    return this.#inTurn(async () => {
      const given = await this.#client.query<(string | null)[]>({ text: sql, rowMode: 'array', types: asTexts })
      return {
        command: given.command ?? '',
        columns: given.fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID })),
        rows: given.rows,
        count: given.rowCount,
      }
    })
  }

  /** Rolls back; where that fails the connection is dropped, which rolls back as well. */
  async rollback(): Promise<void> {
    try {
      await this.#run('rollback')
    } catch (error) {
      this.#failure ??= error as Error
    }
  }

  /** What the work of a transaction gets: of no use once the transaction is over. */
  queryable(): Queryable {
    return {
      query: this.query.bind(this),
      execute: this.execute.bind(this),
      copyIn: this.copyIn.bind(this),
      result: this.result.bind(this),
    }
  }

  end(): void {
    this.#ended = true
    this.#client.off('error', this.#onError)
  }

  /** Without parameters by the simple protocol, which takes several statements; the result is that of the last. */
  #run<Row extends QueryRow>(sql: string, parameters?: readonly unknown[]): Promise<pg.QueryResult<Row>> {
    return this.#inTurn(async () => {
      const values = parameters?.map(encodeParameter)
      const result: pg.QueryResult<Row> | pg.QueryResult<Row>[] = await this.#client.query<Row>(sql, values)
      return Array.isArray(result) ? (result.at(-1) as pg.QueryResult<Row>) : result
    })
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#tail.then(async () => {
      if (this.#ended) throw new DatabaseError('The transaction is over', { code: '25P01' })
      try {
        return await work()
      } catch (error) {
        throw this.#explain(error)
      }
    })
    this.#tail = turn.catch(() => undefined)
    return turn
  }

  #explain(error: unknown): unknown {
    if (!(error instanceof Error)) return error
    const translated = toDatabaseError(error)
    // What is no error of the protocol (a source that failed, a programming error) passes as it is.
    if (!/^[0-9A-Z]{5}$/.test(translated.code)) return error
    if (/^(08|57P0)/.test(translated.code)) this.#failure ??= error
    return translated
  }
}
