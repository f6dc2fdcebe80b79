import type { Queryable } from '../../model/database.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import { matchedRows } from '../find/matched-rows.ts'
import type { DbTable } from '../sql/read-columns.ts'
import type { Refused } from './refused.ts'

/** Columns of a plain unique index that is checked at once. */
const KEY = `select array_agg(a.attname::text order by k.place) as columns
  from pg_catalog.pg_index i
  join pg_catalog.pg_class c on c.oid = i.indexrelid
  cross join unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
  left join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum and a.attnum > 0
  where c.relname = $1 and i.indrelid = $2::regclass and i.indpred is null and i.indexprs is null and i.indimmediate and k.place <= i.indnkeyatts`

/**
 * The unique key under which triggers have made rows that a plan has, too: it was the reason of the refusal, rows are there under it, and it leads to rows of
 * ours, so that they are nobody else's. Null where that is not so, or where the plan reckons with such rows.
 */
export async function metRows(
  tx: Queryable,
  into: DbTable,
  made: TableRows,
  { unique }: Refused,
  some: readonly number[],
): Promise<readonly string[] | null> {
  const { writer, links } = made.plan
  if (unique === undefined || writer.kind === 'update' || (writer.kind === 'insert' && writer.over !== undefined))
    return null
  const [index] = await tx.query<{ columns: (string | null)[] | null }>(KEY, [unique, into.sql])
  const columns = index?.columns ?? []
  const names = columns.flatMap((name) => (made.written.some((column) => column.name === name) ? (name ?? []) : []))
  if (columns.length === 0 || names.length < columns.length) return null
  const ours = links.some(
    ({ parent, columns: from }) => parent.pool === null && from.some((name) => names.includes(name)),
  )
  return ours && (await matchedRows(tx, into, made, some, names, true)).size > 0 ? names : null
}
