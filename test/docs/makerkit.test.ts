import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import { turbo } from '../schemas/kits/turbo.ts'
import { MAKERKIT_V1 } from '../schemas/kits/v1.ts'
import { freshDatabase } from '../support/database.ts'
import { projectFolder, seedStory, verifyStory } from '../support/story.ts'

const text = await readFile(new URL('../../docs/makerkit.md', import.meta.url), 'utf8')
const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => JSON.parse(json ?? ''))

it('the examples run, and verify finds them well', async () => {
  expect(examples).toHaveLength(3)
  for (const config of examples) {
    const database = await freshDatabase('pg17')
    await layBase(database.db)
    await database.raw('organizations_subscriptions' in (config.tables ?? {}) ? MAKERKIT_V1 : turbo('E6'))
    const root = projectFolder()
    const report = await seedStory(database.db, config, root)
    expect(report).toMatchObject({ ok: true, warnings: [] })
    if (config.accounts !== undefined)
      expect(report).toMatchObject({ users: { total: config.users }, accounts: config.accounts })
    expect(await verifyStory(database.db, config, root)).toMatchObject({ ok: true })
    await database.drop()
  }
})
