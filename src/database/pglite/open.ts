import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Extensions, PGlite } from '@electric-sql/pglite'
import type { Database } from '../../model/database.ts'
import { SeedError } from '../../model/seed-error.ts'
import { parsers } from '../parsers.ts'
import { PgliteDatabase } from './database.ts'
import { extensions } from './extensions.ts'
import { lockFolder } from './lock-folder.ts'

/** Bytes that one COPY should stay below: PGlite holds it whole, in JavaScript and again in WebAssembly. */
const COPY_LIMIT = 8 * 1024 * 1024

/** Opens an embedded database in a folder (made if it is not there), or one without a folder: `memory`. */
export async function openPglite(where: string, source: string): Promise<Database> {
  const folder = where === 'memory' ? null : canonical(where)
  const unlock = folder ? lockFolder(folder) : () => undefined
  try {
    const pglite = await create(folder)
    readAsText(pglite)
    const { rows } = await pglite.query<{ version: number; user: string; database: string }>(
      `select current_setting('server_version_num')::int4 as version, current_user as user, current_database() as database`,
    )
    const { version = 0, user = 'postgres', database = 'postgres' } = rows[0] ?? {}
    return new PgliteDatabase(pglite, unlock, {
      address: { kind: 'pglite', host: where, port: null, database, user, source, local: true },
      capabilities: { version, connections: 1, copyLimit: COPY_LIMIT },
    })
  } catch (error) {
    unlock()
    throw error
  }
}

/** One folder, one name: the lock is found by it. */
function canonical(where: string): string {
  const folder = resolve(where)
  if (existsSync(folder)) return realpathSync(folder)
  mkdirSync(dirname(folder), { recursive: true })
  return join(realpathSync(dirname(folder)), basename(folder))
}

async function create(folder: string | null): Promise<PGlite> {
  try {
    return await PGlite.create({
      ...(folder ? { dataDir: folder } : {}),
      extensions: (await extensions()) as Extensions,
    })
  } catch (cause) {
    throw new SeedError({
      code: 'embedded-unusable',
      message: `The embedded database cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}`,
      ...(folder ? { place: { file: folder } } : {}),
      next: 'Name a folder that is empty or holds a database of the same PGlite version, or remove it to begin anew.',
      cause,
    })
  }
}

/** Both drivers give the same values: PGlite's own readers and writers of types are replaced by ours. */
function readAsText(pglite: PGlite): void {
  for (const oid of Object.keys(pglite.parsers)) pglite.parsers[Number(oid)] = (text) => text
  for (const oid of Object.keys(pglite.serializers)) pglite.serializers[Number(oid)] = (text) => text
  for (const [oid, parser] of parsers) pglite.parsers[oid] = parser
}
