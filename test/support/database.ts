import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, describe } from 'vitest'
import { openDatabase } from '../../src/database/open-database.ts'
import type { Database, QueryRow } from '../../src/model/database.ts'
import { quote } from '../../src/model/name.ts'
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
  /** Closes `db` and removes the database. Done at the end of the file for those that were forgotten. */
  drop(): Promise<void>
}

const undropped = new Set<TestDatabase>()

afterAll(async () => {
  await Promise.all([...undropped].map((database) => database.drop()))
  for (const folder of pgliteTemplates.values()) remove(await folder)
})

/**
 * A database of one's own on the named server, with `sql` (any number of statements) applied. The same `sql` is applied
 * only once and cloned from then on. What `sql` makes outside a database (roles) stays on the server: guard it with a DO block.
 */
export async function freshDatabase(server: ServerName, sql = ''): Promise<TestDatabase> {
  const database = server === 'pglite' ? await freshPglite(sql) : await freshPostgres(server, sql)
  undropped.add(database)
  return database
}

/** Describes the same tests once for each of the servers. */
export function onEachServer(names: readonly ServerName[], tests: (server: ServerName) => void): void {
  for (const name of names) describe(name, () => tests(name))
}

async function freshPostgres(server: Exclude<ServerName, 'pglite'>, sql: string): Promise<TestDatabase> {
  const root = await supply(server)
  const name = `t_${randomBytes(8).toString('hex')}`
  const template = sql === '' ? 'template1' : await postgresTemplate(root, sql)
  await withClient(root, (client) =>
    retryBusy(() => client.query(`create database ${quote(name)} template ${quote(template)}`)),
  )
  const url = otherDatabase(root, name)
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
      await withClient(root, (client) => client.query(`drop database if exists ${quote(name)} with (force)`))
      await closed
    },
  }
  return database
}

/** The name of a database that holds `sql`, made by the first who needs it in this run. */
async function postgresTemplate(root: string, sql: string): Promise<string> {
  const name = `template_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`
  await withClient(root, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount) return
    const draft = `${name}_draft`
    await client.query(`drop database if exists ${quote(draft)} with (force)`)
    await client.query(`create database ${quote(draft)}`)
    await withClient(otherDatabase(root, draft), (inside) => inside.query(sql))
    await retryBusy(() => client.query(`alter database ${quote(draft)} rename to ${quote(name)}`))
  })
  return name
}

/** A connection that has just been closed may still be seen by the server for a moment (55006). */
async function retryBusy<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || attempt === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function otherDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other.href
}

const pgliteTemplates = new Map<string, Promise<string>>()

async function freshPglite(sql: string): Promise<TestDatabase> {
  const template = pgliteTemplates.get(sql) ?? pgliteTemplate(sql)
  pgliteTemplates.set(sql, template)
  const folder = temporaryFolder()
  cpSync(await template, folder, { recursive: true })
  const open = () => openDatabase({ embedded: folder, source: 'test' })
  const db = await open()
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
      const other = await open()
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
      await database.release()
      remove(folder)
    },
  }
  return database
}

/** A folder with an empty PGlite database and `sql` in it. */
async function pgliteTemplate(sql: string): Promise<string> {
  const folder = temporaryFolder()
  cpSync(await emptyPglite(), folder, { recursive: true })
  if (sql === '') return folder
  const db = await openDatabase({ embedded: folder, source: 'test' })
  await db.execute(sql)
  await db.close()
  return folder
}

/** Making an empty PGlite database takes seconds, so one is kept per version and user between runs. */
async function emptyPglite(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const kept = join(tmpdir(), `supa-seed-pglite-${version}-${process.getuid?.() ?? 'user'}`)
  if (existsSync(join(kept, 'PG_VERSION'))) return kept
  const draft = temporaryFolder()
  const db = await openDatabase({ embedded: draft, source: 'test' })
  await db.close()
  try {
    mkdirSync(dirname(kept), { recursive: true })
    renameSync(draft, kept)
    return kept
  } catch {
    return existsSync(join(kept, 'PG_VERSION')) ? kept : draft
  }
}

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'supa-seed-test-'))
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}
