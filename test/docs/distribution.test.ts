import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { associationEngine, distributionEngine } from '../../src/index.ts'

const text = await readFile(new URL('../../docs/distribution.md', import.meta.url), 'utf8')
const samples = [...text.matchAll(/```js\nimport .*\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g)].map(
  ([, code = '', expected = '']) => [code, expected] as const,
)
const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor

it('the samples run and give what they say', async () => {
  expect(samples).toHaveLength(6)
  for (const [code, expected] of samples) {
    const told: unknown[] = []
    const run = new AsyncFunction('distributionEngine', 'associationEngine', 'console', code)
    await run(distributionEngine, associationEngine, { log: (said: unknown) => told.push(said) })
    expect(told).toEqual([JSON.parse(expected)])
  }
})
