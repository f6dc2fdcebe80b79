/**
 * Many small tables: `plan` (study, rehearsal left out) and `seed` of so many tables with so many rows each, against the same rows ready-made through
 * pg-copy-streams, table by table on one connection, in one run. Usage: node bench/tables.mjs [tables] [rows]
 */
import { once } from 'node:events'
import pg from 'pg'
import copyStreams from 'pg-copy-streams'
import { perSecond, timed } from './support/figures.mjs'
import { manyTables } from './support/many-tables.mjs'
import { runTool } from './support/seed.mjs'
import { startServer } from './support/server.mjs'

const tables = Number(process.argv[2] ?? 200)
const rows = Number(process.argv[3] ?? 1000)
const server = await startServer('pg17')

try {
  const client = new pg.Client(server.url)
  await client.connect()
  await client.query(manyTables(tables))
  const plan = await runTool(['plan', '--db-url', server.url])
  const seed = await runTool(['seed', '--db-url', server.url, '--rows', String(rows), '--yes'])
  const contents = []
  for (let index = 0; index < tables; index++) contents.push(await copyOut(client, `t${index}`))
  const names = Array.from({ length: tables }, (_, index) => `t${index}`)
  await client.query(`truncate ${names.join(', ')}`)
  const ready = await timed(async () => {
    for (const [index, lines] of contents.entries()) await copyIn(client, `t${index}`, lines)
  })
  const written = seed.report.tables.reduce((sum, table) => sum + table.inserted, 0)
  console.log(`${tables} tables × ${rows} rows, PostgreSQL 17`)
  console.log(`  plan, whole command                  ${plan.seconds.toFixed(2)} s`)
  console.log(
    `  ready-made through pg-copy-streams   ${perSecond(written, ready.seconds)}   (${ready.seconds.toFixed(2)} s)`,
  )
  console.log(
    `  supa-seed seed, whole command        ${perSecond(written, seed.seconds)}   (${seed.seconds.toFixed(2)} s)`,
  )
  console.log(`  ratio ${(ready.seconds / seed.seconds).toFixed(2)}`)
  await client.end()
} finally {
  await server.stop()
}

async function copyOut(client, table) {
  const chunks = []
  for await (const chunk of client.query(copyStreams.to(`copy ${table} to stdout`))) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function copyIn(client, table, lines) {
  const stream = client.query(copyStreams.from(`copy ${table} from stdin`))
  stream.end(lines)
  await once(stream, 'finish')
}
