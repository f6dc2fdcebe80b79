import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import type { TestDatabase } from './database.ts'
import { atFileEnd } from './file-end.ts'
import { LOCAL_KEY } from './storage-server.ts'

export interface AuthServer {
  readonly url: string
  /** The one that it takes: at first that of every local stack. */
  key: string
  /** `POST`, `GET 31a03e74-…`, in order; of requests that were let in. */
  readonly calls: string[]
  /** Requests at once, at most. */
  most: number
  trouble: {
    /** Answers so many requests for new users with 429. */
    busy: number
    /** Makes so many users and hangs up before it answers. */
    lost: number
    /** Fails so many times as where two triggers met in a deadlock. */
    failing: number
    /** Milliseconds before every answer. */
    slow: number
  }
}

interface Said {
  readonly id?: string
  readonly email?: string
  readonly password?: string
  readonly password_hash?: string
  readonly email_confirm?: boolean
  readonly role?: string
  readonly user_metadata?: Record<string, unknown>
  readonly app_metadata?: Record<string, unknown>
  readonly ban_duration?: string
}

const KNOWN = new Set([
  'id',
  'aud',
  'role',
  'email',
  'phone',
  'password',
  'password_hash',
  'email_confirm',
  'phone_confirm',
  'user_metadata',
  'app_metadata',
  'ban_duration',
])

class Refusal extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

interface Answer {
  readonly status: number
  readonly headers?: Record<string, string>
  readonly body: unknown
}

const TOKENS =
  'confirmation_token, recovery_token, email_change_token_new, email_change, email_change_token_current, phone_change, phone_change_token, reauthentication_token'
const HASH = /^\$2[abxy]\$\d\d\$[./A-Za-z0-9]{53}$|^\$argon2/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const NIL = '00000000-0000-0000-0000-000000000000'

/** Answers as Supabase Auth does; each request is one transaction of several steps, under its own role. */
class Answers {
  private readonly pool: pg.Pool
  private readonly server: AuthServer

  constructor(pool: pg.Pool, server: AuthServer) {
    this.pool = pool
    this.server = server
  }

  async to(request: IncomingMessage): Promise<Answer> {
    const { method = '', headers } = request
    const [path = ''] = (request.url ?? '').split('?')
    const body = await bodyOf(request)
    if (headers.apikey === undefined) throw new Refusal(401, 'no_authorization', 'No API key found in request')
    if (headers.apikey !== this.server.key) throw new Refusal(401, 'unknown', 'Invalid API key')
    const found = /^\/auth\/v1\/admin\/users(?:\/([^/]+))?$/.exec(path)
    if (found === null) throw new Refusal(404, 'unknown', 'page not found')
    const id = found[1]
    this.server.calls.push(id === undefined ? method : `${method} ${id}`)
    if (method === 'POST' && id === undefined) return this.create(JSON.parse(body))
    if (method === 'GET' && id === undefined) return this.list()
    if (id === undefined || !UUID.test(id)) throw new Refusal(404, 'validation_failed', 'user_id must be an UUID')
    return this.one(method, id)
  }

  private async list(): Promise<Answer> {
    const { rows } = await this.pool.query<{ n: string }>(
      'select count(*) as n from auth.users where instance_id = $1',
      [NIL],
    )
    return { status: 200, headers: { 'x-total-count': rows[0]?.n ?? '' }, body: { users: [], aud: 'authenticated' } }
  }

  private async one(method: string, id: string): Promise<Answer> {
    const { rows } = await this.pool.query('select id, email from auth.users where id = $1', [id])
    if (rows.length === 0) throw new Refusal(404, 'user_not_found', 'User not found')
    if (method === 'DELETE') await this.pool.query('delete from auth.users where id = $1', [id])
    return { status: 200, body: method === 'DELETE' ? {} : rows[0] }
  }

  private async create(said: Said): Promise<Answer> {
    const { trouble } = this.server
    if (trouble.busy-- > 0) throw new Refusal(429, 'over_request_rate_limit', 'Request rate limit reached')
    const stranger = Object.keys(said).find((name) => !KNOWN.has(name))
    if (stranger !== undefined) throw new Refusal(400, 'bad_json', `unknown field ${stranger}`)
    const email = said.email?.toLowerCase() ?? ''
    if (email === '')
      throw new Refusal(400, 'validation_failed', 'Cannot create a user without either an email or phone')
    if (!EMAIL.test(email) || email.length > 255)
      throw new Refusal(400, 'validation_failed', 'Unable to validate email address: invalid format')
    if (said.id !== undefined && !UUID.test(said.id)) throw new Refusal(400, 'validation_failed', 'ID must be a UUID')
    if (said.password !== undefined && said.password_hash !== undefined)
      throw new Refusal(400, 'validation_failed', 'Only a password or a password hash should be provided')
    if (said.password_hash !== undefined && !HASH.test(said.password_hash))
      throw new Refusal(400, 'validation_failed', 'password_hash is of no known kind')
    if (said.ban_duration !== undefined && !/^\d+h$/.test(said.ban_duration))
      throw new Refusal(400, 'validation_failed', 'invalid format for ban duration')
    const client = await this.pool.connect()
    try {
      await client.query('begin; set local role supabase_auth_admin; set local search_path = auth')
      await this.write(client, said, email)
      if (trouble.failing-- > 0) throw new Error('deadlock detected')
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      if (error instanceof Refusal) throw error
      throw new Refusal(500, 'unexpected_failure', 'Database error creating new user')
    } finally {
      client.release()
    }
    return { status: 200, body: { id: said.id, email } }
  }

