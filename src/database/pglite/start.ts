import { type Extensions, PGlite } from '@electric-sql/pglite'
import { parsers } from '../parsers.ts'
import { extensions } from './extensions.ts'
import { storedSettings } from './stored-settings.ts'

/**
 * Starts PGlite over a folder, or in memory without one. Where nothing is there yet, it begins with `dump` (a packed data folder), or, in
 * seconds, with an empty database.
 */
export async function startPglite(folder: string | null, dump: Blob | null = null): Promise<PGlite> {
  const pglite = await PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    ...(dump ? { loadDataDir: dump } : {}),
    extensions: (await extensions()) as Extensions,
  })
  readAsText(pglite)
  await pglite.exec(storedSettings)
  return pglite
}

/** Both drivers give the same values: PGlite's own readers and writers of types are replaced by ours. */
function readAsText(pglite: PGlite): void {
  for (const oid of Object.keys(pglite.parsers)) pglite.parsers[Number(oid)] = (text) => text
  for (const oid of Object.keys(pglite.serializers)) pglite.serializers[Number(oid)] = (text) => text
  for (const [oid, parser] of parsers) pglite.parsers[oid] = parser
}
