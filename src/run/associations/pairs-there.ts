import type { Database } from '../../model/database.ts'
import type { ObjectId } from '../../model/name.ts'
import { plainColumns } from '../../model/plain-columns.ts'
import type { Answers, Question } from '../../model/question.ts'
import { joins } from '../../plan/associations/take-part.ts'
import type { Scope } from '../../plan/scope.ts'
import { ask } from '../../sources/ask.ts'

/** As many as one association may have. */
const LIMIT = 1_000_000

/** The keys of the rows in tables that join, where rows of ours are looked for without a journal. `there`: rows in the tables. */
export async function pairsThere(
  db: Database,
  { tables, associations }: Scope,
  there: Readonly<Record<ObjectId, number | null>>,
): Promise<Answers['taken']> {
  const questions = tables
    .filter(({ relation }) => (there[relation.id] ?? 0) > 0 && joins(associations, relation.id))
    .flatMap(({ relation }) =>
      [relation.primaryKey, ...relation.uniques].flatMap((key): Question[] => {
        const columns = key === null || key.predicate !== null ? null : plainColumns(key.columns)
        return key === null || columns === null
          ? []
          : [{ kind: 'taken', table: relation.id, key: key.name, columns, limit: LIMIT }]
      }),
    )
  return questions.length === 0 ? {} : (await ask(db, questions)).answers.taken
}
