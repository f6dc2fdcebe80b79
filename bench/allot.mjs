/**
 * How long it takes to share items out, what it holds in memory besides the items (at the most, between its steps), and how the cost grows: the last column is time / (n log m) as a multiple of what the
 * first line of the curve has; where it stays near 1, the cost grows as n log m.
 * Usage: npm run build && node --expose-gc bench/allot.mjs
 */
import { distributionEngine } from '../dist/index.js'
import { median } from './support/figures.mjs'

const ROUNDS = 3
const CURVE = [125_000, 250_000, 500_000, 1_000_000]
const numbered = (count) => Array.from({ length: count }, (_, id) => ({ id }))
const posts = (count) =>
  Array.from({ length: count }, (_, id) => ({
    id,
    category: ['technical', 'tutorial', 'story'][id % 3],
    date: id % 2 === 0 ? '2026-05-01' : '2024-05-01',
  }))
const shares = {
  categoryBalance: { technical: { min: 0.3, max: 0.5 }, tutorial: { min: 0.2, max: 0.4 } },
  dateDistribution: { recentWeight: 0.7, oldWeight: 0.3 },
}
const now = '2026-06-01'
const weighted = 'weighted_random'

const measures = [
  [
    '10,000 × 100, min, max, shares',
    {
      items: posts(10_000),
      targets: numbered(100),
      now,
      constraints: { minPerTarget: 20, maxPerTarget: 150, ...shares },
    },
  ],
  [
    '10,000 × 100, a conflict of all',
    {
      items: posts(10_000),
      targets: numbered(100),
      now,
      constraints: { minPerTarget: 500, maxPerTarget: 400, totalItems: 20_000, ...shares },
    },
  ],
  [
    '2,000 × 200, allowed',
    {
      items: posts(2000),
      targets: numbered(200),
      constraints: { minPerTarget: 5, maxPerTarget: 12, allowed: (a, b) => (a.id * 7 + b.id) % 5 !== 0 },
    },
  ],
  [
    '10,000 × 1,000, per group',
    {
      items: posts(10_000),
      targets: numbered(1000),
      constraints: { perGroup: { of: (post) => `${post.id % 40}`, max: 1 } },
    },
  ],
  [
    '50,000 × 1,000, own category',
    {
      items: posts(50_000),
      targets: posts(1000),
      strategy: weighted,
      constraints: { minPerTarget: 1, allowed: [{ item: 'category', equals: { target: 'category' } }] },
    },
  ],
  [
    'pairs: 1,000 × 1,000, 3 to 15',
    {
      items: numbered(1000),
      targets: numbered(1000),
      strategy: 'random',
      constraints: { minPerTarget: 3, maxPerTarget: 15, uniqueness: 'pair' },
    },
  ],
  ['50,000 × 1,000, weighted', { items: numbered(50_000), targets: numbered(1000), strategy: weighted }],
  ...CURVE.map((count) => [
    `${count.toLocaleString('en')} × ${(count / 10).toLocaleString('en')}, min, max, weighted`,
    {
      items: numbered(count),
      targets: numbered(count / 10),
      strategy: weighted,
      constraints: { minPerTarget: 1, maxPerTarget: 100 },
    },
  ]),
]

let unit = 0
for (const [name, options] of measures) {
  const times = []
  let most = 0
  for (let round = 0; round < ROUNDS; round++) {
    globalThis.gc?.()
    const before = memory()
    const start = performance.now()
    const onProgress = () => {
      most = Math.max(most, memory() - before)
    }
    const result = await distributionEngine.distribute({ ...options, onProgress })
    times.push(performance.now() - start)
    onProgress()
    if (result.length !== options.targets.length) throw new Error(name)
  }
  const time = median(times)
  const { length: n } = options.items
  const cost = time / (n * Math.log2(options.targets.length))
  if (n === CURVE[0]) unit = cost
  const ratio = CURVE.includes(n) ? `  ${(cost / unit).toFixed(2)} × n log m` : ''
  process.stdout.write(
    `${name.padEnd(44)} ${Math.round(time).toString().padStart(6)} ms  ${(most / 2 ** 20).toFixed(0).padStart(4)} MB${ratio}\n`,
  )
}

function memory() {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
