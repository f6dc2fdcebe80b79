import type { Queryable } from '../../model/database.ts'
import { attempt } from './attempt.ts'
import { type EachRow, type OneByOne, oneByOne } from './one-by-one.ts'
import { Dropped, type Refused } from './refused.ts'

/** What became of rows that were tried. */
export interface Narrowed {
  readonly accepted: readonly number[]
  readonly refused: readonly number[]
  /** Of the first one. */
  readonly why: Refused | null
}

/** How rows are written: all in as few statements as can be, or `each` by a statement of its own; null where there is none for one row. */
export interface Writing {
  all(rows: readonly number[]): Promise<void>
  each(rows: readonly number[]): EachRow | null
}

/** Rows refused one after the other before others are only sampled, and how many of these are. */
const ENOUGH = 48
const SAMPLED = 32
/** Rows that the server tries one by one before it tells. */
const AT_ONCE = 500

/**
 * Writes rows, in order; where the database refuses, finds out which: on the server one by one, by halves where the server cannot. When a good many are refused
 * and none of a sample of the others is accepted, all are held to be refused. `whole`: why all of them together are refused, where that is known.
 */
export async function narrow(
  tx: Queryable,
  rows: readonly number[],
  writing: Writing,
  whole: Refused | null = null,
): Promise<Narrowed> {
  if (rows.length === 0) return { accepted: [], refused: [], why: null }
  const answer = whole ?? (await attempt(tx, () => writing.all(rows)))
  if (answer === null) return { accepted: rows, refused: [], why: null }
  if (rows.length === 1) return { accepted: [], refused: rows, why: answer }
  const found = new Found(tx, rows, writing)
  await found.oneByOne()
  return found
}

class Found implements Narrowed {
  readonly accepted: number[] = []
  readonly refused: number[] = []
  why: Refused | null = null
  readonly #tx: Queryable
  readonly #rows: readonly number[]
  readonly #writing: Writing
  #hopeless: boolean | null = null

  constructor(tx: Queryable, rows: readonly number[], writing: Writing) {
    this.#tx = tx
    this.#rows = rows
    this.#writing = writing
  }

  async oneByOne(): Promise<void> {
    const rows = this.#rows
    for (let at = 0; at < rows.length; at = this.accepted.length + this.refused.length) {
      if (await this.#isHopeless()) return void this.refused.push(...rows.slice(at))
      const some = rows.slice(at, at + (at === 0 ? ENOUGH : AT_ONCE))
      const each = this.#writing.each(some)
      const told = each && (await onServer(this.#tx, each))
      if (told === null) return this.#halve(rows.slice(at))
      const refused = new Set(told.refused)
      for (const [i, row] of some.slice(0, told.tried).entries())
        (refused.has(i) ? this.refused : this.accepted).push(row)
      this.why ??= told.why
    }
  }

  async #halve(some: readonly number[]): Promise<void> {
    if (some.length === 0) return
    if (await this.#isHopeless()) return void this.refused.push(...some)
    const answer = await attempt(this.#tx, () => this.#writing.all(some))
    if (answer === null) {
      this.accepted.push(...some)
    } else if (some.length === 1) {
      // Of many rows together another word may be said than of one.
      this.why ??= answer
      this.refused.push(...some)
    } else {
      const middle = some.length >> 1
      await this.#halve(some.slice(0, middle))
      await this.#halve(some.slice(middle))
    }
  }

  /** So many were refused, and nothing else, that a sample decides about the others. */
  async #isHopeless(): Promise<boolean> {
    if (this.accepted.length === 0 && this.refused.length >= ENOUGH) this.#hopeless ??= !(await this.#anyPasses())
    return this.#hopeless === true
  }

  /** Is one of a few rows accepted, spread over all? None of them stays. */
  async #anyPasses(): Promise<boolean> {
    for (let i = 0; i < SAMPLED; i++) {
      const row = this.#rows[Math.floor(((i + 0.5) * this.#rows.length) / SAMPLED)] as number
      let passed = false
      await attempt(this.#tx, async () => {
        await this.#writing.all([row])
        passed = true
        throw new Dropped('only tried')
      })
      if (passed) return true
    }
    return false
  }
}

/** Null where the server cannot: without PL/pgSQL, or when it is not for us. */
async function onServer(tx: Queryable, each: EachRow): Promise<OneByOne | null> {
  let told: OneByOne | null = null
  await attempt(tx, async () => {
    told = await oneByOne(tx, each)
  })
  return told
}
