/**
 * Rows per second of the values room alone: an 11-column table (uuid key, foreign key, text, enum, numeric, timestamps, array, jsonb)
 * as COPY text, on one thread.
 *
 *     npx tsc -p tsconfig.json --noEmit false --rootDir . --outDir .cache/bench && node .cache/bench/bench/values.js [rows] [--columns] [--row]
 */
import type { ColumnPlan, Plan, TablePlan } from '../src/model/plan.ts'
import type { Recipe } from '../src/model/recipe.ts'
import type { Encoding } from '../src/model/value.ts'
import { compileRows } from '../src/values/rows/rows.ts'

const text: Encoding = { kind: 'text' }
const NOW = Date.UTC(2025, 0, 1)
const YEAR = 365 * 86400000

const column = (name: string, recipe: Recipe, encoding: Encoding = text, nulls = 0): ColumnPlan => ({
  name,
  cast: 'text',
  typeName: 'text',
  encoding,
  recipe,
  nulls,
  when: [],
  why: '',
})

const key: Recipe = { kind: 'draw', shape: 'uuid', options: { layout: 'key' } }

function table(id: string, rows: number, columns: readonly ColumnPlan[], links: TablePlan['links'] = []): TablePlan {
  return {
    id,
    schema: 'public',
    name: id,
    rows,
    present: 0,
    columns,
    links,
    owner: links[0]?.name ?? null,
    key: { columns: ['id'], exact: true },
    writer: { kind: 'copy', why: null },
    chunkRows: 100000,
    parallel: true,
    rowBytes: 300,
    harvest: false,
  }
}

function planOf(rows: number): Plan {
  const users = table('users', Math.max(1, Math.floor(rows / 10)), [column('id', key)])
  const columns = [
    column('id', key),
    column('user_id', { kind: 'follow', link: 'user_id', column: 'id' }),
    column('title', { kind: 'draw', shape: 'content.title', options: { maxLength: 120 }, entity: { name: 'content' } }),
    column('summary', { kind: 'draw', shape: 'text.sentence', options: {} }, text, 0.1),
    column('status', { kind: 'pick', values: ['draft', 'published', 'archived'], weights: [2, 7, 1] }),
    column(
      'price',
      { kind: 'draw', shape: 'decimal', options: { min: 1, max: 500, scale: 2, skew: 'low' } },
      { kind: 'number' },
    ),
    column('stock', { kind: 'draw', shape: 'integer', options: { min: 0, max: 1000 } }, { kind: 'number' }),
    column(
      'created_at',
      { kind: 'draw', shape: 'timestamp', options: { from: NOW - YEAR, to: NOW, activity: true, growth: true } },
      { kind: 'timestamp', zone: true },
    ),
    column(
      'updated_at',
      { kind: 'derive', with: 'after', from: [{ column: 'created_at' }], options: { until: NOW } },
      { kind: 'timestamp', zone: true },
    ),
    column(
      'tags',
      {
        kind: 'draw',
        shape: 'array',
        options: {
          element: { kind: 'pick', values: ['red', 'green', 'blue', 'large', 'small'] },
          minItems: 0,
          maxItems: 3,
        },
      },
      { kind: 'array', element: text, delimiter: ',' },
    ),
    column('metadata', { kind: 'draw', shape: 'json', options: { flavour: 'metadata' } }, { kind: 'json' }),
  ]
  const posts = table('posts', rows, columns, [
    {
      name: 'user_id',
      columns: ['user_id'],
      parent: { table: 'users', columns: ['id'], pool: null },
      choose: {
        kind: 'blocks',
        spread: {
          generations: [{ rows, parents: users.rows }],
          min: 0,
          max: null,
          law: { kind: 'natural', sigma: 0.6 },
        },
      },
      nulls: 0,
      patch: false,
      why: '',
    },
  ])
  return {
    version: 1,
    seed: '42',
    now: NOW,
    catalogHash: '',
    tables: [users, posts],
    left: [],
    pools: [],
    stages: [],
    findings: [],
    hash: '',
  }
}

const rows = Number(process.argv[2] ?? 300000)
const plan = planOf(rows)
const posts = plan.tables[1] as TablePlan

function measure(name: string, columns?: readonly string[]): void {
  const compiled = compileRows(plan).table('posts')
  compiled.parentRow(0, 'user_id')
  let bytes = 0
  const cpu = process.cpuUsage()
  const start = performance.now()
  for (const lines of compiled.copyLines(0, rows, columns)) bytes += lines.length
  const wall = performance.now() - start
  const used = process.cpuUsage(cpu)
  const perSecond = (ms: number): string =>
    Math.round(rows / (ms / 1000))
      .toLocaleString('en')
      .padStart(11)
  const size = Math.round(bytes / rows)
  console.log(
    `${name.padEnd(12)} ${perSecond(wall)} rows/s ${perSecond((used.user + used.system) / 1000)} per second of CPU, ${size} bytes`,
  )
}

const begin = performance.now()
compileRows(plan).table('posts').parentRow(0, 'user_id')
console.log(
  `spread over ${plan.tables[0]?.rows.toLocaleString('en')} parents: ${Math.round(performance.now() - begin)} ms`,
)
measure('warm up')
for (let round = 0; round < 3; round++) measure('all columns')
if (process.argv.includes('--columns')) for (const { name } of posts.columns) measure(name, [name])
if (process.argv.includes('--row')) {
  const names = posts.columns.map((one) => one.name)
  console.log(compileRows(plan).table('posts').texts(7, names))
}
