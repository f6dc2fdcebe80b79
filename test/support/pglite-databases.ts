import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inject } from 'vitest'
import { openDatabase } from '../../src/database/open-database.ts'
import type { Database } from '../../src/model/database.ts'
import { EMPTY_AGAIN, IS_EMPTY } from './empty-again.ts'

/** An embedded database that is open, and its folder. */
export interface Embedded {
  readonly db: Database
  readonly folder: string
}

/** Those that were given back, still open: opening one costs as much as seeding it. */
const free: Embedded[] = []

/** An empty embedded database: one that was given back, or a new one. */
export async function takeEmbedded(): Promise<Embedded> {
  for (let found = free.pop(); found !== undefined; found = free.pop()) {
    if (await emptied(found.db)) return found
    await removeEmbedded(found)
  }
  const folder = await newFolder()
  return { db: await openEmbedded(folder), folder }
}

/** A folder with an empty embedded database that nobody has opened. */
export async function newFolder(): Promise<string> {
  const folder = mkdtempSync(join(inject('runFolder'), 'pglite-'))
  cpSync(await emptyFolder(), folder, { recursive: true })
  return folder
}

export const openEmbedded = (folder: string): Promise<Database> => openDatabase({ embedded: folder, source: 'test' })

/** Leaves an open database to whoever wants one next. */
export const giveEmbeddedBack = (embedded: Embedded): number => free.push(embedded)

/** Closes a database and removes its folder. */
export async function removeEmbedded({ db, folder }: Embedded): Promise<void> {
  await db.close()
  removeFolder(folder)
}

export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })

/** Closes and removes those that nobody has, but one: the next file may want it. Its folder goes with the run's. */
export async function removeMostEmbedded(): Promise<void> {
  await Promise.all(free.splice(1).map(removeEmbedded))
}

/** It is a server of its own, so that roles must be gone, too; and it has one session. */
async function emptied(db: Database): Promise<boolean> {
  try {
    await db.execute('discard all')
    await db.execute(EMPTY_AGAIN)
    const [row] = await db.query<{ empty: boolean; alone: boolean }>(
      `${IS_EMPTY}, not exists (select from pg_catalog.pg_authid where oid >= 16384) as alone`,
    )
    return row?.empty === true && row.alone
  } catch {
    return false
  }
}

/** Making an empty PGlite database takes seconds, so one is kept per version and user between runs. */
async function emptyFolder(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const kept = join(tmpdir(), `supa-seed-pglite-${version}-${process.getuid?.() ?? 'user'}`)
  if (existsSync(join(kept, 'PG_VERSION'))) return kept
  const draft = mkdtempSync(join(tmpdir(), 'supa-seed-test-'))
  await (await openEmbedded(draft)).close()
  try {
    mkdirSync(dirname(kept), { recursive: true })
    renameSync(draft, kept)
    return kept
  } catch {
    return existsSync(join(kept, 'PG_VERSION')) ? kept : draft
  }
}
