import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import type { Database } from '../../src/model/database.ts'
import { handles } from '../../src/test.ts'
import { freshDatabase } from '../support/database.ts'
import { cleanupStory, projectFolder, seedStory } from '../support/story.ts'

const SCHEMA = `
create table public.shops (id bigint generated always as identity primary key, slug text not null unique);
insert into public.shops (slug) values ('north');
create table public."Order s" (id bigint generated always as identity primary key, number int not null unique,
  customer_id uuid not null references auth.users on delete cascade, total numeric(10, 2) not null,
  with_tax numeric generated always as (total * 2) stored);`

const CONFIG = {
  seed: 'shop',
  manifest: 'e2e/seeded.json',
  tables: { '"Order s"': 4 },
  fixtures: {
    users: { alice: { email: 'Alice@example.com', raw_user_meta_data: { plan: 'pro' } }, bo: { is_anonymous: true } },
    '"Order s"': { order1001: { number: 1001, total: 20.5, customer_id: { $ref: 'alice' } } },
    shops: { north: { slug: 'north' } },
  },
}

test('seed writes what is given with the keys that the database numbered, and cleanup takes it away', async () => {
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  await database.raw(SCHEMA)
  const root = projectFolder()
  const file = join(root, 'e2e', 'seeded.json')
  await seedStory(database.db, CONFIG, root)
  const written = readFileSync(file, 'utf8')
  const [order] = await database.raw<{ id: number }>('select id::int4 from "Order s" where number = 1001')
  const id = handles(CONFIG).alice.id
  expect(JSON.parse(written)).toEqual({
    version: 1,
    seed: 'shop',
    handles: {
      '"Order s"': { order1001: { id: order?.id, number: 1001, customer_id: id, total: 20.5, with_tax: 41 } },
      shops: { north: { id: 1, slug: 'north' } },
      users: {
        alice: { id, email: 'alice@example.com', password: 'testingpassword', raw_user_meta_data: { plan: 'pro' } },
        bo: {
          id: handles(CONFIG).bo.id,
          email: null,
          is_anonymous: true,
          raw_app_meta_data: {},
          raw_user_meta_data: {},
        },
      },
    },
  })
  const h = handles(CONFIG, JSON.parse(written))
  expect([h.order1001.id, h.north.id, h.alice.password]).toEqual([order?.id, 1, 'testingpassword'])

  // Nothing is left to write, and nobody remembers what was.
  rmSync(file)
  rmSync(join(root, '.supa-seed'), { recursive: true })
  await seedStory(database.db, CONFIG, root)
  expect(readFileSync(file, 'utf8')).toBe(written)
  await cleanupStory(database.db, CONFIG, root)
  expect(existsSync(file)).toBe(false)

  // Elsewhere nobody writes passwords down.
  const elsewhere = new Proxy(database.db, {
    get: (db, name: keyof Database) =>
      name === 'address'
        ? { ...db.address, local: false }
        : typeof db[name] === 'function'
          ? db[name].bind(db)
          : db[name],
  })
  await seedStory(elsewhere, { ...CONFIG, users: { password: 'of our own' } }, root)
  expect(JSON.parse(readFileSync(file, 'utf8')).handles.users.alice).toMatchObject({ email: 'alice@example.com' })
  expect(readFileSync(file, 'utf8')).not.toContain('password')
  await cleanupStory(database.db, CONFIG, root)

  writeFileSync(file, '{ "mine": true }')
  await expect(seedStory(database.db, CONFIG, root)).rejects.toMatchObject({ code: 'manifest-file-taken' })
  symlinkSync(projectFolder(), join(root, 'out'), 'junction')
  const outside = { ...CONFIG, manifest: './out/seeded.json' }
  await expect(seedStory(database.db, outside, root)).rejects.toMatchObject({ code: 'manifest-outside' })
  for (const manifest of ['../seeded.json', '/tmp/seeded.json', 'e2e/..\\..\\x.json', 'seeded', '.json'])
    await expect(seedStory(database.db, { ...CONFIG, manifest }, root)).rejects.toMatchObject({
      code: 'config-invalid',
    })
  expect(await database.raw('select from "Order s"')).toEqual([])
  await database.drop()
})
