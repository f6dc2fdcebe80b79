import type { Queryable } from '../../model/database.ts'
import { quoteQualified } from '../../model/name.ts'

/** Constraints of the applications' tables that are INITIALLY DEFERRED, as SET CONSTRAINTS names them. */
export async function deferredConstraints(tx: Queryable): Promise<readonly string[]> {
  const found = await tx.query<{ schema: string; name: string }>(
    `select distinct n.nspname::text as schema, c.conname::text as name
     from pg_catalog.pg_constraint c join pg_catalog.pg_namespace n on n.oid = c.connamespace
     where c.condeferred order by 1, 2`,
  )
  return found.map(({ schema, name }) => quoteQualified(schema, name))
}
