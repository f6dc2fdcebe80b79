import type { PGlite } from '@electric-sql/pglite'
import { startPglite } from '../pglite/start.ts'
import { wrapPglite } from '../pglite/wrap.ts'
import { layBase } from './lay-base.ts'

/**
 * Makes a PGlite with the base in it, as small as it gets, and packs its data folder (gzipped tar of about 1.2 MB). Takes seconds, which
 * is why it is done once, by the build.
 */
export async function dumpBase(): Promise<Uint8Array> {
  const pglite = await startPglite(null)
  try {
    await layBase(await wrapPglite(pglite, { host: 'memory', source: 'build' }))
    await shrink(pglite)
    return new Uint8Array(await (await pglite.dumpDataDir('gzip')).arrayBuffer())
  } finally {
    await pglite.close()
  }
}

/**
 * Two thirds of a fresh data folder are the databases `template0` and `template1`, which nobody can connect to or copy in PGlite. Of
 * the write-ahead log only the segment counts that the last checkpoint is in, and in a new segment that is nearly empty.
 */
async function shrink(pglite: PGlite): Promise<void> {
  // A segment that is used again would bring its old contents along.
  await pglite.exec('set wal_recycle = off')
  await pglite.exec(
    `update pg_catalog.pg_database set datistemplate = false where datname in ('template0', 'template1')`,
  )
  await pglite.exec('drop database template0')
  await pglite.exec('drop database template1')
  await pglite.exec('vacuum (freeze, analyze)')
  await pglite.exec('checkpoint')
  await pglite.exec('select pg_catalog.pg_switch_wal()')
  await pglite.exec('checkpoint')
  const { rows } = await pglite.query<{ segment: string }>(
    'select redo_wal_file as segment from pg_catalog.pg_control_checkpoint()',
  )
  const folder = '/pglite/data/pg_wal'
  for (const file of pglite.Module.FS.readdir(folder)) {
    if (/^[0-9A-F]{24}$/.test(file) && file !== rows[0]?.segment) pglite.Module.FS.unlink(`${folder}/${file}`)
  }
}
