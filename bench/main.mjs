/**
 * Every measure, one after the other, on a PostgreSQL of their own. `npm run bench -- --quick` takes a minute or two; without it the sizes are those of the
 * stated targets (1,000,000 and 10,000,000 rows).
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const quick = process.argv.includes('--quick')
const measures = quick
  ? [
      ['seed.mjs', '200000', '1'],
      ['users.mjs', '10000'],
      ['plan.mjs', '400'],
      ['tables.mjs', '200', '1000'],
      ['schemas.mjs', '1000'],
      ['memory.mjs', '100000', '400000'],
      ['assets.mjs'],
      ['large-file.mjs', '60'],
    ]
  : [
      ['seed.mjs', '1000000', '3'],
      ['users.mjs', '10000'],
      ['plan.mjs', '400'],
      ['tables.mjs', '200', '1000'],
      ['schemas.mjs', '100000'],
      ['memory.mjs', '1000000', '10000000'],
      ['assets.mjs'],
      ['large-file.mjs', '1074'],
    ]

for (const [file, ...words] of measures) {
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', fileURLToPath(new URL(file, import.meta.url)), ...words],
    {
      stdio: 'inherit',
    },
  )
  if (status !== 0) process.exit(status ?? 1)
  console.log()
}
