import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, connect as dial } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/database/open-database.ts'
import { explainConnectError } from '../../src/database/pg/explain-connect-error.ts'
import { readUrl } from '../../src/database/pg/read-url.ts'
import { SeedError } from '../../src/model/seed-error.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const SECRET = 's3cret-p%40ss'

let there: TestDatabase
let port: string
let name: string
beforeAll(async () => {
  there = await freshDatabase('pg17')
  const url = new URL(there.url ?? '')
  port = url.port
  name = url.pathname.slice(1)
  await there.raw(`
    create role needs_password login password '${decodeURIComponent(SECRET)}';
    create role needs_tls login;
    create role may_not_log_in nologin`)
})
afterAll(async () => {
  await there.raw('drop role needs_password; drop role needs_tls; drop role may_not_log_in')
  await there.drop()
})

/** Opens and tells what went wrong; never may any part of the error hold a password. */
async function failure(url: string): Promise<SeedError> {
  const error = await openDatabase({ url, source: '--db-url' }).then(
    async (db) => {
      await db.close()
      throw new Error('It was opened')
    },
    (reason: unknown) => reason,
  )
  if (!(error instanceof SeedError)) throw error
  const shown = `${JSON.stringify(error)} ${error.message} ${error.stack}`
  expect(shown).not.toContain(SECRET)
  expect(shown).not.toContain(decodeURIComponent(SECRET))
  expect(error.exitCode).toBe(2)
  expect(error.next).not.toBe('')
  return error
}

const works = async (url: string): Promise<unknown> => {
  const db = await openDatabase({ url, source: 'test' })
  const [row] = await db.query('select ssl from pg_stat_ssl where pid = pg_backend_pid()')
  await db.close()
  return row?.ssl
}

describe('what is wrong with an address is said', () => {
  test('the right password', async () => {
    expect(await works(`postgres://needs_password:${SECRET}@127.0.0.1:${port}/${name}`)).toBe(false)
  })

  test('a wrong password', async () => {
    const error = await failure(`postgres://needs_password:x${SECRET}@127.0.0.1:${port}/${name}`)
    expect(error).toMatchObject({ code: 'password-wrong', message: expect.stringContaining('needs_password') })
    expect(error.found).toBe(`needs_password@127.0.0.1:${port}/${name} (from --db-url)`)
  })

  test('no password', async () => {
    expect(await failure(`postgres://needs_password@127.0.0.1:${port}/${name}`)).toMatchObject({
      code: 'password-wrong',
    })
  })

  test('the line is cut after a failure, also while the server still waits for a password', {
    timeout: 20_000,
  }, async () => {
    // A server that waits for one holds up others: `drop database` waits until the last of them has gone.
    let cut: () => void = () => undefined
    const whenCut = new Promise<void>((resolve) => {
      cut = resolve
    })
    const proxy = createServer((socket) => {
      const behind = dial(Number(port), '127.0.0.1')
      socket.pipe(behind).pipe(socket)
      socket.on('error', () => undefined).on('close', cut)
      behind.on('error', () => undefined)
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    const address = proxy.address()
    const front = typeof address === 'object' ? address?.port : 0
    await failure(`postgres://needs_password@127.0.0.1:${front}/${name}`)
    await whenCut
    proxy.close()
  })

  test('no such database', async () => {
    expect(await failure(`postgres://postgres:${SECRET}@127.0.0.1:${port}/not_there`)).toMatchObject({
      code: 'no-such-database',
      message: expect.stringContaining('not_there'),
    })
  })

  test('no such role', async () => {
    expect(await failure(`postgres://nobody_here:${SECRET}@127.0.0.1:${port}/${name}`)).toMatchObject({
      code: 'role-does-not-exist',
    })
  })

  test('a role that may not log in', async () => {
    expect(await failure(`postgres://may_not_log_in@127.0.0.1:${port}/${name}`)).toMatchObject({
      code: 'role-does-not-exist',
      message: expect.stringContaining('may_not_log_in'),
    })
  })

  test('no such host', async () => {
    expect(await failure(`postgres://postgres:${SECRET}@db.invalid:5432/x`)).toMatchObject({ code: 'host-not-found' })
  })

  test.each(['ENETUNREACH', 'EHOSTUNREACH', 'ENOTFOUND'])(
    'the direct host of a Supabase project where there is no IPv6: %s',
    (code) => {
      const parts = readUrl(`postgres://postgres:${SECRET}@db.abcdefghijklmnopqrst.supabase.co:5432/postgres`, 'test')
      const error = explainConnectError(Object.assign(new Error('connect'), { code }), parts, '--db-url')
      expect(error).toMatchObject({
        code: 'network-unreachable',
        message: expect.stringContaining('IPv6 only: use the session pooler URL'),
        next: expect.stringContaining(
          'postgresql://postgres.abcdefghijklmnopqrst:PASSWORD@aws-N-REGION.pooler.supabase.com:5432/postgres',
        ),
      })
    },
  )

  test('nothing listens', async () => {
    const closed = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const address = server.address()
        server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
      })
    })
    for (const host of ['127.0.0.1', 'localhost']) {
      expect(await failure(`postgres://postgres:${SECRET}@${host}:${closed}/x`)).toMatchObject({
        code: 'connection-refused',
      })
    }
  })

  test('something listens that never answers', async () => {
    const sockets = new Set<{ destroy(): void }>()
    const server = createServer((socket) => sockets.add(socket))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const silent = typeof address === 'object' ? address?.port : 0
    expect(await failure(`postgres://a:${SECRET}@127.0.0.1:${silent}/x?connect_timeout=1`)).toMatchObject({
      code: 'connection-timeout',
    })
    for (const socket of sockets) socket.destroy()
    server.close()
  })

  test('something listens that hangs up', async () => {
    const server = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const rude = typeof address === 'object' ? address?.port : 0
    expect(await failure(`postgres://a:${SECRET}@127.0.0.1:${rude}/x?sslmode=disable`)).toMatchObject({
      code: 'connection-lost',
    })
    server.close()
  })

  test('no connection is left', async () => {
    await there.raw('create role crowded login connection limit 0')
    expect(await failure(`postgres://crowded@127.0.0.1:${port}/${name}`)).toMatchObject({
      code: 'too-many-connections',
    })
    await there.raw('drop role crowded')
  })

  test.each([
    ['mysql://root@localhost/x', 'does not begin'],
    ['localhost:5432/x', 'does not begin'],
    [`postgres://me:${SECRET}@localhost:port/x`, 'cannot be parsed'],
    [`postgres://me:${SECRET}#or/so?@localhost/x`, ''],
    ['postgresql://postgres.abc:[YOUR-PASSWORD]@aws-0-eu-west-1.pooler.supabase.com:5432/postgres', 'placeholder'],
    [`postgres://me:${SECRET}@localhost/x?sslmode=sometimes`, 'sslmode'],
  ])('malformed: %s', async (url, words) => {
    const error = await failure(url)
    expect(['url-malformed', 'host-not-found']).toContain(error.code)
    expect(error.message).toContain(words)
  })
})

