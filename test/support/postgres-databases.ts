import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { quote } from '../../src/model/name.ts'
import { EMPTY_AGAIN, IS_EMPTY } from './empty-again.ts'

/** Databases whose names begin so are nobody's. */
const FREE = 'free_'

/** Connections that give and take, one pool for each server, as long as the worker lives. */
const roots = new Map<string, pg.Pool>()

/**
 * The URL of a database with `sql` in it, on the server of the given URL: one that another test has given back, emptied, or a new one. Copying a
 * template costs the server ten times as much as emptying a database does. Whoever renames a free database has it, also among several processes.
 */
export async function takeDatabase(root: string, sql: string): Promise<string> {
  const name = `t_${randomBytes(8).toString('hex')}`
  const url = otherDatabase(root, name)
  const pool = rootPool(root)
  const used = await takeFree(pool, name)
  if (!used) await pool.query(`create database ${quote(name)}`)
  const ready = await withClient(url, async (inside) => {
    if (used && !(await emptied(inside))) return false
    if (sql !== '') await inside.query(sql)
    return true
  })
  if (ready) return url
  await pool.query(`drop database ${quote(name)} with (force)`)
  return takeDatabase(root, sql)
}

/** Ends all sessions of a database and leaves it to whoever wants it next. */
export async function giveDatabaseBack(root: string, url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  const pool = rootPool(root)
  await pool.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [name])
  if (await renamed(pool, name, `${FREE}${name}`)) return
  await pool.query(`drop database if exists ${quote(name)} with (force)`)
}

/** Runs something over a connection of its own. */
export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function rootPool(root: string): pg.Pool {
  const known = roots.get(root)
  if (known !== undefined) return known
  const pool = new pg.Pool({ connectionString: root, max: 2, allowExitOnIdle: true })
  pool.on('error', () => undefined)
  roots.set(root, pool)
  return pool
}

/** A few are tried, since others may take them at the same time. */
async function takeFree(pool: pg.Pool, name: string): Promise<boolean> {
  const { rows } = await pool.query<{ datname: string }>(
    `select datname from pg_database where datname like '${FREE}%' order by random() limit 5`,
  )
  for (const { datname } of rows) if (await renamed(pool, datname, name)) return true
  return false
}

/** False where it is gone, or somebody is still in it. */
async function renamed(pool: pg.Pool, from: string, to: string): Promise<boolean> {
  try {
    await pool.query(`alter database ${quote(from)} rename to ${quote(to)}`)
    return true
  } catch (error) {
    if (['3D000', '55006'].includes((error as { code?: string }).code ?? '')) return false
    throw error
  }
}

/** False where something is left that cannot be removed. */
async function emptied(client: pg.Client): Promise<boolean> {
  try {
    await client.query(EMPTY_AGAIN)
    return (await client.query<{ empty: boolean }>(IS_EMPTY)).rows[0]?.empty === true
  } catch {
    return false
  }
}

function otherDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other.href
}
