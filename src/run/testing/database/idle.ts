import type { Database } from '../../../model/database.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import type { Sequences } from './sequences.ts'

/** A database that holds what was seeded and nothing else. */
export interface Instance {
  readonly db: Database
  readonly manifest: Manifest
  /** As they were when it was seeded: a transaction does not take them back. */
  readonly sequences: Sequences
}

/** More are closed when they are given back. */
const MOST = 2
/** Milliseconds that one waits for the next test: one that is open keeps the process from ending. */
const PATIENCE = 2000

/** Databases that nobody has. */
export class Idle {
  readonly #waiting = new Map<Instance, NodeJS.Timeout>()

  /** The last that was given. */
  take(): Instance | undefined {
    const instance = [...this.#waiting.keys()].at(-1)
    if (instance !== undefined) this.#remove(instance)
    return instance
  }

  /** False: there are enough. */
  give(instance: Instance): boolean {
    if (this.#waiting.size >= MOST) return false
    const close = (): void => {
      this.#remove(instance)
      instance.db.close().catch(() => undefined)
    }
    this.#waiting.set(instance, setTimeout(close, PATIENCE).unref())
    return true
  }

  #remove(instance: Instance): void {
    clearTimeout(this.#waiting.get(instance))
    this.#waiting.delete(instance)
  }
}
