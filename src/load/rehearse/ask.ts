import type { Queryable } from '../../model/database.ts'
import { attempt } from './attempt.ts'

/** What comes of asking the database inside of a rehearsal; `otherwise` where it refuses (a role need not be allowed to look everywhere). */
export async function ask<Answer>(tx: Queryable, question: () => Promise<Answer>, otherwise: Answer): Promise<Answer> {
  let answer = otherwise
  const refused = await attempt(tx, async () => {
    answer = await question()
  })
  return refused === null ? answer : otherwise
}
