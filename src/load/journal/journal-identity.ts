import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import type { ServerInfo } from '../../model/catalog.ts'
import type { Address, Database } from '../../model/database.ts'
import type { JournalIdentity } from './journal-folder.ts'

/**
 * Which journal belongs to a database. Embedded databases are copies of one template and share its system identifier, so that their folder
 * tells them apart.
 */
export function journalIdentity(
  server: Pick<ServerInfo, 'systemId' | 'databaseOid' | 'database'>,
  address: Address,
): JournalIdentity {
  const { systemId, databaseOid, database } = server
  if (address.kind === 'postgres') return { systemId, databaseOid, database }
  const folder = address.host === 'memory' ? 'memory' : resolve(address.host)
  return {
    systemId: `embedded${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`,
    databaseOid,
    database,
  }
}

/** The same without a catalog, by two small queries. */
export async function readJournalIdentity(db: Database): Promise<JournalIdentity> {
  const [row] = await db.query<{ databaseOid: number; database: string; allowed: boolean }>(
    `select d.oid::int8::float8 as "databaseOid", d.datname::text as database,
       pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE') as allowed
     from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()`,
  )
  // Refused when the statement starts, so that it must be one of its own.
  const [system] = row?.allowed
    ? await db.query<{ systemId: string }>(
        'select system_identifier::text as "systemId" from pg_catalog.pg_control_system()',
      )
    : []
  const { databaseOid = 0, database = db.address.database } = row ?? {}
  return journalIdentity({ systemId: system?.systemId ?? null, databaseOid, database }, db.address)
}
