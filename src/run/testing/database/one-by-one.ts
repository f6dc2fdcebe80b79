import { AsyncLocalStorage } from 'node:async_hooks'
import { SeedError } from '../../../model/seed-error.ts'

/** Does one work after the other: a session cannot be shared. */
export class OneByOne {
  readonly #inside = new AsyncLocalStorage<true>()
  #tail: Promise<unknown> = Promise.resolve()

  /** @throws SeedError `database-busy` where a work asks for another one and would wait for itself */
  run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#inside.getStore()) return Promise.reject(busy())
    const turn = this.#tail.then(() => this.#inside.run(true, work))
    this.#tail = turn.catch(() => undefined)
    return turn
  }
}

const busy = (): SeedError =>
  new SeedError({
    code: 'database-busy',
    message: 'The database is asked while it acts as somebody: that would wait for itself.',
    next: 'Use what asUser, asAnon and asServiceRole give to their function: db.asUser(h.alice, (as) => as.query(…)).',
  })
