import type { Queryable } from '../../model/database.ts'
import { attempt } from './attempt.ts'
import { Dropped, type Refused } from './refused.ts'

/** What became of rows that were tried. */
export interface Narrowed {
  readonly accepted: readonly number[]
  readonly refused: readonly number[]
  /** Of the first one. */
  readonly why: Refused | null
}

/** Rows refused one after the other before others are only sampled, and how many of these are. */
const ENOUGH = 48
const SAMPLED = 32

/**
 * Writes rows, in order; where the database refuses, finds out which: by halves. When a good many are refused and none of a sample of the others is
 * accepted, all are held to be refused.
 */
export async function narrow(
  tx: Queryable,
  rows: readonly number[],
  write: (rows: readonly number[]) => Promise<void>,
): Promise<Narrowed> {
  const accepted: number[] = []
  const refused: number[] = []
  let why: Refused | null = null
  let hopeless: boolean | null = null
  const halve = async (some: readonly number[]): Promise<void> => {
    if (some.length === 0) return
    if (accepted.length === 0 && refused.length >= ENOUGH) hopeless ??= !(await anyPasses(tx, rows, write))
    if (hopeless) {
      refused.push(...some)
      return
    }
    const answer = await attempt(tx, () => write(some))
    if (answer === null) {
      accepted.push(...some)
    } else if (some.length === 1) {
      // Of many rows together another word may be said than of one.
      why ??= answer
      refused.push(...some)
    } else {
      const middle = some.length >> 1
      await halve(some.slice(0, middle))
      await halve(some.slice(middle))
    }
  }
  await halve(rows)
  return { accepted, refused, why }
}

/** Is one of a few rows accepted, spread over all? None of them stays. */
async function anyPasses(
  tx: Queryable,
  rows: readonly number[],
  write: (rows: readonly number[]) => Promise<void>,
): Promise<boolean> {
  for (let i = 0; i < SAMPLED; i++) {
    const row = rows[Math.floor(((i + 0.5) * rows.length) / SAMPLED)] as number
    let passed = false
    await attempt(tx, async () => {
      await write([row])
      passed = true
      throw new Dropped('only tried')
    })
    if (passed) return true
  }
  return false
}