describe('TLS, as libpq understands sslmode', () => {
  const url = (mode: string, host = '127.0.0.1', user = 'postgres'): string =>
    `postgres://${user}@${host}:${port}/${name}?sslmode=${mode}`
  let folder: string
  let root: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'supa-seed-test-'))
    root = join(folder, 'root.pem')
    writeFileSync(root, await certificateOf(Number(port)))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('disable, prefer and require', async () => {
    expect(await works(url('disable'))).toBe(false)
    expect(await works(url('prefer'))).toBe(true)
    expect(await works(url('require'))).toBe(true)
    expect(await works(url('no-verify'))).toBe(true)
  })

  test('the certificate is checked when that is asked for', async () => {
    expect(await failure(url('verify-full', 'localhost'))).toMatchObject({ code: 'tls-self-signed' })
    expect(await works(`${url('verify-full', 'localhost')}&sslrootcert=${encodeURIComponent(root)}`)).toBe(true)
    expect(await failure(`${url('verify-full')}&sslrootcert=${encodeURIComponent(root)}`)).toMatchObject({
      code: 'tls-wrong-host',
    })
    expect(await works(`${url('verify-ca')}&sslrootcert=${encodeURIComponent(root)}`)).toBe(true)
    expect(await works(`${url('require')}&sslrootcert=${encodeURIComponent(root)}`)).toBe(true)
    expect(
      await failure(`${url('verify-full')}&sslrootcert=${encodeURIComponent(join(folder, 'none'))}`),
    ).toMatchObject({
      code: 'file-unreadable',
    })
  })

  test('a server that insists', async () => {
    expect(await failure(url('disable', '127.0.0.1', 'needs_tls'))).toMatchObject({ code: 'tls-required' })
    expect(await works(`postgres://needs_tls@127.0.0.1:${port}/${name}`)).toBe(true)
    expect(await works(url('require', '127.0.0.1', 'needs_tls'))).toBe(true)
  })

  test('a server without TLS', async () => {
    const plain = await freshDatabase('pg15')
    await plain.raw(`alter system set ssl = off`)
    await plain.raw('select pg_reload_conf()')
    const [address] = [new URL(plain.url ?? '')]
    try {
      await expect
        .poll(async () => (await failure(`${address.href}?sslmode=require`).catch(() => null))?.code, {
          timeout: 20_000,
        })
        .toBe('tls-unsupported')
      expect(await works(`${address.href}?sslmode=prefer`)).toBe(false)
    } finally {
      await plain.raw('alter system reset ssl')
      await plain.raw('select pg_reload_conf()')
      await plain.drop()
    }
  })
})

/** The certificate that the server shows, asked for as Postgres wants it: an SSLRequest first. */
function certificateOf(serverPort: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = dial(serverPort, '127.0.0.1', () => socket.write(Buffer.from('0000000804d2162f', 'hex')))
    socket.once('error', reject)
    socket.once('data', () => {
      const secure = connect({ socket, rejectUnauthorized: false }, () => {
        const { raw } = secure.getPeerCertificate()
        secure.destroy()
        resolve(`-----BEGIN CERTIFICATE-----\n${raw.toString('base64')}\n-----END CERTIFICATE-----\n`)
      })
    })
  })
}
