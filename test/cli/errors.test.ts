import { createServer } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/database/open-database.ts'
import { freshFolder, runCli } from '../support/children.ts'
import { supply } from '../support/supply.ts'
import { everything, files, firstLine, type Outside, outside, SHOP } from './outside.ts'
import { runHere } from './run-here.ts'

/** This server's roles are nobody else's. */
const SERVER = 'pg18'
const PASSWORD = 'c0rrect-h0rse'

async function onServer(sql: string): Promise<void> {
  const db = await openDatabase({ url: await supply(SERVER), source: 'test' })
  await db.execute(sql)
  await db.close()
}

beforeAll(async () => {
  for (const role of [`needs_password login password '${PASSWORD}'`, 'no_login nologin', 'may_little login'])
    await onServer(`do $$ begin create role ${role}; exception when duplicate_object then null; end $$`)
})

interface Told {
  readonly error: { readonly code: string; readonly message: string; readonly next: string; readonly place: object }
}

/** The error of a command that must end with 2 and leave nothing behind. */
async function refused(shop: Outside, ...words: readonly string[]): Promise<Told['error']> {
  const before = await everything(shop)
  const { error } = await shop.json<Told>(2, ...words)
  expect(await everything(shop)).toEqual(before)
  expect(error.message).toMatch(/\.$|: /)
  expect(error.next).not.toBe('')
  return error
}

/** The same for a database that cannot be opened, by its URL. */
async function unopened(change: (url: URL) => void): Promise<{ error: Told['error']; all: string }> {
  const shop = await outside(SERVER, SHOP)
  const url = new URL(shop.database.url ?? '')
  change(url)
  const folder = freshFolder()
  const { code, stdout, stderr } = await runHere(['seed', '--db-url', url.href, '--json'], { cwd: folder })
  expect(code).toBe(2)
  expect(files(folder)).toEqual([])
  const { error } = JSON.parse(stdout) as Told
  expect(error.next).not.toBe('')
  return { error, all: stdout + stderr }
}

describe('a database that cannot be opened', () => {
  test('nothing answers', async () => {
    const probe = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => probe.once('listening', resolve))
    const { port } = probe.address() as { port: number }
    await new Promise((resolve) => probe.close(resolve))
    const { error } = await unopened((url) => {
      url.port = String(port)
    })
    expect(error.code).toBe('connection-refused')
  })

  test('no such host', async () => {
    const { error } = await unopened((url) => {
      url.hostname = 'nowhere.invalid'
    })
    expect(error.code).toBe('host-not-found')
  })

  test('no such database', async () => {
    const { error } = await unopened((url) => {
      url.pathname = '/no_such_database'
    })
    expect(error.code).toBe('no-such-database')
    expect(error.message).toContain('no_such_database')
  })

  test.each([
    ['no_such_role', 'role-does-not-exist'],
    ['no_login', 'role-does-not-exist'],
  ])('the role %s', async (role, code) => {
    const { error } = await unopened((url) => {
      url.username = role
    })
    expect(error.code).toBe(code)
  })

  test('a wrong password is not told to anybody', async () => {
    const { error, all } = await unopened((url) => {
      url.username = 'needs_password'
      url.password = 'wr0ng-p%40ssword'
    })
    expect(error.code).toBe('password-wrong')
    for (const secret of ['wr0ng', 'p%40ssword', 'p@ssword']) expect(all).not.toContain(secret)
  })

  test('no URL at all, and one that is none', async () => {
    const folder = freshFolder()
    for (const [words, code] of [
      [['seed'], 'no-database'],
      [['seed', '--db-url', 'mysql://root:s3cret@host/db'], 'config-invalid'],
    ] as const) {
      const { code: exit, stdout, stderr } = await runCli([...words, '--json'], { cwd: folder })
      expect(exit).toBe(2)
      expect((JSON.parse(stdout) as Told).error.code).toBe(code)
      expect(stdout + stderr).not.toContain('s3cret')
    }
    expect(files(folder)).toEqual([])
  })
})

