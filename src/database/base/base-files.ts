import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

export interface BaseFile {
  /** `base/10-roles.sql` */
  readonly name: string
  readonly sql: string
}

/** Seen from `src/database/base` and from `dist/database/base` alike. */
const FOLDER = new URL('../../../base/', import.meta.url)

/** The SQL of the Supabase-shaped base, in the order in which it is laid. */
export function readBaseFiles(): BaseFile[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name: `base/${name}`, sql: readFileSync(new URL(name, FOLDER), 'utf8') }))
}

/** What tells one base from another: a dump belongs to the SQL it was made of. */
export function digestBase(files: readonly BaseFile[]): string {
  const hash = createHash('sha256')
  for (const { name, sql } of files) hash.update(`${name}\0${sql}\0`)
  return hash.digest('hex')
}
