import { describe, expect, it, test } from 'vitest'
import { associationEngine, distributionEngine, SeedError } from '../../src/index.ts'

const engine = distributionEngine
const numbered = (count: number) =>
  Array(count)
    .fill(0)
    .map((_, i) => ({ id: i }))

describe('C1: distribution', () => {
  test('10 posts among 5 users', async () => {
    const distribution = await distributionEngine.distribute({
      items: numbered(10),
      targets: numbered(5),
      strategy: 'weighted_random',
      constraints: { minPerTarget: 1, maxPerTarget: 4, totalItems: 10 },
    })
    expect(Array.isArray(distribution)).toBe(true)
    expect(distribution).toHaveLength(5)
    expect(distribution.map(({ target }) => target.id)).toEqual([0, 1, 2, 3, 4])
    const counts = distribution.map(({ items }) => items.length)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1)
    expect(Math.max(...counts)).toBeLessThanOrEqual(4)
    expect(new Set(distribution.flatMap(({ items }) => items)).size).toBe(10)
    expect(distribution.relaxations).toEqual([])
  })

  test('weighted random respects constraints', async () => {
    const result = await engine.distribute({
      items: numbered(100),
      targets: numbered(10),
      strategy: 'weighted_random',
      constraints: { minPerTarget: 5, maxPerTarget: 15 },
    })
    for (const target of result) {
      expect(target.items.length).toBeGreaterThanOrEqual(5)
      expect(target.items.length).toBeLessThanOrEqual(15)
    }
    expect(result.statistics).toMatchObject({ items: 100, targets: 10, placed: 100, perTarget: { mean: 10 } })
  })

  test('50,000 items to 1,000 targets', async () => {
    const result = await associationEngine.distribute({
      items: numbered(50_000),
      targets: numbered(1000),
      strategy: 'weighted_random',
    })
    expect(result.statistics.placed).toBe(50_000)
    expect(result.unassigned).toEqual([])
  })
})

describe('C2: constraints', () => {
  const posts = Array.from({ length: 60 }, (_, id) => ({
    id,
    category: ['technical', 'tutorial', 'story'][id % 3] ?? '',
    date: id % 2 === 0 ? '2026-05-01' : '2024-05-01',
  }))

  it('keeps them all at once', async () => {
    const result = await distributionEngine.distribute({
      items: posts,
      targets: numbered(10),
      constraints: {
        minPerTarget: 1,
        maxPerTarget: 5,
        totalItems: 40,
        categoryBalance: { technical: { min: 0.3, max: 0.5 }, tutorial: { min: 0.2, max: 0.4 } },
        dateDistribution: { recentWeight: 0.7, oldWeight: 0.3 },
      },
      now: '2026-06-01',
    })
    const placed = result.flatMap(({ items }) => items)
    const of = (category: string): number => placed.filter((post) => post.category === category).length
    expect(placed).toHaveLength(40)
    expect(result.relaxations).toEqual([])
    expect(of('technical')).toBeGreaterThanOrEqual(12)
    expect(of('technical')).toBeLessThanOrEqual(20)
    expect(of('tutorial')).toBeGreaterThanOrEqual(8)
    expect(of('tutorial')).toBeLessThanOrEqual(16)
    expect(placed.filter((post) => post.date.startsWith('2026'))).toHaveLength(28)
  })
})

describe('C3: what cannot be', () => {
  it('makes items where targets would be left without any', async () => {
    const result = await associationEngine.associate({ assets: 5, targets: 10, minPerTarget: 1 })
    expect(result.synthetic).toHaveLength(5)
    expect(result.every(({ items }) => items.length === 1)).toBe(true)
    expect(result.flatMap(({ items }) => items).filter(({ synthetic }) => !synthetic)).toHaveLength(5)
    expect(result.relaxations).toEqual([])
  })

  it('relaxes what is impossible', async () => {
    const scenario = { assets: 10, targets: 3, minPerTarget: 5, maxPerTarget: 5 }
    const result = await associationEngine.associate(scenario)
    expect(result.relaxations).toEqual([
      {
        constraint: 'minPerTarget',
        requested: 5,
        applied: 3,
        reason: '3 targets × min 5 = 15 items, 10 are there',
      },
    ])
    expect(result.map(({ items }) => items.length).sort()).toEqual([3, 3, 4])
    expect(result.synthetic).toEqual([])
    await expect(associationEngine.associate({ ...scenario, onConflict: 'error' })).rejects.toMatchObject({
      code: 'allot-conflict',
      message: 'What is asked cannot hold: 3 targets × min 5 = 15 items, 10 are there.',
    })
    const partial = await associationEngine.associate({ ...scenario, onConflict: 'partial' })
    expect(partial.map(({ items }) => items.length)).toEqual([5, 5, 0])
    expect(partial.unserved).toEqual([
      { target: { id: 2, synthetic: false }, reason: '3 targets × min 5 = 15 items, 10 are there' },
    ])
  })

  it('tells how far it is, and stops', async () => {
    const seen: string[] = []
    const items = numbered(5000)
    const targets = numbered(100)
    await distributionEngine.distribute({ items, targets, onProgress: ({ phase }) => seen.push(phase) })
    expect([...new Set(seen)]).toEqual(['read', 'settle', 'place'])
    const controller = new AbortController()
    const onProgress = (): void => controller.abort(new Error('enough'))
    await expect(
      distributionEngine.distribute({ items, targets, onProgress, signal: controller.signal }),
    ).rejects.toThrow('enough')
  })

  it('refuses what makes no sense', async () => {
    await expect(distributionEngine.distribute({ items: 5 as never, targets: [] })).rejects.toThrow(SeedError)
    await expect(associationEngine.associate({ targets: 5 })).rejects.toThrow(SeedError)
    await expect(associationEngine.associate({ assets: -1, targets: 5 })).rejects.toThrow(SeedError)
  })
})
