import type { Database } from '../model/database.ts'
import type { Target } from './target.ts'

/**
 * Opens a database: one connection is made and its version asked before this resolves. The driver is loaded only here.
 * @throws SeedError that names what is wrong with the address and what to do about it.
 */
export async function openDatabase(target: Target): Promise<Database> {
  if ('embedded' in target) {
    const { openPglite } = await import('./pglite/open.ts')
    return openPglite(target.embedded, target.source, { base: target.base ?? false })
  }
  const { openPg } = await import('./pg/open.ts')
  return openPg(target.url, target.source, target.connections)
}
