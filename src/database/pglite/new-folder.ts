import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SeedError } from '../../model/seed-error.ts'

/** A folder in which a database is being made: whole in the end, or gone. */
export interface NewFolder {
  /** The database is whole. */
  finish(): void
  /** Empties the folder; the database may be begun anew or given up. */
  clear(): void
}

/**
 * Null for a folder that holds a database. For one that is empty or not there: the beginning of one, noted in a file beside the folder. A
 * process that dies leaves the note behind, by which the next one knows that the folder is only half a database, and clears it.
 * Call it with the folder locked.
 * @throws SeedError `embedded-unusable` where there are files, but no database.
 */
export function beginFolder(folder: string): NewFolder | null {
  const note = `${folder}.unfinished`
  const clear = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  if (existsSync(note)) clear()
  if (existsSync(join(folder, 'PG_VERSION'))) return null
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new SeedError({
      code: 'embedded-unusable',
      message: `The folder ${folder} holds files, but no embedded database.`,
      place: { file: folder },
      expected: 'an embedded database, an empty folder, or none',
      found: 'other files',
      next: 'Name another folder.',
    })
  }
  writeFileSync(note, '')
  mkdirSync(folder, { recursive: true })
  return { finish: () => rmSync(note, { force: true }), clear }
}
