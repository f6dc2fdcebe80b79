/**
 * A large CSV into a table: time, rows a second, and how much more memory the process needs than for one of 20 MB.
 * Usage: node bench/large-file.mjs [megabytes] (1074 is a gigabyte)
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { writeCsv } from './support/content.mjs'
import { perSecond } from './support/figures.mjs'
import { runTool } from './support/seed.mjs'
import { startServer } from './support/server.mjs'

const SMALL = 20
const megabytes = Number(process.argv[2] ?? 1074)
const names = ['sku', 'name', 'brand', 'price', 'added', 'note']
const config = {
  assetPools: {
    products: { path: 'products.csv', fields: Object.fromEntries(names.map((name) => [name, `csv.${name}`])) },
  },
}

const folder = mkdtempSync(join(tmpdir(), 'supa-seed-bench-'))
const server = await startServer('pg17')
try {
  const client = new pg.Client(server.url)
  await client.connect()
  await client.query(`create table products (id uuid primary key, sku text not null unique, name text not null, brand text,
    price numeric(10,2), added date, note text, views int)`)
  const peaks = []
  for (const size of [SMALL, megabytes]) {
    await client.query('truncate products')
    const file = join(folder, 'products.csv')
    const rows = writeCsv(file, size)
    const run = await runTool(['seed', '--yes', '--db-url', server.url], config, (into) =>
      copyFileSync(file, join(into, 'products.csv')),
    )
    const [{ count }] = (await client.query('select count(*)::int from products')).rows
    if (count !== rows) throw new Error(`${count} rows of ${rows}`)
    peaks.push(run.peak)
    const { assets, plan, load } = run.report.timings
    const steps = [
      `looked at in ${assets} ms`,
      `every value held against its column in ${plan} ms`,
      `loaded in ${load} ms`,
    ]
    console.log(
      `CSV of ${size} MB: ${rows.toLocaleString('en-US')} rows in ${run.seconds.toFixed(0)} s, ${perSecond(rows, run.seconds)} (${steps.join(', ')}); peak ${Math.round(run.peak)} MB`,
    )
  }
  console.log(`growth ${Math.round(peaks[1] - peaks[0])} MB`)
  await client.end()
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
