import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compare } from 'bcryptjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import { refuseKnownSecrets } from '../../src/run/secrets/refuse-known-secrets.ts'
import { handles } from '../../src/test.ts'
import { refusal } from '../support/blog-with-assets.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { cleanupStory, planStory, projectFolder, seedStory, verifyStory } from '../support/story.ts'

const OWN = 'only alice knows'
const config = {
  users: { count: 4, password: 'all the others', passwordCost: 4 },
  traits: { users: { tester: { password: 'for testers' } } },
  fixtures: {
    users: {
      alice: { password: OWN },
      bo: {},
      tess: { $traits: 'tester' },
      fay: { password: ({ index }: { index: number }) => `worked out ${index}` },
    },
  },
  manifest: './seeded.json',
}

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase('pg17')
  await layBase(database.db)
})
afterAll(() => database.drop())

const textsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'))

test('a user who is given may have a password of their own', async () => {
  const root = projectFolder()
  const report = await seedStory(database.db, config, root)
  expect(report).toMatchObject({ ok: true, warnings: [], users: { created: 4 } })
  const byEmail = Object.fromEntries(report.signIns.map(({ email, password }) => [email, password]))
  expect(byEmail).toEqual({
    'alice@example.com': OWN,
    'bo@example.com': 'all the others',
    'tess@example.com': 'for testers',
    'fay@example.com': 'worked out 0',
  })
  for (const { email, hash } of await database.raw<{ email: string; hash: string }>(
    'select email, encrypted_password as hash from auth.users',
  ))
    expect(await compare(byEmail[email] ?? '', hash), email).toBe(true)
  const signIn = async () =>
    (await verifyStory(database.db, config, root)).checks.find(({ name }) => name === 'sign-in')
  expect(await signIn()).toMatchObject({ result: 'passed', detail: expect.stringContaining('3 hashes') })
  const h = handles(config)
  expect([h.alice.password, h.bo.password, h.tess.password]).toEqual([OWN, 'all the others', 'for testers'])
  expect(() => h.fay.password).toThrow(/works it out/)
  expect(JSON.parse(readFileSync(join(root, 'seeded.json'), 'utf8')).handles.users.fay.password).toBe('worked out 0')
  expect(JSON.stringify(await planStory(database.db, config, projectFolder()))).not.toContain(OWN)
  for (const text of textsIn(join(root, '.supa-seed'))) expect(text.includes(OWN)).toBe(false)
  const before = await contents(database)
  for (const again of [root, projectFolder()]) {
    expect(await seedStory(database.db, config, again)).toMatchObject({ ok: true, warnings: [] })
    expect(await contents(database)).toEqual(before)
  }
  await database.raw(`update auth.users set encrypted_password = 'x' where email = 'alice@example.com'`)
  expect(await signIn()).toMatchObject({ result: expect.any(String), detail: expect.stringContaining('not of bcrypt') })
  const restored = await seedStory(database.db, config, root, { restore: true })
  expect(JSON.stringify(restored.warnings)).not.toContain('$2a$04$')
  expect(await contents(database)).toEqual(before)
  await cleanupStory(database.db, config, root)
  expect(await database.raw('select from auth.users')).toEqual([])
})

test('that is none is refused without being told, and the default one for databases elsewhere', async () => {
  const wrong = (user: object) =>
    refusal(planStory(database.db, { fixtures: { users: { alice: user } } }, projectFolder()))
  for (const password of ['short', 'ä'.repeat(37), 123_456, null]) {
    const error = await wrong({ password })
    expect(error).toMatchObject({ code: 'fixture-value', place: { path: 'fixtures.users.alice.password' } })
    expect(JSON.stringify(error)).not.toContain('short')
  }
  expect(await wrong({ password: 'long enough', encrypted_password: 'x' })).toMatchObject({ code: 'fixture-value' })
  const users = { id: 'auth.users', rows: 1, present: 0, columns: [], fixtures: [{ row: 0, handle: 'alice' }] }
  const elsewhere = (password: string) =>
    refuseKnownSecrets(
      { config: { password: 'of our own' }, db: { address: { local: false, host: 'db.example' } } } as never,
      {
        plan: { tables: [users], seed: '1' },
        study: { auth: { users: 'auth.users', password: 'encrypted_password' } },
        secrets: null,
        passwords: new Map([['alice', password]]),
      } as never,
    )
  await expect(elsewhere('testingpassword')).rejects.toMatchObject({ code: 'default-password' })
  await expect(elsewhere('one of her own')).resolves.toBeUndefined()
})
