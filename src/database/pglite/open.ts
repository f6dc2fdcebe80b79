import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import type { Database } from '../../model/database.ts'
import { SeedError } from '../../model/seed-error.ts'
import { readBaseDump } from '../base/base-dump.ts'
import { layBase } from '../base/lay-base.ts'
import { lockFolder } from './lock-folder.ts'
import { beginFolder } from './new-folder.ts'
import { startPglite } from './start.ts'
import { wrapPglite } from './wrap.ts'

export interface PgliteOptions {
  /** A new database begins with the Supabase-shaped base. One that exists is opened as it is. Default: false. */
  readonly base?: boolean
  /** The folder with the dump of the base; default: where the build puts it. Without a dump the base is laid, which takes seconds. */
  readonly dumps?: string
}

/** Opens an embedded database in a folder (made if it is not there), or one without a folder: `memory`. */
export async function openPglite(where: string, source: string, options: PgliteOptions = {}): Promise<Database> {
  const folder = where === 'memory' ? null : canonical(where)
  const unlock = folder ? lockFolder(folder) : () => undefined
  try {
    const pglite = await open(folder, options)
    return await wrapPglite(pglite, { host: where, source, unlock })
  } catch (error) {
    unlock()
    throw error
  }
}

/** A database in memory that begins with the Supabase-shaped base. */
export const startInMemory = (): Promise<PGlite> => open(null, { base: true })

/** One folder, one name: the lock is found by it. */
function canonical(where: string): string {
  const folder = resolve(where)
  if (existsSync(folder)) return realpathSync(folder)
  mkdirSync(dirname(folder), { recursive: true })
  return join(realpathSync(dirname(folder)), basename(folder))
}

async function open(folder: string | null, { base, dumps }: PgliteOptions): Promise<PGlite> {
  const begun = folder ? beginFolder(folder) : null
  if (folder && !begun) return start(folder)
  const clear = (): void => begun?.clear()
  try {
    const pglite = base ? await startWithBase(folder, readBaseDump(dumps), clear) : await start(folder)
    begun?.finish()
    return pglite
  } catch (error) {
    clear()
    begun?.finish()
    throw error
  }
}

async function startWithBase(folder: string | null, dump: Blob | null, clear: () => void): Promise<PGlite> {
  if (dump) {
    try {
      return await startPglite(folder, dump)
    } catch {
      // Made by another version of PGlite: what follows yields the same, only later.
      clear()
    }
  }
  const pglite = await start(folder)
  try {
    await layBase(await wrapPglite(pglite, { host: folder ?? 'memory', source: 'base' }))
    return pglite
  } catch (error) {
    await pglite.close()
    throw error
  }
}

async function start(folder: string | null): Promise<PGlite> {
  try {
    return await startPglite(folder)
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
