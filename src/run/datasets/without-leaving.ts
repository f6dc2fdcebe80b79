import type { ObjectId } from '../../model/name.ts'
import type { Answers, Question } from '../../model/question.ts'
import type { Leaving } from '../planning/ground.ts'

type Counts = Readonly<Record<ObjectId, number | null>>

/** Rows by table once those that are leaving are gone. */
export function without(counts: Counts, leaving: Leaving | undefined): Counts {
  if (leaving === undefined) return counts
  return Object.fromEntries(
    Object.entries(counts).map(([id, rows]) => [
      id,
      rows === null ? null : Math.max(0, rows - (leaving.counts[id] ?? 0)),
    ]),
  )
}

/** As in `ask`. */
const SEPARATOR = '\u001F'

/** Values of unique keys that are taken once the rows that are leaving are gone. */
export function withoutOwn(
  taken: Answers['taken'],
  questions: readonly Question[],
  leaving: Leaving | undefined,
): Answers['taken'] {
  if (leaving === undefined) return taken
  const left: Record<string, readonly string[]> = { ...taken }
  for (const question of questions) {
    if (question.kind !== 'taken') continue
    const name = `${question.table} ${question.key}`
    const own = new Set<string>()
    for (const { table, rows, from, to } of leaving.own)
      if (table === question.table)
        for (let row = from; row < to; row++) own.add(rows.texts(row, question.columns).join(SEPARATOR))
    left[name] = (taken[name] ?? []).filter((tuple) => !own.has(tuple))
  }
  return left
}
