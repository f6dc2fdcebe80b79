import pg from 'pg'
import type { Database } from '../../model/database.ts'
import { isLocalHost } from '../is-local-host.ts'
import { parsers } from '../parsers.ts'
import { withRetry } from '../retry.ts'
import { pooledUser } from '../supabase-hosts.ts'
import { toDatabaseError } from '../to-database-error.ts'
import { Connections } from './connections.ts'
import { PgDatabase } from './database.ts'
import { explainConnectError } from './explain-connect-error.ts'
import { readUrl, type UrlParts } from './read-url.ts'
import { type TlsAttempt, tlsAttempts } from './tls.ts'

const CONNECTIONS = 4
/** Milliseconds. */
const CONNECT_TIMEOUT = 15_000

/** Opens a Postgres server by its URL; see `openDatabase`. */
export async function openPg(url: string, source: string, wanted = CONNECTIONS): Promise<Database> {
  const parts = readUrl(url, source)
  const pooled = isTransactionPooler(parts)
  const limit = Number(parts.parameters.get('connection_limit'))
  const max = pooled ? 1 : Math.max(1, Math.min(wanted, limit > 0 ? limit : wanted))
  const connections = await connect(parts, source, max)
  const { version, user, database } = await withRetry(() => askFor(connections), {
    attempts: 10,
    delay: 50,
    longestDelay: 2000,
  })
  return new PgDatabase(connections, pooled, {
    address: {
      kind: 'postgres',
      host: parts.host,
      port: parts.port,
      database: database ?? parts.database,
      user: pooledUser({ host: parts.host, user: user ?? parts.user, options: parts.parameters.get('options') }),
      source,
      local: isLocalHost(parts.host),
    },
    capabilities: { version, connections: max, copyLimit: null },
  })
}

/** Makes the first connection, with or without TLS, whichever the URL allows and the server takes. */
async function connect(parts: UrlParts, source: string, max: number): Promise<Connections> {
  const attempts = tlsAttempts(parts)
  let failure: unknown
  for (const tls of attempts) {
    const connections = new Connections(() => makeClient(parts, tls), max)
    try {
      connections.giveBack(await connections.lend(), false)
      return connections
    } catch (error) {
      failure = error
      if (!isAboutTls(error)) break
    }
  }
  throw explainConnectError(failure, parts, source)
}

/** Whom we speak to. A connection may be cut here as well as later. */
async function askFor(connections: Connections): Promise<{ version: number; user?: string; database?: string }> {
  const client = await connections.lend()
  let broken = true
  try {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int4 as version`,
    )
    broken = false
    const { user, database } = client
    return { version: rows[0]?.version ?? 0, user, database }
  } catch (error) {
    throw toDatabaseError(error)
  } finally {
    connections.giveBack(client, broken)
  }
}

function makeClient({ host, port, user, password, database, parameters }: UrlParts, ssl: TlsAttempt): pg.Client {
  const seconds = Number(parameters.get('connect_timeout'))
  return new pg.Client({
    host,
    port,
    user: user === '' ? undefined : user,
    password,
    database: database === '' ? undefined : database,
    options: parameters.get('options'),
    application_name: parameters.get('application_name') ?? 'supa-seed',
    ssl,
    connectionTimeoutMillis: seconds > 0 ? seconds * 1000 : CONNECT_TIMEOUT,
    keepAlive: true,
    types: { getTypeParser: (oid: number) => parsers.get(oid) ?? String } as pg.CustomTypesConfig,
  })
}

/** Behind a transaction pooler two transactions rarely meet the same session, and the slots are few. */
function isTransactionPooler({ port, parameters }: UrlParts): boolean {
  return port === 6543 || parameters.get('pgbouncer') === 'true'
}

/** Would the other way, with or without TLS, be worth a try? */
function isAboutTls(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return code === '28000' || message === 'The server does not support SSL connections'
}
