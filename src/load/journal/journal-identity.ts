import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import type { ServerInfo } from '../../model/catalog.ts'
import type { Address } from '../../model/database.ts'
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
