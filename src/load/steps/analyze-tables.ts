import type { Database } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { idToSql, type ObjectId } from '../../model/name.ts'

// Who may not is told so by a warning only, which nobody would see; so it is asked. MAINTAIN came with version 17.
const ALLOWED = (version: number): string => `
select w.n::int4 as n from unnest($1::text[]) with ordinality as w(rel, n)
join pg_catalog.pg_class c on c.oid = pg_catalog.to_regclass(w.rel)
where pg_catalog.pg_has_role(c.relowner, 'USAGE')
  or (select d.datdba from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()) = current_user::regrole
  ${version >= 170_000 ? `or pg_catalog.has_table_privilege(c.oid, 'MAINTAIN')` : ''}
order by w.n`

/** Gathers statistics, so that the first queries are planned for the rows that are there now. One finding for the tables that the role may not analyse. */
export async function analyzeTables(db: Database, tables: readonly ObjectId[]): Promise<Finding[]> {
  const allowed = await db.query<{ n: number }>(ALLOWED(db.capabilities.version), [tables.map(idToSql)])
  const numbers = new Set(allowed.map(({ n }) => n))
  for (const [i, table] of tables.entries()) if (numbers.has(i + 1)) await db.execute(`analyze ${idToSql(table)}`)
  const left = tables.filter((_, i) => !numbers.has(i + 1))
  if (left.length === 0) return []
  return [
    finding(
      'not-analyzed',
      'info',
      {},
      `Statistics were not gathered for ${left.join(', ')}: the current role does not own them.`,
      {
        next: 'Autovacuum will do it within a few minutes; or run ANALYZE as their owner.',
      },
    ),
  ]
}
