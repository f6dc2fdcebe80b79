import { readFileSync } from 'node:fs'
import { SeedError } from '../../model/seed-error.ts'
import type { SqlFile } from './sql-file.ts'

/** What `pg_dump` puts around a dump for psql: of no meaning to a server. The line stays, so that lines keep their numbers. */
const RESTRICTION = /^\\(?:un)?restrict\b.*$/gm

/** The text of a file of SQL. @throws SeedError `migration-unreadable` where it is not UTF-8, or holds a NUL, which no server takes. */
export function readSqlFile({ path, file }: Pick<SqlFile, 'path' | 'file'>): string {
  const text = decode(readFileSync(path), file)
  if (text.includes('\0')) throw unreadable(file, 'It holds a NUL character', 'Remove it: PostgreSQL takes none.')
  return text.replace(RESTRICTION, '')
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    // Takes the byte order mark away.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw unreadable(file, 'It is not UTF-8', 'Save it as UTF-8.', cause)
  }
}

const unreadable = (file: string, why: string, next: string, cause?: unknown): SeedError =>
  new SeedError({
    code: 'migration-unreadable',
    message: `${file} cannot be read as SQL. ${why}.`,
    place: { file },
    next,
    cause,
  })
