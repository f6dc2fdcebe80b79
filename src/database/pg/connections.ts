import type pg from 'pg'
import { DatabaseError } from '../../model/database.ts'

/**
 * The connections of one database: made when needed, lent out one by one, kept for the next. Who comes when all are lent waits, for as
 * long as it takes (the pool of `pg` gives up after the time that connecting may take).
 */
export class Connections {
  readonly #make: () => pg.Client
  readonly #max: number
  readonly #idle: pg.Client[] = []
  readonly #waiting: (() => void)[] = []
  #lent = 0
  #closing: Promise<void> | undefined
  #closed: () => void = () => undefined

  constructor(make: () => pg.Client, max: number) {
    this.#make = make
    this.#max = max
  }

  /** Lends a connection; each must come back through `giveBack`. */
  async lend(): Promise<pg.Client> {
    if (this.#closing) throw new DatabaseError('The database is closed', { code: '08003' })
    if (this.#lent >= this.#max) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#lent += 1
    const kept = this.#idle.pop()
    if (kept) return kept
    try {
      return await this.#connect()
    } catch (error) {
      this.#next()
      throw error
    }
  }

  giveBack(client: pg.Client, broken: boolean): void {
    if (broken) drop(client)
    else this.#idle.push(client)
    this.#next()
  }

  /** Closes all connections when those that are lent have come back. */
  close(): Promise<void> {
    this.#closing ??= new Promise<void>((resolve) => {
      this.#closed = resolve
      if (this.#lent === 0) resolve()
    }).then(async () => {
      await Promise.all(this.#idle.splice(0).map((client) => client.end()))
    })
    return this.#closing
  }

  /** Passes the place of one that came back to the next who waits. */
  #next(): void {
    const next = this.#waiting.shift()
    if (next) {
      next()
      return
    }
    this.#lent -= 1
    if (this.#lent === 0) this.#closed()
  }

  async #connect(): Promise<pg.Client> {
    const client = this.#make()
    // One that breaks while it is kept is forgotten; while it is lent, its user hears of it as well.
    client.on('error', () => this.#forget(client))
    client.on('end', () => this.#forget(client))
    try {
      await client.connect()
      return client
    } catch (error) {
      drop(client)
      throw error
    }
  }

  #forget(client: pg.Client): void {
    const at = this.#idle.indexOf(client)
    if (at >= 0) this.#idle.splice(at, 1)
  }
}

/** Cuts the line at once: also of a client that failed while the server waits for its password, which `end` would leave open. */
function drop(client: pg.Client): void {
  ;(client as unknown as { connection: pg.Connection }).connection.stream.destroy()
}
