/** `plan` on a schema of many tables. Usage: node bench/plan.mjs [tables] */
import pg from 'pg'
import { median } from './support/figures.mjs'
import { manyTables } from './support/many-tables.mjs'
import { runTool } from './support/seed.mjs'
import { startServer } from './support/server.mjs'

const tables = Number(process.argv[2] ?? 400)
const server = await startServer('pg17')
try {
  const client = new pg.Client(server.url)
  await client.connect()
  await client.query(manyTables(tables))
  const runs = []
  for (let round = 0; round < 3; round++) runs.push(await runTool(['plan', '--db-url', server.url]))
  console.log(
    `plan of ${tables} tables: ${median(runs.map((run) => run.seconds)).toFixed(2)} s, peak ${Math.round(Math.max(...runs.map((run) => run.peak)))} MB`,
  )
  await client.end()
} finally {
  await server.stop()
}
