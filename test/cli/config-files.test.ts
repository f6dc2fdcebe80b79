import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Preview } from '../../src/model/reports/preview.ts'
import { runCli } from '../support/children.ts'
import { outside, SHOP } from './outside.ts'

const TYPED = `
import { defineConfig } from 'supa-seed'
const orders: number = 7
export default defineConfig({ seed: 'file', tables: { orders, customers: { count: 5, columns: { name: { value: 'Ada' } } } } })
`
const PLAIN = TYPED.replace(': number', '')
const JSON_TEXT = JSON.stringify({
  seed: 'file',
  tables: { orders: 7, customers: { count: 5, columns: { name: { value: 'Ada' } } } },
})

const FILES: readonly (readonly [string, string])[] = [
  ['supa-seed.config.ts', TYPED],
  ['supa-seed.config.mts', TYPED],
  ['supa-seed.config.js', PLAIN],
  ['supa-seed.config.mjs', PLAIN],
  [
    'supa-seed.config.cjs',
    PLAIN.replace(/import .* from/, 'const { defineConfig } = require(')
      .replace(`'supa-seed'`, `'supa-seed')`)
      .replace('export default', 'module.exports ='),
  ],
  ['supa-seed.config.json', JSON_TEXT],
]

describe('a configuration file', () => {
  test('is found in the folder, whatever its kind, and all say the same', async () => {
    const plans: Preview[] = []
    const shop = await outside('pg17', SHOP, undefined, runCli)
    for (const [name, text] of FILES) {
      shop.write(name, text)
      const preview = await shop.json<Preview>(0, 'plan')
      expect(Object.fromEntries(preview.tables.map(({ table, rows }) => [table, rows])), name).toEqual({
        customers: 5,
        orders: 7,
        // A trigger makes one for each customer.
        wallets: 5,
      })
      expect(preview.seed, name).toBe('file')
      const sample = preview.tables.find(({ table }) => table === 'customers')?.sample
      expect(sample?.rows[0]?.values[sample.columns.indexOf('name')], name).toBe('Ada')
      plans.push(preview)
      rmSync(join(shop.folder, name))
    }
    expect(new Set(plans.map(({ tables }) => JSON.stringify(tables))).size).toBe(1)
  })

  test('is named by --config, and flags say more than it', async () => {
    const shop = await outside('pg17', SHOP)
    shop.write('other.json', JSON_TEXT)
    const preview = await shop.json<Preview>(
      0,
      'plan',
      '--config',
      'other.json',
      '--rows',
      'orders=9',
      '--seed',
      'flag',
    )
    expect(preview.tables.find(({ table }) => table === 'orders')).toMatchObject({ rows: 9 })
    expect(preview.seed).toBe('flag')
  })

  test('names the database', async () => {
    const shop = await outside('pg17', SHOP)
    shop.write('supa-seed.config.json', JSON.stringify({ db: { url: shop.database.url } }))
    const { code, stdout } = await runCli(['plan'], { cwd: shop.folder })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^postgres at \S+ as postgres \(from db\.url of the configuration\)\n/)
  })
})
