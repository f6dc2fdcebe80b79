import type { PGlite } from '@electric-sql/pglite'
import { startPglite } from '../../../database/pglite/start.ts'
import { wrapPglite } from '../../../database/pglite/wrap.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { keepCopy, readCopy, type SeededCopy } from './cache.ts'
import { Idle, type Instance } from './idle.ts'
import { makeSeeded } from './make-seeded.ts'
import type { TestRecipe } from './recipe.ts'
import { readSequences } from './sequences.ts'

/** Databases of this process that are seeded alike. */
interface Pool {
  readonly copy: Promise<SeededCopy>
  readonly idle: Idle
}

const pools = new Map<string, Pool>()

/** A database that nobody has: one that was given back, or one that is unpacked now. `fresh`: always the latter. */
export async function takeInstance(recipe: TestRecipe, cache: boolean, fresh: boolean): Promise<Instance> {
  const pool = poolOf(recipe, cache)
  const idle = fresh ? undefined : pool.idle.take()
  if (idle !== undefined) return idle
  const { dump, manifest } = await pool.copy
  // The one that it was packed from may be idle by now.
  return (fresh ? undefined : pool.idle.take()) ?? wrapped(await startPglite(null, dump), manifest)
}

/** Gives back one that is as it was taken. */
export async function giveInstance(recipe: TestRecipe, instance: Instance): Promise<void> {
  const pool = pools.get(recipe.key)
  if (pool === undefined || !pool.idle.give(instance)) await instance.db.close()
}

function poolOf(recipe: TestRecipe, cache: boolean): Pool {
  const known = pools.get(recipe.key)
  if (known !== undefined) return known
  const idle = new Idle()
  const copy = makeCopy(recipe, cache && recipe.lasting, idle)
  // What failed may be mended by the next call.
  copy.catch(() => pools.delete(recipe.key))
  const pool = { copy, idle }
  pools.set(recipe.key, pool)
  return pool
}

async function makeCopy(recipe: TestRecipe, cache: boolean, idle: Idle): Promise<SeededCopy> {
  const { root } = recipe.config
  const kept = cache ? await readCopy(root, recipe.key) : null
  const opened = kept === null ? null : await startPglite(null, kept.dump).catch(() => null)
  if (kept !== null && opened !== null) {
    idle.give(await wrapped(opened, kept.manifest))
    return kept
  }
  const { pglite, manifest } = await makeSeeded(recipe)
  const copy = { dump: await pglite.dumpDataDir('none'), manifest }
  idle.give(await wrapped(pglite, manifest))
  if (cache) await keepCopy(root, recipe.key, copy)
  return copy
}

const INT8 = 20

async function wrapped(pglite: PGlite, manifest: Manifest): Promise<Instance> {
  // `count(*)` is a number to everyone; beyond 2^53 a text loses nothing.
  pglite.parsers[INT8] = (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text)
  const db = await wrapPglite(pglite, { host: 'memory', source: 'seedTestDatabase' })
  return { db, manifest, sequences: await readSequences(db) }
}
