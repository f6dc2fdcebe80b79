import { type Database, DatabaseError, type Queryable } from '../../model/database.ts'
import { SeedError } from '../../model/seed-error.ts'
import { type BaseFile, readBaseFiles } from './base-files.ts'

/** Milliseconds to wait for another base that is being laid on the same server: roles are made one at a time. */
const PATIENCE = 120_000

/**
 * Lays the Supabase-shaped base (the files of `base/`: roles, `auth`, `storage`, `extensions`, stand-ins for the other schemas of the
 * platform, the publication) on an empty database: whole or not at all. Roles belong to the whole server; those that exist are kept.
 * The connection that laid it and all later ones find extensions without their schema; those that were open before do not.
 * @throws SeedError `base-exists`: `auth.users` is there already; `base-needs-superuser`; `base-failed`: something of the same name
 *   is in the way, or an extension is not installed.
 */
export async function layBase(db: Pick<Database, 'transaction'>): Promise<void> {
  await db.transaction(
    async (tx) => {
      await refuse(tx)
      for (const file of readBaseFiles()) await lay(tx, file)
    },
    { lockTimeout: PATIENCE },
  )
}

async function refuse(tx: Queryable): Promise<void> {
  const [row] = await tx.query<{ exists: boolean; superuser: boolean; role: string; database: string }>(
    `select exists (
       select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'auth' and c.relname = 'users'
     ) as exists,
     (select r.rolsuper from pg_catalog.pg_roles r where r.rolname = current_user) as superuser,
     current_user::text as role, pg_catalog.current_database()::text as database`,
  )
  if (row?.exists) {
    throw new SeedError({
      code: 'base-exists',
      message: `The base is not laid on the database ${row.database}: auth.users is there already.`,
      expected: 'an empty database',
      found: 'auth.users',
      next: 'Use the database as it is, or create another one for the base.',
    })
  }
  if (!row?.superuser) {
    throw new SeedError({
      code: 'base-needs-superuser',
      message: `The role ${row?.role} may not lay the base: it makes roles and installs extensions.`,
      expected: 'a superuser',
      found: `the role ${row?.role}`,
      next: 'Connect as a superuser, usually postgres.',
    })
  }
}

async function lay(tx: Queryable, { name, sql }: BaseFile): Promise<void> {
  try {
    await tx.execute(sql)
  } catch (cause) {
    // A lost connection explains itself better than a file of ours does.
    if (!(cause instanceof DatabaseError) || cause.code.startsWith('08')) throw cause
    throw new SeedError({
      code: 'base-failed',
      message: `The base cannot be laid: ${cause.message} (${cause.code}). Nothing was changed.`,
      place: { file: name },
      found: cause.message,
      next: NEXT[cause.code] ?? 'Create an empty database and lay the base there.',
      cause,
    })
  }
}

const MODULES =
  'Install the additional modules of PostgreSQL (contrib) on the server: pgcrypto and uuid-ossp are among them.'

/** By SQLSTATE, where the database being empty would not help. */
const NEXT: Readonly<Record<string, string>> = {
  '0A000': MODULES,
  '58P01': MODULES,
  '55P03': 'Someone else creates or changes roles on this server. Try again when that is over.',
}
