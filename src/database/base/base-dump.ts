import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { digestBase, readBaseFiles } from './base-files.ts'

/** Where the build puts the dump: seen from `src/database/base` and from `dist/database/base` alike. */
const FOLDER = fileURLToPath(new URL('../../../dist/', import.meta.url))
const DUMP = 'base.tar.gz'
/** Beside the dump, the digest of the SQL that it was made of. */
const DIGEST = 'base.digest'

/**
 * The data folder of a fresh PGlite with the base in it, as `npm run build` has packed it: a tar, unzipped here, as an error in the zip
 * would reach nobody in PGlite. Null where there is none, or one of another base, as when the program runs from its source, or one that is damaged.
 */
export function readBaseDump(folder: string = FOLDER): Blob | null {
  try {
    if (readFileSync(join(folder, DIGEST), 'utf8') !== digestBase(readBaseFiles())) return null
    return new Blob([gunzipSync(readFileSync(join(folder, DUMP)))])
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code?.startsWith('Z_')) return null
    throw error
  }
}

/** Puts a dump where `readBaseDump` finds it. */
export function writeBaseDump(folder: string, dump: Uint8Array): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, DUMP), dump)
  writeFileSync(join(folder, DIGEST), digestBase(readBaseFiles()))
}
