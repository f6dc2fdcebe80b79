import { type Database, DatabaseError, type Queryable } from '../../model/database.ts'

/** Somebody who comes through the API. */
export interface Viewer {
  readonly role: 'anon' | 'authenticated'
  /** The claims of the access token. */
  readonly claims: Readonly<Record<string, unknown>>
}

/** What somebody was told, or why not. */
export type Answer = { readonly value: unknown } | { readonly error: DatabaseError }

/** Milliseconds for all questions together, and for one where they had to be asked one by one. */
const PATIENCE = 15_000
const PATIENCE_FOR_ONE = 3000
/** Questions in one statement. */
const AT_ONCE = 200

/**
 * Asks several questions (scalar expressions) as somebody else, with the claims of an access token as PostgREST sets them, in transactions that only read:
 * all in one statement, or one by one where one of them is refused. The answers are in the order of the questions.
 */
export async function askAs(
  db: Database,
  viewer: Viewer,
  questions: readonly string[],
  parameters: readonly unknown[] = [],
): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  for (let from = 0; from < questions.length; from += AT_ONCE) {
    const some = questions.slice(from, from + AT_ONCE)
    answers.push(...(await together(db, viewer, some, parameters)))
  }
  return answers
}

async function together(db: Database, viewer: Viewer, questions: readonly string[], parameters: readonly unknown[]) {
  const sql = `select ${questions.map((question, i) => `(${question}) as a${i}`).join(', ')}`
  try {
    const [row] = await as(db, viewer, PATIENCE, (tx) => tx.query(sql, parameters))
    return questions.map((_, i): Answer => ({ value: row?.[`a${i}`] }))
  } catch (error) {
    if (!isRefusal(error)) throw error
    return as(db, viewer, PATIENCE_FOR_ONE, (tx) => oneByOne(tx, questions, parameters))
  }
}

async function oneByOne(
  tx: Queryable,
  questions: readonly string[],
  parameters: readonly unknown[],
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const question of questions) {
    await tx.execute('savepoint question')
    try {
      const [row] = await tx.query(`select (${question}) as a`, parameters)
      answers.push({ value: row?.a })
    } catch (error) {
      if (!isRefusal(error)) throw error
      await tx.execute('rollback to savepoint question')
      answers.push({ error })
    }
  }
  return answers
}

/** The search path stays the database's own, since functions that policies call may rely on it. */
function as<Result>(
  db: Database,
  { role, claims }: Viewer,
  statementTimeout: number,
  work: (tx: Queryable) => Promise<Result>,
): Promise<Result> {
  return db.transaction(
    async (tx) => {
      await tx.query(`select pg_catalog.set_config('request.jwt.claims', $1, true)`, [JSON.stringify(claims)])
      await tx.execute(`set local role ${role}`)
      return work(tx)
    },
    { readOnly: true, statementTimeout, searchPath: 'own' },
  )
}

/** The server refused the question, not the connection. */
const isRefusal = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError && /^[0-9A-Z]{5}$/.test(error.code) && !/^(08|57P)/.test(error.code)
