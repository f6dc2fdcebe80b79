import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { people } from '../../src/config/sections/users.ts'
import { layBase } from '../../src/database/base/lay-base.ts'
import { authServer } from '../support/auth-server.ts'
import { freshDatabase } from '../support/database.ts'
import { projectFolder, seedStory, verifyStory } from '../support/story.ts'

const text = await readFile(new URL('../../docs/users.md', import.meta.url), 'utf8')

const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => JSON.parse(json ?? ''))

/** Somebody who has signed up, and what people write. */
const APP = `
create table posts (id uuid primary key default gen_random_uuid(), user_id uuid not null references auth.users on delete cascade, title text not null);
insert into auth.users (id, email, aud, role) values ('11111111-1111-4111-8111-111111111111', 'somebody@example.com', 'authenticated', 'authenticated');`

it.each(examples.map((config, at) => [at + 1, config]))(
  'example %i runs, and verify finds it well',
  async (_, config) => {
    expect(people.users.safeParse(config.users).success).toBe(true)
    const database = await freshDatabase('pg17')
    await layBase(database.db)
    await database.raw(APP)
    const root = projectFolder()
    const { url } = await authServer(database)
    expect(await seedStory(database.db, config, root, { env: { SUPABASE_URL: url } })).toMatchObject({
      ok: true,
      users: { created: config.additionalUsers?.count ?? config.users.count, existing: 1 },
    })
    expect(await verifyStory(database.db, config, root)).toMatchObject({ ok: true })
    await database.drop()
  },
)
