/**
 * The main job on the embedded database, from nothing: lays the schema of `examples/blog` into a PGlite folder, seeds it, and shows some rows.
 * Run twice, it changes nothing.
 */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, '.demo')
const data = join(folder, 'database')
const cli = join(root, 'dist', 'cli', 'main.js')
const example = join(root, 'examples', 'blog')

mkdirSync(folder, { recursive: true })
if (!existsSync(data)) await ask((database) => database.exec(readFileSync(join(example, 'schema.sql'), 'utf8')))

const { status } = spawnSync(
  process.execPath,
  [cli, 'seed', '--embedded', data, '--config', join(example, 'supa-seed.config.json')],
  {
    cwd: folder,
    stdio: 'inherit',
  },
)
if (status !== 0) process.exit(status ?? 1)

await ask(async (database) => {
  const { rows } = await database.query(`
    select a.full_name as author, a.email, p.title, p.status::text, count(c.id)::int as comments
    from authors a join posts p on p.author_id = a.id left join comments c on c.post_id = p.id
    group by a.id, p.id order by comments desc, p.id limit 5`)
  console.log('\nThe five posts with most comments:')
  for (const row of rows)
    console.log(`  ${row.title} — ${row.author} <${row.email}>, ${row.status}, ${row.comments} comments`)
})

async function ask(work) {
  const database = await PGlite.create(data)
  try {
    await work(database)
  } finally {
    await database.close()
  }
}
