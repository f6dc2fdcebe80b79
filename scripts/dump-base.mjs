import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const kept = join(root, 'node_modules', '.cache', 'supa-seed')

/**
 * Puts the dump of the Supabase-shaped base into `dist`, from which an embedded database starts in a moment. Making it takes seconds, so
 * it is kept until something that it depends on changes. Returns one line about it.
 */
export async function dumpBase() {
  const { writeBaseDump } = await import('../dist/database/base/base-dump.js')
  const file = join(kept, `base-${ingredients()}.tar.gz`)
  const fresh = !existsSync(file)
  if (fresh) await make(file)
  const dump = readFileSync(file)
  writeBaseDump(join(root, 'dist'), dump)
  return `dist/base.tar.gz: ${(dump.length / 1e6).toFixed(2)} MB${fresh ? '' : ', as made before'}`
}

/** A digest of all that the dump is made of. */
function ingredients() {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const files = [
    join(dirname(entry), '..', 'package.json'),
    join(root, 'dist', 'database', 'base', 'dump-base.js'),
    join(root, 'dist', 'database', 'pglite', 'start.js'),
    join(root, 'dist', 'database', 'pglite', 'extensions.js'),
    ...readdirSync(join(root, 'base'))
      .sort()
      .map((name) => join(root, 'base', name)),
  ]
  const hash = createHash('sha256')
  for (const path of files) hash.update(readFileSync(path)).update('\0')
  return hash.digest('hex').slice(0, 24)
}

async function make(file) {
  const { dumpBase: makeDump } = await import('../dist/database/base/dump-base.js')
  const dump = await makeDump()
  for (const old of existsSync(kept) ? readdirSync(kept) : []) {
    if (old.startsWith('base-')) rmSync(join(kept, old), { force: true })
  }
  mkdirSync(kept, { recursive: true })
  // Renamed when it is whole: another build may look for it at this moment.
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, dump)
  renameSync(draft, file)
}
