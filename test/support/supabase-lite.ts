import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import { plainEnvironment } from './children.ts'

const require = createRequire(import.meta.url)

/** Supabase's API as `@supabase/lite` has it, over a database. */
export interface SupabaseLite {
  readonly url: string
  /** A client that has not signed in, with the publishable key. */
  client(auth?: Auth): SupabaseClient
  stop(): Promise<void>
}

/** What it takes as keys. */
export const KEYS = { SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_for_tests', SUPABASE_SECRET_KEY: 'sb_secret_for_tests' }

/** The program of `@supabase/lite`, whose exports do not name it. */
const MAIN = fileURLToPath(new URL('../../node_modules/@supabase/lite/dist/cli/index.js', import.meta.url))

/** Milliseconds until it must answer. */
const PATIENCE = 30_000

/**
 * Starts it over the database of a URL, which it changes: tables of its own, and all privileges on every table for the roles of the API. So it gets a copy.
 * Requests without a user are those of `anon`.
 */
export async function startLite(database: string): Promise<SupabaseLite> {
  const folder = mkdtempSync(join(tmpdir(), 'supa-seed-lite-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  mkdirSync(join(folder, 'supabase'))
  writeFileSync(join(folder, 'supabase', 'config.toml'), settings(port, database))
  const child = spawn(process.execPath, [MAIN, 'start', '--no-admin'], {
    cwd: folder,
    env: { ...plainEnvironment(), ...KEYS, LITE_TELEMETRY: '0', EXPERIMENTAL_STORAGE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const started = Date.now()
  while (!(await answers(url))) {
    if (child.exitCode === null && Date.now() - started < PATIENCE) continue
    await stop()
    throw new Error(`@supabase/lite did not start:\n${said}`)
  }
  return { url, client: (auth) => connect(url, auth), stop }
}

type Auth = NonNullable<NonNullable<Parameters<typeof createClient>[2]>['auth']>

const connect = (url: string, auth: Auth = { persistSession: false, autoRefreshToken: false }): SupabaseClient =>
  createClient(url, KEYS.SUPABASE_PUBLISHABLE_KEY, {
    auth,
    // Node.js below 22 has no WebSocket of its own.
    realtime: { transport: require('ws') },
  })

const settings = (port: number, database: string): string => `
[api]
port = ${port}
schemas = ["public"]
[db]
driver = "postgres"
url = ${JSON.stringify(database)}
[auth]
enabled = true
jwt_secret = "super-secret-jwt-token-with-at-least-32-characters-long"
publishable_key = "env(SUPABASE_PUBLISHABLE_KEY)"
secret_key = "env(SUPABASE_SECRET_KEY)"
[auth.email]
enable_confirmations = false
[storage]
enabled = true
`

/** Waits a moment where nobody listens yet, or what it prepares in the database is not ready. */
async function answers(url: string): Promise<boolean> {
  try {
    const { status } = await fetch(`${url}/rest/v1/nothing`, { headers: { apikey: KEYS.SUPABASE_PUBLISHABLE_KEY } })
    if (status >= 500) throw new Error(`HTTP ${status}`)
    return true
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 50))
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
