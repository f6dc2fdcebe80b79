import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/model/finding.ts'
import type { Preview } from '../../src/model/reports/preview.ts'
import type { CleanupReport, Report, ResetReport, StatusReport } from '../../src/model/reports/report.ts'
import { runCli } from '../support/children.ts'
import { contents } from '../support/contents.ts'
import { everything, firstLine, inside, outside, SHOP, SHOP_WITH_COUNTRIES } from './outside.ts'

const TABLES = ['countries', 'customers', 'notes', 'orders', 'wallets']

describe('from an empty folder', () => {
  test('plan, seed, status, cleanup', async () => {
    const shop = await outside('pg17', SHOP, undefined, runCli)
    const empty = await everything(shop)

    const planned = await shop.json<Preview>(0, 'plan', '--rows', '30')
    expect(planned.tables.map(({ table }) => table).sort()).toEqual(TABLES)
    expect(planned.tables.every(({ sample }) => sample.rows.length === 3)).toBe(true)
    const status = await shop.json<StatusReport>(0, 'status')
    expect(status.tables).toEqual([])
    expect(await everything(shop), 'plan and status write nothing').toEqual(empty)

    const report = await shop.json<Report>(0, 'seed', '--rows', '30')
    expect(report).toMatchObject({ ok: true, errors: [], warnings: [] })
    expect(report.tables.map(({ table, planned, inserted }) => [table, planned, inserted]).sort()).toEqual(
      TABLES.map((table) => [table, 30, 30]),
    )
    const full = await everything(shop)

    const filled = await shop.json<StatusReport>(0, 'status')
    expect(filled).toMatchObject({ ok: true, unfinished: false, findings: [] })
    expect(filled.tables.map(({ table, seeded, missing, others }) => [table, seeded, missing, others])).toEqual(
      TABLES.map((table) => [table, 30, 0, 0]),
    )
    await shop.json(0, 'plan', '--rows', '40')
    expect(await everything(shop), 'plan and status write nothing').toEqual(full)

    const again = await shop.json<Report>(0, 'seed', '--rows', '30')
    expect(again.tables.filter(({ inserted, updated }) => inserted + updated > 0)).toEqual([])
    expect(await everything(shop), 'a second seed changes nothing').toEqual(full)

    const removed = await shop.json<CleanupReport>(0, 'cleanup', '--yes')
    expect(removed.tables.map(({ table, removed: rows }) => [table, rows])).toEqual(TABLES.map((table) => [table, 30]))
    expect(await contents(shop.database)).toEqual(Object.fromEntries(TABLES.map((table) => [table, '0 rows '])))
  })

  test('reset brings back what was deleted and changed, and leaves rows of others alone', async () => {
    const shop = await outside('pg17', SHOP)
    await shop.json(0, 'seed', '--rows', '30')
    const full = await contents(shop.database)
    await shop.database.raw(`
      delete from notes;
      delete from orders where id % 2 = 0;
      update customers set name = 'changed';
      insert into countries values ('!!', 'Elsewhere')`)
    const report = await shop.json<ResetReport>(0, 'reset')
    expect(report.tables.find(({ table }) => table === 'notes')).toMatchObject({ restored: 30 })
    await shop.database.raw(`delete from countries where code = '!!'`)
    expect(await contents(shop.database)).toEqual(full)
    await shop.database.raw('delete from notes; update orders set total = 0')
    await shop.json(0, 'reset', '--only', 'notes')
    expect(await contents(shop.database)).toMatchObject({ notes: full.notes })
    expect((await contents(shop.database)).orders).not.toBe(full.orders)
  })

  test('an embedded database: plan, seed, status, reset, cleanup', async () => {
    const shop = await outside('pglite', SHOP)
    await shop.json(0, 'plan', '--rows', '30')
    expect(await shop.json<Report>(0, 'seed', '--rows', '30')).toMatchObject({ ok: true, errors: [], warnings: [] })
    const full = await inside(shop, async (database) => {
      const found = await contents(database)
      await database.raw(`delete from notes; update customers set name = 'changed'`)
      return found
    })
    await shop.json(0, 'reset')
    expect(await inside(shop, contents)).toEqual(full)
    const filled = await shop.json<StatusReport>(0, 'status')
    expect(filled.tables.map(({ table, seeded, missing }) => [table, seeded, missing])).toEqual(
      TABLES.map((table) => [table, 30, 0]),
    )
    await shop.json(0, 'cleanup', '--yes')
    expect(await inside(shop, contents)).toEqual(Object.fromEntries(TABLES.map((table) => [table, '0 rows '])))
  })
})