  private async write(client: pg.PoolClient, said: Said, email: string): Promise<void> {
    const { rows } = await client.query(
      `select 1 from identities where email = $1 union all
       select 1 from users where instance_id = $2 and lower(email) = $1 and aud = 'authenticated' and not is_sso_user`,
      [email, NIL],
    )
    if (rows.length > 0)
      throw new Refusal(422, 'email_exists', 'A user with this email address has already been registered')
    const id = said.id ?? randomUUID()
    const hash = said.password_hash ?? `$argon2id$${randomBytes(16).toString('hex')}`
    const app = JSON.stringify({ provider: 'email', providers: ['email'] })
    await client.query(
      `insert into users (instance_id, id, aud, role, email, encrypted_password, raw_app_meta_data, raw_user_meta_data,
         created_at, updated_at, is_sso_user, is_anonymous, ${TOKENS})
       values ($1, $2, 'authenticated', '', $3, $4, $5, $6, now(), now(), false, false, ${TOKENS.replace(/\w+/g, "''")})`,
      [NIL, id, email, hash, app, JSON.stringify(said.user_metadata ?? {})],
    )
    await client.query(
      `insert into identities (id, provider_id, user_id, provider, identity_data, last_sign_in_at, created_at, updated_at)
       values (gen_random_uuid(), $1::text, $1::uuid, 'email',
         jsonb_build_object('sub', $1::text, 'email', $2::text, 'email_verified', false, 'phone_verified', false), now(), now(), now())`,
      [id, email],
    )
    await client.query(
      `insert into audit_log_entries (id, instance_id, payload, created_at, ip_address)
       values (gen_random_uuid(), $1, $2, now(), '')`,
      [NIL, JSON.stringify({ action: 'user_signedup', actor_username: 'service_role', traits: { user_id: id } })],
    )
    await client.query('update users set role = $2, updated_at = now() where id = $1', [
      id,
      said.role ?? 'authenticated',
    ])
    await client.query('update users set raw_app_meta_data = raw_app_meta_data || $2::jsonb where id = $1', [
      id,
      JSON.stringify(said.app_metadata ?? {}),
    ])
    if (said.email_confirm === true)
      await client.query(
        `update users set email_confirmed_at = now(), raw_user_meta_data = raw_user_meta_data || '{"email_verified": true}' where id = $1`,
        [id],
      )
    if (said.ban_duration !== undefined)
      await client.query('update users set banned_until = now() + $2::interval where id = $1', [
        id,
        `${Number.parseInt(said.ban_duration, 10)} hours`,
      ])
  }
}

/** As strict as the admin API of Supabase Auth; its books are the `auth` tables of a real database. */
export async function authServer(database: TestDatabase): Promise<AuthServer> {
  const pool = new pg.Pool({ connectionString: database.url ?? '', max: 10 })
  pool.on('error', () => undefined)
  const auth: AuthServer = {
    url: '',
    key: LOCAL_KEY,
    calls: [],
    most: 0,
    trouble: { busy: 0, lost: 0, failing: 0, slow: 0 },
  }
  const answers = new Answers(pool, auth)
  let now = 0
  const server = createServer(async (request, response) => {
    auth.most = Math.max(auth.most, ++now)
    const version = request.headers['x-supabase-api-version']
    const { status, headers = {}, body } = await answers.to(request).catch((error) => refusalOf(error, version))
    await new Promise((resolve) => setTimeout(resolve, auth.trouble.slow))
    now--
    if (request.method === 'POST' && status === 200 && auth.trouble.lost-- > 0) return void response.destroy()
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atFileEnd(async () => {
    server.closeAllConnections()
    server.close()
    if (!pool.ended) await pool.end()
  })
  return Object.assign(auth, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}

function refusalOf(error: unknown, version: unknown): Answer {
  const { status, code, message } =
    error instanceof Refusal ? error : new Refusal(500, 'unexpected_failure', String(error))
  const body = version === '2024-01-01' ? { code, message } : { code: status, error_code: code, msg: message }
  return { status, headers: { 'retry-after': '0' }, body }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
