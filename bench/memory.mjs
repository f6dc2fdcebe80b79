/** Peak memory of `seed` at 1,000,000 and 10,000,000 rows. Usage: node bench/memory.mjs [small] [large] */
import pg from 'pg'
import { SCHEMA } from './support/schema.mjs'
import { runTool } from './support/seed.mjs'
import { startServer } from './support/server.mjs'

const sizes = [Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? 10_000_000)]
const server = await startServer('pg17')
try {
  const client = new pg.Client(server.url)
  await client.connect()
  await client.query(SCHEMA)
  const peaks = []
  for (const rows of sizes) {
    await client.query('truncate customer, purchase')
    const run = await runTool(['seed', '--yes', '--db-url', server.url], {
      tables: { customer: 50_000, purchase: rows },
    })
    peaks.push(run.peak)
    console.log(`${rows.toLocaleString('en-US')} rows: peak ${Math.round(run.peak)} MB, ${run.seconds.toFixed(1)} s`)
  }
  console.log(`ratio ${(peaks[1] / peaks[0]).toFixed(2)}`)
  await client.end()
} finally {
  await server.stop()
}