describe('for people', () => {
  test('the first line names host, database and source, on every command', async () => {
    const shop = await outside('pg17', SHOP)
    const { hostname, port, pathname } = new URL(shop.database.url ?? '')
    const first = `postgres at ${hostname}:${port}${pathname} as postgres (from --db-url)`
    for (const words of [['plan'], ['seed'], ['status'], ['reset'], ['cleanup', '--yes']]) {
      const { code, stdout } = await shop.run(...words)
      expect({ words, code, first: firstLine(stdout) }).toEqual({ words, code: 0, first })
    }
  })

  test('with --json standard output is one document, and all else goes to standard error', async () => {
    const shop = await outside('pg17', SHOP)
    for (const words of [['plan'], ['seed'], ['status'], ['reset'], ['cleanup'], ['seed', '--only', 'nothing']]) {
      const { stdout, stderr } = await shop.run(...words, '--json')
      expect(() => JSON.parse(stdout), stdout).not.toThrow()
      expect(firstLine(stderr)).toMatch(/^postgres at 127\.0\.0\.1:\d+\/t_\w+ as postgres \(from --db-url\)$/)
    }
  })

  test('quiet says nothing when all is well', async () => {
    const shop = await outside('pg17', SHOP)
    for (const words of [['plan'], ['seed'], ['status'], ['cleanup']])
      expect(await shop.run(...words, '--quiet')).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })

  test('each table that was left alone is named with the flag that fills it, and the flag does', async () => {
    const shop = await outside('pg17', SHOP_WITH_COUNTRIES)
    const { stdout, code } = await shop.run('seed')
    expect(code).toBe(0)
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /countries \(3 rows\): holds rows[^;]*; fill it with --rows countries=N/,
    )
    expect(await contents(shop.database)).toMatchObject({ countries: expect.stringMatching(/^3 rows/) })
    const filled = await shop.json<Report>(0, 'seed', '--rows', 'countries=5')
    expect(filled.tables.find(({ table }) => table === 'countries')).toMatchObject({ inserted: 5, existing: 3 })
    expect(await contents(shop.database)).toMatchObject({ countries: expect.stringMatching(/^8 rows/) })
  })

  test('a plan makes no folder and moves no sequence', async () => {
    const shop = await outside('pg17', SHOP)
    const before = await everything(shop)
    for (const words of [['plan'], ['seed', '--dry-run'], ['plan', '--rows', '5000', '--verbose'], ['status']])
      expect(await shop.run(...words)).toMatchObject({ code: 0 })
    expect(await everything(shop)).toEqual(before)
    expect(existsSync(join(shop.folder, '.supa-seed'))).toBe(false)
  })
})

describe('status', () => {
  test('ends with 1 when rows are missing', async () => {
    const shop = await outside('pg17', SHOP)
    await shop.json(0, 'seed', '--rows', '30')
    await shop.database.raw('delete from notes')
    const report = await shop.json<StatusReport>(1, 'status')
    expect(report.tables.find(({ table }) => table === 'notes')).toMatchObject({ seeded: 0, missing: 30 })
  })

  test('knows its rows without a journal', async () => {
    const shop = await outside('pg17', SHOP)
    await shop.json(0, 'seed')
    const before = await shop.json<StatusReport>(0, 'status')
    rmSync(join(shop.folder, '.supa-seed'), { recursive: true })
    const after = await shop.json<StatusReport>(0, 'status')
    const counts = ({ tables }: StatusReport) => tables.map(({ table, seeded, others }) => [table, seeded, others])
    expect(counts(after)).toEqual(counts(before))
    expect(existsSync(join(shop.folder, '.supa-seed'))).toBe(false)
  })
})

describe('cleanup', () => {
  test('names the rows of others that would go, and removes them only when allowed', async () => {
    const shop = await outside('pg17', SHOP)
    await shop.json(0, 'seed', '--except', 'notes', '--rows', '20')
    await shop.database.raw(`insert into notes (order_id, body) select id, 'mine' from orders limit 2`)
    const before = await contents(shop.database)
    const refused = await shop.json<{ error: { code: string; findings: Finding[] } }>(2, 'cleanup', '--yes')
    expect(refused.error.code).toBe('rows-of-others')
    const [found] = refused.error.findings
    expect(found).toMatchObject({ id: 'rows-of-others:notes.notes_order_id_fkey', level: 'danger' })
    expect(found?.found?.match(/id = [0-9a-f-]{36}/g)).toHaveLength(2)
    expect(await contents(shop.database)).toEqual(before)
    await shop.json(0, 'cleanup', '--allow', found?.id ?? '')
    expect(await contents(shop.database)).toMatchObject({ notes: '0 rows ', orders: '0 rows ' })
  })

  test('is refused for good where the database would forbid it', async () => {
    const shop = await outside('pg17', SHOP)
    await shop.json(0, 'seed', '--only', 'customers', '--rows', '20')
    await shop.database.raw(`insert into orders (customer_id, total) select id, 1 from customers limit 1`)
    const id = 'rows-of-others:orders.orders_customer_id_fkey'
    const refused = await shop.json<{ error: { findings: Finding[] } }>(2, 'cleanup', '--allow', id)
    expect(refused.error.findings).toMatchObject([{ id, level: 'error' }])
  })

  test('of some tables leaves the others', async () => {
    const shop = await outside('pg17', SHOP)
    await shop.json(0, 'seed', '--rows', '20')
    const before = await contents(shop.database)
    await shop.json(0, 'cleanup', '--only', 'notes')
    expect(await contents(shop.database)).toEqual({ ...before, notes: '0 rows ' })
    const report = await shop.json<Report>(0, 'seed', '--rows', '20')
    expect(report.tables.find(({ table }) => table === 'notes')).toMatchObject({ inserted: 20 })
    expect(await contents(shop.database)).toEqual(before)
  })
})

describe('reset --everything', () => {
  test('keeps reference data, and asks for --yes', async () => {
    const shop = await outside('pg17', SHOP_WITH_COUNTRIES)
    await shop.json(0, 'seed', '--rows', '20')
    await shop.database.raw(`insert into notes (body) values ('mine')`)
    expect(await shop.json(2, 'reset', '--everything')).toMatchObject({ error: { code: 'needs-yes' } })
    await shop.json(0, 'reset', '--everything', '--yes')
    const after = await contents(shop.database)
    expect(Object.fromEntries(Object.entries(after).map(([table, sum]) => [table, Number.parseInt(sum, 10)]))).toEqual({
      countries: 3,
      customers: 0,
      notes: 0,
      orders: 0,
      wallets: 0,
    })
  })

  test('is refused where nobody knows what was there before', async () => {
    const shop = await outside('pg17', SHOP_WITH_COUNTRIES)
    const before = await everything(shop)
    expect(await shop.json(2, 'reset', '--everything', '--yes')).toMatchObject({ error: { code: 'reference-unknown' } })
    expect(await everything(shop)).toEqual(before)
  })
})
