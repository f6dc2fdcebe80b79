import type { Database } from '../../model/database.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Answers, Question } from '../../model/question.ts'
import type { Scope } from '../../plan/scope.ts'
import { ask } from '../../sources/ask.ts'
import { columnsOfPairs, keyOfPairs } from './there.ts'

/** As many as one association may have. */
const LIMIT = 1_000_000

/** The pairs in tables that join, where rows of ours are looked for without a journal. `there`: rows in the tables. */
export async function pairsThere(
  db: Database,
  { tables, associations }: Scope,
  there: Readonly<Record<ObjectId, number | null>>,
): Promise<Answers['taken']> {
  const questions = associations.flatMap(({ via }): Question[] => {
    const keys = tables.find(({ relation }) => relation.id === via.table)?.relation.foreignKeys ?? []
    if (via.kind !== 'join' || (there[via.table] ?? 0) === 0) return []
    const [source, target] = [via.source, via.target].map((link) => keys.find(({ name }) => name === link))
    if (source === undefined || target === undefined) return []
    const columns = columnsOfPairs(source, target)
    return [{ kind: 'taken', table: via.table, key: keyOfPairs(source, target), columns, limit: LIMIT }]
  })
  return questions.length === 0 ? {} : (await ask(db, questions)).answers.taken
}
