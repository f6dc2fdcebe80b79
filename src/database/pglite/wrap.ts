import type { PGlite } from '@electric-sql/pglite'
import { sessionStatement } from '../settings.ts'
import { PgliteDatabase } from './database.ts'

/** Bytes that one COPY should stay below: PGlite holds it whole, in JavaScript and again in WebAssembly. */
const COPY_LIMIT = 8 * 1024 * 1024

/** A running PGlite as a `Database`. `host` is its folder or `memory`; `unlock` is called when it has been closed. */
export async function wrapPglite(
  pglite: PGlite,
  { host, source, unlock = () => undefined }: { host: string; source: string; unlock?: () => void },
): Promise<PgliteDatabase> {
  const { rows } = await pglite.query<{ version: number; user: string; database: string }>(
    `select current_setting('server_version_num')::int4 as version, current_user as user, current_database() as database`,
  )
  const { version = 0, user = 'postgres', database = 'postgres' } = rows[0] ?? {}
  await pglite.exec(sessionStatement(version))
  return new PgliteDatabase(pglite, unlock, {
    address: { kind: 'pglite', host, port: null, database, user, source, local: true },
    capabilities: { version, connections: 1, copyLimit: COPY_LIMIT },
  })
}
