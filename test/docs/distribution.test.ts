import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { gatherConfig } from '../../src/config/gather-config.ts'
import { associationEngine, distributionEngine } from '../../src/index.ts'
import { freshDatabase } from '../support/database.ts'
import { projectFolder, seedStory } from '../support/story.ts'

const text = await readFile(new URL('../../docs/distribution.md', import.meta.url), 'utf8')
const samples = [...text.matchAll(/```js\nimport .*\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g)].map(
  ([, code = '', expected = '']) => [code, expected] as const,
)
const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor

it('the samples run and give what they say', async () => {
  expect(samples).toHaveLength(7)
  for (const [code, expected] of samples) {
    const told: unknown[] = []
    const run = new AsyncFunction('distributionEngine', 'associationEngine', 'console', code)
    await run(distributionEngine, associationEngine, { log: (said: unknown) => told.push(said) })
    expect(told).toEqual([JSON.parse(expected)])
  }
})

it('the configuration runs and gives what it says', async () => {
  const part = text.slice(text.indexOf('## In a configuration'))
  const block = (language: string) => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(part)?.[1] ?? ''
  const database = await freshDatabase('pglite', block('sql'))
  const root = projectFolder()
  const report = await seedStory(database.db, JSON.parse(block('json')), root)
  expect([report.errors, report.warnings]).toEqual([[], []])
  expect(report.associations?.map(({ name, perTarget }) => [name, perTarget?.min, perTarget?.max])).toEqual([
    ['gear_to_setups', 3, 15],
    ['posts_to_authors', expect.any(Number), expect.any(Number)],
  ])
  const [gear] = report.associations ?? []
  expect(part).toContain(`${gear?.pairs} in all`)
  expect(part).toContain(`mean ${gear?.perTarget?.mean.toFixed(1)}`)
  await writeFile(join(root, 'supa-seed.config.ts'), block('ts'))
  const config = await gatherConfig({ cwd: root, env: {}, flags: {}, today: 0 })
  expect(config.associations).toMatchObject([{ name: 'posts_to_authors', weights: expect.any(Function) }])
  await database.drop()
})
