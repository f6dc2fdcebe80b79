/**
 * How long it takes to look at asset pools, as a ratio to reading the bytes of the same files one after the other without parsing, by the clock and by the time of the
 * processor (which does not mind what else the machine is at); and what they hold in memory.
 * Usage: node --expose-gc bench/assets.mjs [--gray-matter]
 * `--gray-matter` compares with that library as well: it is fetched by npm into a folder of its own, which is removed again.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAssetPools } from '../dist/sources/files/read-asset-pools.js'
import { writeJson, writeMarkdown } from './support/content.mjs'
import { median } from './support/figures.mjs'

const ROUNDS = 5
const measures = [
  ['1,000 markdown files', 'md', writeMarkdown, 1_000],
  ['10,000 markdown files', 'md', writeMarkdown, 10_000],
  ['10,000 JSON files', 'json', writeJson, 10_000],
]

const folder = mkdtempSync(join(tmpdir(), 'supa-seed-bench-'))
try {
  const grayMatter = process.argv.includes('--gray-matter') ? fetchGrayMatter(join(folder, 'gray-matter')) : null
  for (const [name, extension, write, count] of measures) {
    const root = join(folder, `${extension}-${count}`)
    const files = write(root, count)
    const config = {
      root,
      seed: '42',
      now: 0,
      assetPools: { pool: { path: [`**/*.${extension}`], table: null, fields: null } },
    }
    const before = heap()
    const [raw, ours, others] = [[], [], []]
    let assets = null
    for (let round = 0; round < ROUNDS; round++) {
      raw.push(await measured(() => each(files, readFileSync)))
      ours.push(
        await measured(async () => {
          assets = await readAssetPools(config)
        }),
      )
      if (grayMatter !== null && extension === 'md')
        others.push(await measured(() => each(files, (file) => grayMatter(readFileSync(file, 'utf8'), {}))))
    }
    if (assets.pools.pool.items.length !== count) throw new Error(`${assets.pools.pool.items.length} items of ${count}`)
    const held = heap() - before
    const ratio = (yardstick) =>
      ['clock', 'cpu'].map((by) => (middle(ours, by) / middle(yardstick, by)).toFixed(1)).join(' and ')
    const compared = others.length === 0 ? '' : `, ${ratio(others)} of gray-matter's`
    console.log(
      `${name}: ${middle(ours, 'clock')} ms (processor ${middle(ours, 'cpu')} ms), by the clock and the processor ${ratio(raw)} times their bytes alone (${middle(raw, 'clock')} ms)${compared}; ${held.toFixed(1)} MB held, heap ${heap().toFixed(0)} MB`,
    )
    assets = null
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Milliseconds. */
async function measured(work) {
  const [start, used] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(used)
  return { clock: performance.now() - start, cpu: (user + system) / 1000 }
}

function middle(runs, by) {
  return Math.round(median(runs.map((run) => run[by])))
}

function each(files, work) {
  for (const file of files) work(file)
}

/** MB. */
function heap() {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1024 / 1024
}

function fetchGrayMatter(into) {
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', into, 'gray-matter@4'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (status !== 0) throw new Error('gray-matter could not be fetched')
  return createRequire(join(into, 'x.js'))('gray-matter')
}
