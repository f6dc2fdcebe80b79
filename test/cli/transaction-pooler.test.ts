import { expect, test } from 'vitest'
import { transactionPooler } from '../support/transaction-pooler.ts'
import { outside, SHOP } from './outside.ts'

test('a pooler that gives each transaction to another session: one client, transactions that are begun, no named statements', async () => {
  let url = ''
  const shop = await outside('pg17', SHOP, () => ['--db-url', url])
  const pooled = new URL(shop.database.url ?? '')
  const pooler = await transactionPooler(Number(pooled.port))
  pooled.port = String(pooler.port)
  pooled.searchParams.set('pgbouncer', 'true')
  url = pooled.href
  const orders = (): Promise<unknown> => shop.database.raw('select count(*)::int4 as n from orders')
  try {
    expect(await shop.json(0, 'seed', '--rows', '40')).toMatchObject({ ok: true, errors: [] })
    expect(await orders()).toEqual([{ n: 40 }])
    const again = await shop.json<{ tables: { inserted: number }[] }>(0, 'seed', '--rows', '40')
    expect(again.tables.every(({ inserted }) => inserted === 0)).toBe(true)
    expect(await shop.json(0, 'sql', 'select count(*) from customers')).toMatchObject({ rows: [[40]] })
    for (const command of ['status', 'verify', 'reset', 'cleanup']) await shop.json(0, command, '--rows', '40')
    expect(await orders()).toEqual([{ n: 0 }])
  } finally {
    await pooler.close()
  }
  expect(pooler.mostClients).toBe(1)
  expect(pooler.named).toEqual([])
  expect(Math.min(...pooler.shares)).toBeGreaterThan(1)
  // Settings of a transaction end with it; nothing else is ever set.
  const alone = pooler.opened.filter((statement) => !/^begin[; ]/.test(statement))
  expect(alone.filter((statement) => !statement.startsWith('select '))).toEqual([])
})
