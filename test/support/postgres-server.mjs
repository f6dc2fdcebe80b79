/**
 * One PostgreSQL server for as long as standard input stays open: `node postgres-server.mjs pg17`.
 * Prints its URL as one line when it is ready. The end of standard input (also when whoever started it was killed) stops the
 * server and removes its data.
 */
import { spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { openTemporaryFolder, postgresBinaries, unprivileged } from './postgres-binaries.mjs'
import { selfSignedCertificate } from './self-signed-certificate.mjs'

const PREFIX = 'supa-seed-server-'
const name = process.argv[2]
const native = postgresBinaries(name)
const user = unprivileged()
const base = openTemporaryFolder()

sweep()
const folder = mkdtempSync(join(base, PREFIX))
writeFileSync(join(folder, 'keeper.pid'), String(process.pid))
chmodSync(folder, 0o755)
const data = join(folder, 'data')
let server = null
let stopping = false

process.stdin.resume()
process.stdin.on('end', stop)
process.stdin.on('error', stop)
process.on('SIGTERM', stop)
// An interrupt reaches the whole group; the one who started us decides when to stop.
process.on('SIGINT', () => undefined)

try {
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  initialise()
  console.log(await start())
} catch (error) {
  console.error(error)
  process.exitCode = 1
  stop()
}

function initialise() {
  const common = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions']
  const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const attempts = name === 'pg15' ? [['--locale=C', '--lc-ctype=C.UTF-8'], ['--locale=C']] : [builtin]
  for (const [index, locale] of attempts.entries()) {
    const { status, stderr, error } = spawnSync(join(native, 'bin', 'initdb'), [...common, ...locale], {
      ...user,
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C' },
      encoding: 'utf8',
    })
    if (status === 0) break
    if (index === attempts.length - 1) throw new Error(`initdb failed: ${error ?? ''}\n${stderr}`)
    rmSync(data, { recursive: true, force: true })
  }
  // Everyone is trusted but two roles, so that wrong passwords and missing encryption can be tried.
  const access = join(data, 'pg_hba.conf')
  const rest = readFileSync(access, 'utf8')
  const special = ['host all needs_password 127.0.0.1/32 scram-sha-256', 'hostnossl all needs_tls 127.0.0.1/32 reject']
  writeFileSync(access, [...special, rest].join('\n'))
  const { certificate, key } = selfSignedCertificate('localhost')
  for (const [file, text] of [
    ['server.crt', certificate],
    ['server.key', key],
  ]) {
    writeFileSync(join(data, file), text, { mode: 0o600 })
    if (user.uid !== undefined) chownSync(join(data, file), user.uid, user.gid)
  }
  const settings = {
    ssl: 'on',
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    max_prepared_transactions: 0,
    shared_buffers: '64MB',
    max_wal_size: '2GB',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    autovacuum: 'off',
    jit: 'off',
    timezone: 'UTC',
    lc_messages: 'C',
    logging_collector: 'off',
  }
  const lines = Object.entries(settings).map(([key, value]) => `${key} = '${value}'\n`)
  appendFileSync(join(data, 'postgresql.conf'), lines.join(''))
}

async function start() {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const log = await launch(port)
    if (log === null) return `postgres://postgres@127.0.0.1:${port}/postgres`
    if (attempt === 5) throw new Error(`${name} does not start:\n${log}`)
  }
}

/** Resolves to null when the server is ready, to its log when it ended before that. */
function launch(port) {
  return new Promise((resolve) => {
    let log = ''
    let ready = false
    server = spawn(join(native, 'bin', 'postgres'), ['-D', data, '-p', String(port)], {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own: an interrupt at the terminal must not stop it under running tests.
      detached: process.platform !== 'win32',
    })
    server.stderr.setEncoding('utf8')
    server.stderr.on('data', (text) => {
      if (process.env.SUPA_SEED_SERVER_LOG) appendFileSync(process.env.SUPA_SEED_SERVER_LOG, text)
      if (ready) return
      log += text
      if (!log.includes('ready to accept connections')) return
      ready = true
      resolve(null)
    })
    server.on('error', (error) => resolve(String(error)))
    server.on('exit', () => {
      resolve(log)
      if (ready) stop()
    })
  })
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

function stop() {
  if (stopping) return
  stopping = true
  const finish = () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    process.exit()
  }
  if (!server || server.exitCode !== null || server.signalCode !== null) return finish()
  server.once('exit', finish)
  server.kill('SIGQUIT')
  setTimeout(() => server.kill('SIGKILL'), 10_000).unref()
}

/** Removes what a keeper that was itself killed has left behind. */
function sweep() {
  for (const entry of readdirSync(base).filter((file) => file.startsWith(PREFIX))) {
    const left = join(base, entry)
    try {
      if (!existsSync(join(left, 'keeper.pid')) || alive(Number(readFileSync(join(left, 'keeper.pid'), 'utf8'))))
        continue
      const postmaster = join(left, 'data', 'postmaster.pid')
      if (existsSync(postmaster)) process.kill(Number(readFileSync(postmaster, 'utf8').split('\n')[0]), 'SIGQUIT')
      rmSync(left, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    } catch {
      // Someone else's, or gone in the meantime.
    }
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
