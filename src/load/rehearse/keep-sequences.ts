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
  /** When this was read, by the server's clock. */
  readonly at: string
}

const POSITIONS = `select schemaname as schema, sequencename as name, last_value::text as last, start_value::text as start,
    pg_catalog.statement_timestamp()::text as at
  from pg_catalog.pg_sequences where schemaname not like 'pg\\_%' order by 1, 2`

/**
 * In one statement, so that nobody comes in between: only where the sequence still is where it was found, and nobody else does anything in this database or has since
 * `$5`. Idle sessions under our own name are our own.
 */
const SET_BACK = `select pg_catalog.setval($1::text::regclass, $2::text::int8, $3::bool)
  where pg_catalog.pg_sequence_last_value($1::text::regclass) is not distinct from $4::text::int8
    and not exists (
      select from pg_catalog.pg_stat_activity
      where datname = pg_catalog.current_database() and pid <> pg_catalog.pg_backend_pid() and backend_type = 'client backend'
        and (state is distinct from 'idle'
          or (state_change >= $5::text::timestamptz and application_name <> pg_catalog.current_setting('application_name'))))`

/**
 * Sequences do not roll back. Does some work that ends in nothing, then sets those back that it has moved, as far as the role may and nobody else has been at work
 * in the database meanwhile: so the numbers that triggers draw later are the same with and without it, and nobody gets a number twice.
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
    return then !== undefined && then.last !== one.last ? [{ then, moved: one.last }] : []
  })
  for (const { then, moved: here } of moved) {
    const { schema, name, last, start, at } = then
    try {
      await db.query(SET_BACK, [quoteQualified(schema, name), last ?? start, last !== null, here, at])
    } catch (error) {
      // A role that may draw numbers need not be one that may set them.
      if (!(error instanceof DatabaseError)) throw error
    }
  }
}
