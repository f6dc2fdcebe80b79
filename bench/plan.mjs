/** `plan` on a schema of many tables. Usage: node bench/plan.mjs [tables] */
import pg from 'pg'
import { median } from './support/figures.mjs'
import { runTool } from './support/seed.mjs'
import { startServer } from './support/server.mjs'

const tables = Number(process.argv[2] ?? 400)
const server = await startServer('pg17')
try {
  const client = new pg.Client(server.url)
  await client.connect()
  await client.query(Array.from({ length: tables }, (_, index) => table(index)).join('\n'))
  const runs = []
  for (let round = 0; round < 3; round++) runs.push(await runTool(['plan', '--db-url', server.url]))
  console.log(
    `plan of ${tables} tables: ${median(runs.map((run) => run.seconds)).toFixed(2)} s, peak ${Math.round(Math.max(...runs.map((run) => run.peak)))} MB`,
  )
  await client.end()
} finally {
  await server.stop()
}

function table(index) {
  const parent =
    index === 0 ? '' : `parent_id uuid not null references t${Math.floor((index - 1) / 3)} on delete cascade,`
  return `create table t${index} (id uuid primary key default gen_random_uuid(), ${parent} name text not null, email text unique, status text not null default 'new' check (status in ('new', 'open', 'done')),
    price numeric(10,2) check (price >= 0), starts_at timestamptz, ends_at timestamptz check (ends_at > starts_at), meta jsonb, created_at timestamptz not null default now(), updated_at timestamptz);`
}
