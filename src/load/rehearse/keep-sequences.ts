import { type Database, DatabaseError } from '../../model/database.ts'
import { quoteQualified } from '../../model/name.ts'
import { errorKind } from '../chunk/error-kind.ts'
import { persist } from '../chunk/persist.ts'

interface Position {
  readonly schema: string
  readonly name: string
  /** Null: never called. */
  readonly last: string | null
  readonly start: string
}

const POSITIONS = `select schemaname as schema, sequencename as name, last_value::text as last, start_value::text as start
  from pg_catalog.pg_sequences where schemaname not like 'pg\\_%' order by 1, 2`

/**
 * Sequences do not roll back. Does some work that ends in nothing, then sets those back that it has moved, as far as the role may and nobody else is at work in
 * the database: so the numbers that triggers draw later are the same with and without it.
 */
export async function keepSequences<Result>(db: Database, work: () => Promise<Result>): Promise<Result> {
  const before = await positions(db)
  let result: Result
  try {
    result = await work()
  } catch (error) {
    // Where the server still answers: a statement that took too long has moved them as well.
    if (before.length > 0 && errorKind(error) === 'refused') await setBack(db, before).catch(() => undefined)
    throw error
  }
  if (before.length > 0) await setBack(db, before)
  return result
}

const positions = (db: Database): Promise<Position[]> =>
  persist(() => db.query<Position & Record<string, unknown>>(POSITIONS))

async function setBack(db: Database, before: readonly Position[]): Promise<void> {
  const known = new Map(before.map((one) => [quoteQualified(one.schema, one.name), one]))
  const now = await positions(db)
  const moved = now.flatMap((one) => {
    const then = known.get(quoteQualified(one.schema, one.name))
    return then !== undefined && then.last !== one.last ? [then] : []
  })
  if (moved.length === 0 || !(await isAlone(db))) return
  for (const { schema, name, last, start } of moved) {
    try {
      await db.query('select pg_catalog.setval($1::text::regclass, $2::text::int8, $3::bool)', [
        quoteQualified(schema, name),
        last ?? start,
        last !== null,
      ])
    } catch (error) {
      // A role that may draw numbers need not be one that may set them.
      if (!(error instanceof DatabaseError)) throw error
    }
  }
}

/** Is no other session of this database at work? */
async function isAlone(db: Database): Promise<boolean> {
  const [row] = await db.query<{ alone: boolean }>(
    `select not exists (
       select from pg_catalog.pg_stat_activity
       where datname = pg_catalog.current_database() and pid <> pg_catalog.pg_backend_pid()
         and backend_type = 'client backend' and state is distinct from 'idle'
     ) as alone`,
  )
  return row?.alone ?? false
}
