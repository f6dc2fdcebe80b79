import type { Queryable } from '../../../model/database.ts'
import { quoteQualified } from '../../../model/name.ts'

/** State by name; null: not asked for a number yet. */
export type Sequences = ReadonlyMap<string, string | null>

/** The state of all sequences. */
export async function readSequences(db: Queryable): Promise<Sequences> {
  const rows = await db.query<{ schema: string; name: string; last: string | null }>(
    `select schemaname::text as schema, sequencename::text as name, last_value::text as last from pg_catalog.pg_sequences`,
  )
  return new Map(rows.map(({ schema, name, last }) => [quoteQualified(schema, name), last]))
}

/** Sets them back to what they were. */
export async function resetSequences(db: Queryable, before: Sequences): Promise<void> {
  for (const [name, last] of await readSequences(db)) {
    const then = before.get(name)
    if (then === last || then === undefined) continue
    if (then === null) await db.query(`alter sequence ${name} restart`)
    else await db.query('select pg_catalog.setval($1::regclass, $2::int8)', [name, then])
  }
}
