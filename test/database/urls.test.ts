import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLocalHost } from '../../src/database/is-local-host.ts'
import { maskUrl } from '../../src/database/mask-url.ts'
import { openDatabase } from '../../src/database/open-database.ts'
import { readUrl } from '../../src/database/pg/read-url.ts'
import { tlsAttempts } from '../../src/database/pg/tls.ts'
import { freshDatabase } from '../support/database.ts'

describe('masks', () => {
  test.each([
    ['postgres://me:secret@host:5432/db', 'postgres://me:***@host:5432/db'],
    ['postgres://me:se:cr@et@host/db', 'postgres://me:***@host/db'],
    ['postgres://me:sec/ret#?@host/db?sslmode=require', 'postgres://me:***@host/db?sslmode=require'],
    ['postgres://me@host/db?user=x&password=secret&x=y', 'postgres://me@host/db?user=x&password=***&x=y'],
    ['postgres://host/db', 'postgres://host/db'],
    ['postgres://me@host/db', 'postgres://me@host/db'],
    ['postgres//me:se:cret@host/db', 'postgres//me:***@host/db'],
    ['me:se:cr@et@host:5432/db', 'me:***@host:5432/db'],
  ])('%s', (url, masked) => expect(maskUrl(url)).toBe(masked))

  test('no password gets through', () => {
    const password = fc.string({ minLength: 1, unit: 'binary-ascii' }).map((text) => `Zq${text.replaceAll('\n', '')}qZ`)
    fc.assert(
      fc.property(password, (secret) => {
        const masked = maskUrl(`postgres://me:${secret}@host/db`)
        expect(masked).not.toContain('Zq')
        expect(masked).not.toContain('qZ')
      }),
    )
  })
})

describe('reads a URL as libpq does', () => {
  test.each([
    ['postgres://u:p%40%2F%25@h:1/d', { host: 'h', port: 1, user: 'u', password: 'p@/%', database: 'd' }],
    ['postgresql://u:100%@h/d', { host: 'h', port: 5432, user: 'u', password: '100%', database: 'd' }],
    ['postgres://u@h', { host: 'h', port: 5432, user: 'u', password: undefined, database: 'u' }],
    ['postgres://u:p@[::1]:7/d', { host: '::1', port: 7, user: 'u', password: 'p', database: 'd' }],
    ['postgres:///d?host=/var/run&port=6', { host: '/var/run', port: 6, user: '', password: undefined, database: 'd' }],
    ['postgres://u:p@/d?host=h', { host: 'h', port: 5432, user: 'u', password: 'p', database: 'd' }],
    [
      'postgres://h/?user=u&password=p%26&dbname=d',
      { host: 'h', port: 5432, user: 'u', password: 'p&', database: 'd' },
    ],
    ['postgres://%C3%A4:%C3%B6@h/%C3%BC', { host: 'h', port: 5432, user: 'ä', password: 'ö', database: 'ü' }],
    [' postgres://u@h/d\n', { host: 'h', port: 5432, user: 'u', password: undefined, database: 'd' }],
  ])('%s', (url, parts) => expect(readUrl(url, 'test')).toMatchObject(parts))

  test('any password, encoded', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (password) => {
        expect(readUrl(`postgres://u:${encodeURIComponent(password)}@h/d`, 'test').password).toBe(password)
      }),
    )
  })
})

describe('TLS that is tried where the URL says nothing', () => {
  const kinds = (url: string): boolean[] => tlsAttempts(readUrl(url, 'test')).map((attempt) => attempt !== false)
  test.each([
    ['postgres://u@localhost/d', [false, true]],
    ['postgres://u@db.example.com/d', [true, false]],
    ['postgres://u@db.abcdefghijklmnop.supabase.co/d', [true]],
    ['postgres://u@aws-0-eu-west-1.pooler.supabase.com:6543/d', [true]],
    ['postgres://u@db.abcdefghijklmnop.supabase.co/d?sslmode=disable', [false]],
    ['postgres://u@db.example.com/d?ssl=true', [true]],
    ['postgres:///d?host=/var/run', [false]],
  ])('%s', (url, attempts) => expect(kinds(url)).toEqual(attempts))
})

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['/var/run/postgresql', true],
  ['db.localhost', true],
  ['192.168.0.1', false],
  ['localhost.example.com', false],
  ['127.0.0.1.example.com', false],
  ['db.supabase.co', false],
])('is %s this machine', (host, local) => expect(isLocalHost(host)).toBe(local))

test('extra parameters of Prisma are understood, and a transaction pooler gets one connection', async () => {
  const there = await freshDatabase('pg17')
  const open = async (query: string, connections?: number): Promise<number> => {
    const db = await openDatabase({
      url: `${there.url}?${query}`,
      source: 'test',
      ...(connections ? { connections } : {}),
    })
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }])
    // Behind a pooler nothing may be set for the session: it belongs to others as well.
    const [row] = await db.query(`select current_setting('timezone') as zone, current_setting('lock_timeout') as lock`)
    expect(row).toEqual({ zone: 'UTC', lock: '10s' })
    await db.close()
    return db.capabilities.connections
  }
  expect(await open('')).toBe(4)
  expect(await open('', 2)).toBe(2)
  expect(await open('schema=public&pool_timeout=5&socket_timeout=5&connection_limit=3')).toBe(3)
  expect(await open('pgbouncer=true&connection_limit=1&statement_cache_size=0')).toBe(1)
  expect(await open('pgbouncer=true', 8)).toBe(1)
  await there.drop()
})

test('an address never holds a password', async () => {
  const there = await freshDatabase('pg17')
  const url = new URL(there.url ?? '')
  url.password = 'Zq-secret'
  const db = await openDatabase({ url: url.href, source: 'DATABASE_URL (.env)' })
  expect(db.address).toEqual({
    kind: 'postgres',
    host: '127.0.0.1',
    port: Number(url.port),
    database: url.pathname.slice(1),
    user: 'postgres',
    source: 'DATABASE_URL (.env)',
    local: true,
  })
  expect(db.capabilities).toMatchObject({ copyLimit: null, version: expect.any(Number) })
  expect(Math.floor(db.capabilities.version / 10_000)).toBe(17)
  await db.close()
  await there.drop()
})
