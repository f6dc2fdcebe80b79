/**
 * `seed` (planning, generation, COPY) against the same rows ready-made through pg-copy-streams, in one run on one server, alternating.
 * Usage: node bench/seed.mjs [rows] [rounds]
 */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import copyStreams from 'pg-copy-streams'
import { median, perSecond, timed } from './support/figures.mjs'
import { SCHEMA } from './support/schema.mjs'
import { runTool } from './support/seed.mjs'
import { startServer } from './support/server.mjs'

const rows = Number(process.argv[2] ?? 1_000_000)
const rounds = Number(process.argv[3] ?? 3)
const customers = Math.max(1, Math.round(rows / 20))
const server = await startServer('pg17')
const folder = mkdtempSync(join(tmpdir(), 'supa-seed-bench-'))
const file = join(folder, 'purchase.copy')

try {
  const client = new pg.Client(server.url)
  await client.connect()
  await client.query(SCHEMA)
  const parents = { db: { url: server.url }, tables: { customer: customers } }
  const config = { ...parents, tables: { customer: customers, purchase: rows } }
  await runTool(['seed', '--yes'], config)
  await pipeline(client.query(copyStreams.to('copy purchase to stdout')), createWriteStream(file))

  const seed = []
  const ready = []
  const load = []
  for (let round = 0; round < rounds; round++) {
    ready.push(
      await withParents(client, parents, async () => {
        await pipeline(
          createReadStream(file, { highWaterMark: 65_536 }),
          client.query(copyStreams.from('copy purchase from stdin')),
        )
      }),
    )
    const run = await withParents(client, null, () => runTool(['seed', '--yes'], config))
    seed.push(run)
    load.push(run.peak)
  }
  const yardstick = median(ready.map((one) => one.seconds))
  const ours = median(seed.map((one) => one.seconds))
  console.log(`${rows.toLocaleString('en-US')} rows of 11 columns, PostgreSQL 17, median of ${rounds}`)
  console.log(`  ready-made through pg-copy-streams   ${perSecond(rows, yardstick)}   (${yardstick.toFixed(2)} s)`)
  console.log(
    `  supa-seed seed, whole command        ${perSecond(rows, ours)}   (${ours.toFixed(2)} s, with ${customers.toLocaleString('en-US')} parents; peak ${Math.round(Math.max(...load))} MB)`,
  )
  console.log(`  ratio ${(yardstick / ours).toFixed(2)}`)
  await client.end()
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** Empties the tables, lays the parents (not timed) and times `work`. */
async function withParents(client, parents, work) {
  await client.query('truncate customer, purchase')
  if (parents !== null) await runTool(['seed', '--yes', '--only', 'customer'], parents)
  await client.query('checkpoint')
  const { seconds, value } = await timed(work)
  await client.query('select 1')
  return { ...(value ?? {}), seconds }
}
