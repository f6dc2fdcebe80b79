/**
 * The larger schemas of the tests (checks, triggers, cycles, partitions): `seed` of so many rows in every table, against the same rows ready-made through
 * pg-copy-streams into bare copies of the tables, without keys, checks and triggers, in one run. Usage: node bench/schemas.mjs [rows] [schema …]
 */
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import copyStreams from 'pg-copy-streams'
import { perSecond, timed } from './support/figures.mjs'
import { runTool } from './support/seed.mjs'
import { startServer } from './support/server.mjs'

const rows = Number(process.argv[2] ?? 100_000)
const folder = new URL('../test/schemas/', import.meta.url)
const all = readdirSync(folder).flatMap((file) => (file.endsWith('.sql') ? [file.slice(0, -'.sql'.length)] : []))
const schemas = process.argv.length > 3 ? process.argv.slice(3) : all
const server = await startServer('pg17')
const root = new pg.Client(server.url)

try {
  await root.connect()
  for (const schema of schemas) await measure(schema)
} finally {
  await root.end()
  await server.stop()
}

async function measure(schema) {
  await root.query(`create database ${schema}`)
  const url = new URL(server.url)
  url.pathname = schema
  const sql = readFileSync(new URL(`${schema}.sql`, folder), 'utf8')
  // A connection finds what the base brings only if it was made afterwards.
  if (sql.includes('auth.users')) await runTool(['base', '--db-url', url.href])
  const client = new pg.Client(url.href)
  await client.connect()
  try {
    await seedAndCompare(client, { schema, sql, url: url.href })
  } finally {
    await client.end()
  }
  await root.query(`drop database ${schema}`)
}

async function seedAndCompare(client, { schema, sql, url }) {
  await client.query(sql)
  const seed = await runTool(['seed', '--db-url', url, '--rows', String(rows), '--yes'])
  const tables = seed.report.tables.filter(({ planned }) => planned > 0)
  const inserted = tables.reduce((sum, table) => sum + table.inserted, 0)
  const ready = await readyMade(client, tables)
  console.log(`${schema}: ${tables.length} tables × ${rows} rows, PostgreSQL 17`)
  console.log(
    `  ready-made into bare tables      ${perSecond(ready.rows, ready.seconds)}   (${ready.seconds.toFixed(1)} s)`,
  )
  console.log(
    `  supa-seed seed, whole command    ${perSecond(inserted, seed.seconds)}   (${seed.seconds.toFixed(1)} s)`,
  )
  console.log(`  ratio ${(inserted / seed.seconds / (ready.rows / ready.seconds)).toFixed(2)}`)
}

/** One table after the other, so that no more than one is in memory. */
async function readyMade(client, tables) {
  const sum = { rows: 0, seconds: 0 }
  for (const { table } of tables) {
    const chunks = []
    for await (const chunk of client.query(copyStreams.to(`copy (select * from ${table}) to stdout`)))
      chunks.push(chunk)
    await client.query(`create table public.bare as select * from ${table} with no data`)
    const { seconds } = await timed(async () => {
      const stream = client.query(copyStreams.from('copy public.bare from stdin'))
      stream.end(Buffer.concat(chunks))
      await once(stream, 'finish')
    })
    const { rows: counted } = await client.query('select count(*)::int as n from public.bare')
    await client.query('drop table public.bare')
    sum.rows += counted[0].n
    sum.seconds += seconds
  }
  return sum
}
