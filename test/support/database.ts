import type pg from 'pg'
import { describe, onTestFinished } from 'vitest'
import { openDatabase } from '../../src/database/open-database.ts'
import type { Database, QueryRow } from '../../src/model/database.ts'
import { atFileEnd } from './file-end.ts'
import { giveEmbeddedBack, openEmbedded, removeEmbedded, removeMostEmbedded, takeEmbedded } from './pglite-databases.ts'
import { giveDatabaseBack, takeDatabase, withClient } from './postgres-databases.ts'
import { supply } from './supply.ts'

export type ServerName = 'pg15' | 'pg17' | 'pg18' | 'pglite'

export const servers: readonly ServerName[] = ['pg15', 'pg17', 'pg18', 'pglite']

export interface TestDatabase {
  readonly server: ServerName
  /** Open through the project's own `database/`. */
  readonly db: Database
  /** URL on a Postgres server, null on PGlite. */
  readonly url: string | null
  /** Folder of a PGlite database, null on a Postgres server. */
  readonly folder: string | null
  /** What a configuration says under `db` to reach it. */
  readonly config: { url: string } | { embedded: string }
  /** What a command line says to reach it: `['--db-url', url]` or `['--embedded', folder]`. */
  readonly flags: readonly string[]
  /**
   * Runs one or more statements with the server's own settings (search_path is public) and gives the rows of the last.
   * Works after `release`, too: on PGlite it then opens the folder for the moment.
   */
  raw<Row extends QueryRow = QueryRow>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>
  /** Closes `db`, so that another process may open the folder of a PGlite database. */
  release(): Promise<void>
  /** Leaves the database to another test. Done at the end of the test that made it, or of the file where a hook did. */
  drop(): Promise<void>
}

const undropped = new Set<TestDatabase>()

atFileEnd(async () => {
  await Promise.all([...undropped].map((database) => database.drop()))
  await removeMostEmbedded()
})

/**
 * A database of one's own on the named server, with `sql` (any number of statements) applied. It may have served another test before, and is empty all
 * the same. What `sql` makes outside a database (roles) stays on the server: guard it with a DO block.
 */
export async function freshDatabase(server: ServerName, sql = ''): Promise<TestDatabase> {
  const database = server === 'pglite' ? await freshPglite(sql) : await freshPostgres(server, sql)
  undropped.add(database)
  atTestEnd(() => database.drop())
  return database
}

function atTestEnd(work: () => Promise<void>): void {
  try {
    onTestFinished(work)
  } catch {
    // No test is at work, so this is a hook, and the database is for the tests after it.
  }
}

/** Describes the same tests once for each of the servers. */
export function onEachServer(names: readonly ServerName[], tests: (server: ServerName) => void): void {
  for (const name of names) describe(name, () => tests(name))
}

async function freshPostgres(server: Exclude<ServerName, 'pglite'>, sql: string): Promise<TestDatabase> {
  const root = await supply(server)
  const url = await takeDatabase(root, sql)
  const db = await openDatabase({ url, source: 'test' })
  const database: TestDatabase = {
    server,
    db,
    url,
    folder: null,
    config: { url },
    flags: ['--db-url', url],
    raw: async <Row extends QueryRow>(text: string, parameters?: readonly unknown[]) =>
      withClient(url, async (client) => {
        const result = await client.query<Row>(text, parameters && [...parameters])
        return Array.isArray(result) ? (result.at(-1) as pg.QueryResult<Row>).rows : result.rows
      }),
    release: () => db.close(),
    drop: async () => {
      if (!undropped.delete(database)) return
      // A transaction that a failed test left behind would let `close` wait for ever.
      const closed = db.close()
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 1000))])
      await giveDatabaseBack(root, url)
      await closed
    },
  }
  return database
}

async function freshPglite(sql: string): Promise<TestDatabase> {
  const embedded = await takeEmbedded()
  const { db, folder } = embedded
  if (sql !== '') await db.execute(sql)
  let released = false
  const database: TestDatabase = {
    server: 'pglite',
    db,
    url: null,
    folder,
    config: { embedded: folder },
    flags: ['--embedded', folder],
    raw: async <Row extends QueryRow>(text: string, parameters?: readonly unknown[]) => {
      if (!released) return db.query<Row>(text, parameters)
      const other = await openEmbedded(folder)
      try {
        return await other.query<Row>(text, parameters)
      } finally {
        await other.close()
      }
    },
    release: async () => {
      released = true
      await db.close()
    },
    drop: async () => {
      if (!undropped.delete(database)) return
      if (released) await removeEmbedded(embedded)
      else giveEmbeddedBack(embedded)
    },
  }
  return database
}
