import type { Journal } from '../../src/load/journal/open-journal.ts'
import type { Database, Queryable } from '../../src/model/database.ts'

const forever = new Promise<never>(() => undefined)

/**
 * Lets a process "die" at a given boundary: before or after the n-th thing that it does to the world. From then on nothing that it asks for ever
 * happens or returns.
 */
export class Crash {
  /** Resolves when the process has died. */
  readonly happened: Promise<'crashed'>
  dead = false
  /** Boundaries that were passed, by name: for messages. */
  last = ''
  #left: number
  #die: () => void = () => undefined

  constructor(boundary: number) {
    this.#left = boundary
    this.happened = new Promise((resolve) => {
      this.#die = () => resolve('crashed')
    })
  }

  /** Between the end of one thing and the beginning of the next the world stays as it is: that is one boundary. */
  async #pass(name: string): Promise<void> {
    if (this.dead) return forever
    const same = this.last.startsWith('after ') && name.startsWith('before ')
    this.last = name
    if (same) return
    if (this.#left-- > 0) return
    this.dead = true
    this.#die()
    return forever
  }

  async act<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    await this.#pass(`before ${name}`)
    const result = await work()
    await this.#pass(`after ${name}`)
    return result
  }

  database(db: Database): Database {
    return {
      ...this.#queryable(db),
      address: db.address,
      capabilities: db.capabilities,
      close: () => db.close(),
      transaction: (work, options) =>
        this.act('commit', () =>
          db.transaction(async (tx) => {
            const result = await work(this.#queryable(tx))
            await this.#pass('before commit')
            return result
          }, options),
        ),
    }
  }

  #queryable(db: Queryable): Queryable {
    return {
      query: (sql, parameters) => this.act(sql.trim().slice(0, 60), () => db.query(sql, parameters)),
      execute: (sql, parameters) => this.act(sql.trim().slice(0, 60), () => db.execute(sql, parameters)),
      copyIn: (sql, chunks) => this.act('copy', () => db.copyIn(sql, this.#stream(chunks))),
      result: (sql) => this.act(sql.trim().slice(0, 60), () => db.result(sql)),
    }
  }

  async *#stream(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      yield chunk
      await this.#pass('in the middle of copy')
    }
  }

  journal(journal: Journal): Journal {
    const act = this.act.bind(this)
    return {
      folder: journal.folder,
      identity: journal.identity,
      codec: journal.codec,
      writable: journal.writable,
      damaged: journal.damaged,
      get lines() {
        return journal.lines
      },
      append: (lines, durable) =>
        act(`journal ${lines.map(({ kind }) => kind).join(' ')}`, () => journal.append(lines, durable)),
      reread: () => journal.reread(),
      readPlan: (hash) => act('read plan', () => journal.readPlan(hash)),
      writePlan: (plan) => act('write plan', () => journal.writePlan(plan)),
      setAside: () => act('set aside', () => journal.setAside()),
      close: () => journal.close(),
    }
  }
}
