import type { Queryable } from '../../model/database.ts'

/** Rows that the current transaction (and what the session has not yet reported) inserted and updated, by the oid of the table. */
export type Counters = ReadonlyMap<string, { readonly inserted: number; readonly updated: number }>

const COUNTERS = `
select c.oid::text as oid,
  pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid)::float8 as inserted,
  pg_catalog.pg_stat_get_xact_tuples_updated(c.oid)::float8 as updated
from pg_catalog.pg_class c
where c.relkind = 'r' and c.relpersistence <> 't' and c.oid >= 16384
  and pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid) > 0
`

/**
 * Reads the counters of all ordinary tables (partitions too). They are not reset by a rollback, nor at the start of a transaction: only the difference of
 * two readings means something, and only that a table is worth a look.
 */
export async function readCounters(tx: Queryable): Promise<Counters> {
  const rows = await tx.query<{ oid: string; inserted: number; updated: number }>(COUNTERS)
  return new Map(rows.map(({ oid, inserted, updated }) => [oid, { inserted, updated }]))
}
