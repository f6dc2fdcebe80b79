import type { Catalog } from '../model/catalog.ts'
import type { Database } from '../model/database.ts'
import { idToSql, type ObjectId, quote } from '../model/name.ts'

/** Where tools note which migrations they have applied: the table, the column that tells one from another, and one that sets it apart from a table of the app. */
const LEDGERS: readonly (readonly [table: ObjectId, column: string, mark?: string])[] = [
  ['supabase_migrations.schema_migrations', 'version'],
  ['_prisma_migrations', 'migration_name'],
  ['drizzle.__drizzle_migrations', 'hash'],
  ['__drizzle_migrations', 'hash'],
  ['knex_migrations', 'name'],
  ['kysely_migration', 'name'],
  ['migrations', 'name', 'timestamp'],
  ['pgmigrations', 'name'],
  ['schema_migrations', 'version'],
  ['flyway_schema_history', 'script'],
  ['databasechangelog', 'id'],
  ['alembic_version', 'version_num'],
  ['django_migrations', 'name'],
]

/** What is noted there, sorted, as `table: text`: a name, version or digest. What the current role may not read is left out. */
export async function readMigrations(
  db: Database,
  { relations }: Pick<Catalog, 'relations'>,
): Promise<readonly string[]> {
  const readable = LEDGERS.filter(([id, column, mark = column]) => {
    const relation = relations.find((one) => one.id === id)
    return (
      relation?.grants.select === true &&
      !relation.rowSecurity.active &&
      [column, mark].every((needed) => relation.columns.some(({ name }) => name === needed))
    )
  })
  if (readable.length === 0) return []
  const parts = readable.map(
    ([id, column], i) =>
      `select $${i + 1}::text as ledger, ${quote(column)}::text as name from ${idToSql(id)} where ${quote(column)} is not null`,
  )
  const rows = await db.transaction(
    (tx) =>
      tx.query<{ ledger: string; name: string }>(
        parts.join(' union all '),
        readable.map(([id]) => id),
      ),
    { readOnly: true },
  )
  return rows.map(({ ledger, name }) => `${ledger}: ${name}`).sort()
}