describe('a configuration that does not fit the database', () => {
  const cases: readonly (readonly [name: string, config: unknown, code: string, next: RegExp])[] = [
    ['a misspelled table', { tables: { custommers: 5 } }, 'unknown-table', /Did you mean customers\?/],
    ['a misspelled table in only', { only: ['oders'] }, 'unknown-table', /Did you mean orders\?/],
    [
      'a misspelled column',
      { tables: { customers: { count: 5, columns: { emial: { value: 'x' } } } } },
      'unknown-column',
      /Did you mean email\?/,
    ],
    [
      'a generated column',
      { tables: { customers: { columns: { greeting: { value: 'x' } } } } },
      'column-generated',
      /Leave the column out/,
    ],
    [
      'a space too small',
      { tables: { customers: 3, wallets: 3, countries: { count: 5, columns: { code: { oneOf: ['DE', 'FR'] } } } } },
      'space-too-small',
      /at most 2/,
    ],
    ['a schema that is not there', { schemas: ['publik'] }, 'unknown-schema', /Did you mean public\?/],
    [
      'too few rows for the parents',
      { tables: { customers: 10, orders: { count: 5, perParent: { min: 1 } } } },
      'too-few-rows',
      /at least 10/,
    ],
    ['a table under two names', { tables: { orders: 5, 'PUBLIC.orders': 5 } }, 'table-twice', /one of them/],
    ['a setting that is none', { tabels: {} }, 'config-invalid', /tables/],
    ['a number that is none', { tables: { orders: -1 } }, 'config-invalid', /example/],
  ]
  test.each(cases)('%s', async (_, config, code, next) => {
    const shop = await outside(SERVER, SHOP)
    shop.write('supa-seed.config.json', JSON.stringify(config))
    const error = await refused(shop, 'seed')
    expect(error.code).toBe(code)
    expect(error.next).toMatch(next)
    await shop.database.drop()
  })

  test('a file that cannot be read', async () => {
    const shop = await outside(SERVER, SHOP)
    expect(await refused(shop, 'seed', '--config', 'missing.ts')).toMatchObject({ code: 'config-unreadable' })
    shop.write('broken.json', '{ "tables": ')
    expect(await refused(shop, 'seed', '--config', 'broken.json')).toMatchObject({ code: 'config-broken' })
    shop.write('broken.ts', 'export default { tables: ')
    expect(await refused(shop, 'seed', '--config', 'broken.ts')).toMatchObject({
      code: 'config-broken',
      place: { file: 'broken.ts:1' },
    })
  })

  test('a flag and a command that are none', async () => {
    const shop = await outside(SERVER, SHOP)
    expect(await refused(shop, 'seed', '--rwos', '5')).toMatchObject({ code: 'usage', next: 'Did you mean --rows?' })
    expect(await refused(shop, 'sed')).toMatchObject({ code: 'usage', next: 'Did you mean seed?' })
  })
})

describe('privileges', () => {
  const asLittle = (shop: Outside): string[] => {
    const url = new URL(shop.database.url ?? '')
    url.username = 'may_little'
    return ['--db-url', url.href]
  }

  test('a table that may not be written is refused by name, and left out otherwise', async () => {
    const shop = await outside(SERVER, SHOP)
    await shop.database.raw(
      'grant select on all tables in schema public to may_little; grant insert on countries to may_little',
    )
    shop.write('named.json', JSON.stringify({ tables: { customers: 5 } }))
    const before = await everything(shop)
    const { folder } = shop
    const named = await runHere(['seed', '--config', 'named.json', '--json', ...asLittle(shop)], { cwd: folder })
    expect(named.code).toBe(2)
    expect((JSON.parse(named.stdout) as Told).error).toMatchObject({
      code: 'no-privilege',
      place: { table: 'customers' },
    })
    expect(await everything(shop)).toEqual(before)
    const all = await runHere(['seed', '--json', ...asLittle(shop)], { cwd: folder })
    expect(all.code, all.stderr).toBe(0)
    const { tables } = JSON.parse(all.stdout) as { tables: { table: string; inserted: number; note?: string }[] }
    expect(tables.filter(({ inserted }) => inserted > 0).map(({ table }) => table)).toEqual(['countries'])
    expect(tables.find(({ table }) => table === 'orders')?.note).toMatch(/INSERT/i)
  })

  test('a database whose tables may not even be read', async () => {
    const shop = await outside(SERVER, SHOP)
    const before = await everything(shop)
    const { code, stdout, stderr } = await runHere(['seed', ...asLittle(shop)], { cwd: shop.folder })
    expect(firstLine(stdout)).toContain('as may_little')
    expect([code, stderr]).toEqual([0, ''])
    expect(await everything(shop)).toEqual(before)
  })
})

describe('somebody else at work', () => {
  test('a second run on the same database is refused', async () => {
    const shop = await outside(SERVER, SHOP)
    const db = await openDatabase({ url: shop.database.url ?? '', source: 'test' })
    await db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(1937076321, 1936024932)')
      expect(await refused(shop, 'seed')).toMatchObject({ code: 'run-in-progress' })
    })
    await db.close()
  })
})
