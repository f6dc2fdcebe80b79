import { createHash } from 'node:crypto'
import type { Database, Queryable } from '../../model/database.ts'
import type { SqlFile } from './sql-file.ts'

/** What has been applied to a database, as the Supabase CLI notes it. */
export interface History {
  /** By version: what the file was called, and a digest of its text; null where only the version was noted. */
  readonly migrations: ReadonlyMap<string, { readonly name: string; readonly digest: string | null }>
  /** Digests of other files by their path below the project. */
  readonly files: ReadonlyMap<string, string>
}

/** The tables of the Supabase CLI, for databases that do not have them yet. */
const TABLES = [
  'create schema if not exists supabase_migrations',
  'create table if not exists supabase_migrations.schema_migrations (version text not null primary key)',
  'alter table supabase_migrations.schema_migrations add column if not exists statements text[]',
  'alter table supabase_migrations.schema_migrations add column if not exists name text',
  'create table if not exists supabase_migrations.seed_files (path text not null primary key, hash text not null)',
]

/** Reads what has been applied; makes the tables for it first where they are missing. */
export async function readHistory(db: Database): Promise<History> {
  return db.transaction(async (tx) => {
    for (const statement of TABLES) await tx.execute(statement)
    const migrations = await tx.query<{ version: string; name: string; digest: string | null }>(
      `select version, coalesce(name, '') as name,
        md5(regexp_replace(array_to_string(statements, ''), '[ \\t\\n\\r\\f\\v;]+', '', 'g')) as digest
       from supabase_migrations.schema_migrations`,
    )
    const files = await tx.query<{ path: string; hash: string }>(
      'select path, hash from supabase_migrations.seed_files',
    )
    return {
      migrations: new Map(migrations.map(({ version, ...rest }) => [version, rest])),
      files: new Map(files.map(({ path, hash }) => [path, hash])),
    }
  })
}

/** Notes a file as applied: a migration with its statements, anything else with the digest of its text. */
export async function recordFile(
  tx: Queryable,
  file: SqlFile,
  text: string,
  statements: readonly string[],
): Promise<void> {
  if (file.version === null)
    await tx.execute(
      `insert into supabase_migrations.seed_files (path, hash) values ($1, $2)
       on conflict (path) do update set hash = excluded.hash`,
      [file.key, digestFile(text)],
    )
  else
    await tx.execute(
      'insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)',
      [file.version, file.name, statements],
    )
}

/** Of a migration's text: the same as that of its recorded statements, which have lost blanks and semicolons between them. */
export const digestMigration = (text: string): string =>
  createHash('md5')
    .update(text.replace(/[ \t\n\r\f\v;]+/g, ''))
    .digest('hex')

/** Of any other file, as the Supabase CLI notes it. */
export const digestFile = (text: string): string => createHash('sha256').update(text).digest('hex')
