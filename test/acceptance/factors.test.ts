import { expect, test } from 'vitest'
import { configSchema } from '../../src/config/schema.ts'
import { layBase } from '../../src/database/base/lay-base.ts'
import { refusal } from '../support/blog-with-assets.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { cleanupStory, planStory, projectFolder, seedStory, verifyStory } from '../support/story.ts'
import { STARTER } from './people-schemas.ts'

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

async function holds(database: TestDatabase, queries: readonly string[]): Promise<void> {
  for (const query of queries) expect(Object.values((await database.raw(query))[0] ?? {}), query).toEqual([true])
}

/** What Supabase Auth reads of every second factor. */
const USABLE = `select bool_and(friendly_name is not null and factor_type = 'totp' and status = 'verified' and secret ~ '^[A-Z2-7]{32}$'
  and created_at is not null and updated_at is not null and phone is null and last_challenged_at is null) from auth.mfa_factors`

const CONFIG = {
  users: {
    count: 16,
    passwordCost: 4,
    roles: { admin: 2, editor: 0.25 },
    providers: { google: 3 },
    unconfirmed: 1,
    mfa: ['admin'],
  },
  fixtures: {
    users: {
      alice: { email: 'alice@example.com', mfa: true },
      bob: { email: 'bob@example.com', mfa: SECRET },
      carol: { email: 'carol@example.com', mfa: false },
    },
  },
}

const ofAdmins = `select count(*) = (select count(*) from auth.users where raw_app_meta_data ->> 'role' = 'admin')
  from auth.mfa_factors f join auth.users u on u.id = f.user_id where u.raw_app_meta_data ->> 'role' = 'admin'`

test('second factors of roles and of users who are given', async () => {
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  await database.raw(STARTER)
  const root = projectFolder()
  const report = await seedStory(database.db, CONFIG, root)
  expect(report).toMatchObject({ ok: true, warnings: [], users: { created: 16 } })
  expect(report.signIns.filter(({ totp }) => totp !== undefined).map(({ email }) => email)).toHaveLength(4)
  expect(report.signIns.find(({ email }) => email === 'bob@example.com')).toMatchObject({ totp: SECRET })
  await holds(database, [
    USABLE,
    ofAdmins,
    'select count(*) = 4 and count(distinct secret) = 4 and count(distinct user_id) = 4 from auth.mfa_factors',
    `select secret = '${SECRET}' from auth.mfa_factors f join auth.users u on u.id = f.user_id where u.email = 'bob@example.com'`,
    `select count(*) = 0 from auth.mfa_factors f join auth.users u on u.id = f.user_id where u.email = 'carol@example.com'`,
  ])
  const verified = await verifyStory(database.db, CONFIG, root)
  expect(verified).toMatchObject({ ok: true })
  const before = await contents(database)
  // With the journal and without.
  for (const folder of [root, projectFolder()]) {
    expect(await seedStory(database.db, CONFIG, folder)).toMatchObject({ ok: true, warnings: [] })
    expect(await contents(database)).toEqual(before)
  }
  await cleanupStory(database.db, CONFIG, projectFolder())
  await holds(database, ['select count(*) = 0 from auth.mfa_factors'])
  await database.drop()
})

test('a number or a share of them, kept when more are added', async () => {
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  const kinds = { passwordCost: 4, providers: { google: 0.5 }, banned: 2 }
  const plain = `select count(*) = $ and bool_and(u.encrypted_password is not null and u.banned_until is null)
    from auth.mfa_factors f join auth.users u on u.id = f.user_id`
  const root = projectFolder()
  for (const count of [10, 18]) {
    const report = await seedStory(database.db, { users: { count, ...kinds, mfa: 0.5 } }, root)
    expect(report).toMatchObject({ ok: true, warnings: [] })
    await holds(database, [USABLE, plain.replace('$', String((count - 2) / 4))])
  }
  // Other factors were made by another rule.
  const changed = await planStory(database.db, { users: { count: 18, ...kinds, mfa: 1 } }, root)
  expect(changed.findings.map(({ id }) => id)).toContain('recipe-changed:auth.mfa_factors')
  await cleanupStory(database.db, {}, root)
  const folder = projectFolder()
  await seedStory(database.db, { users: { count: 4, passwordCost: 4 } }, folder)
  const later = await seedStory(database.db, { users: { count: 6, passwordCost: 4, mfa: 3 } }, folder)
  expect(later).toMatchObject({ ok: true, warnings: [] })
  await holds(database, ['select count(*) = 3 from auth.mfa_factors'])
  await database.drop()
})

test('what cannot be', async () => {
  for (const mfa of [1.5, [], -1]) expect(() => configSchema.parse({ users: { mfa } })).toThrow()
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  const wrong = { fixtures: { users: { a: { email: 'a@example.com', mfa: 'not base32' } } } }
  expect(await refusal(planStory(database.db, wrong, projectFolder()))).toMatchObject({
    code: 'factor-secret',
    place: { path: 'fixtures.users.a.mfa' },
  })
  const few = await planStory(database.db, { users: { count: 2, mfa: 3 } }, projectFolder())
  expect(few.findings.find(({ code }) => code === 'users-short')).toMatchObject({ found: '2' })
  const roles = { users: { count: 2, roles: ['editor'], mfa: ['admin', 'editor'] } }
  const { findings } = await planStory(database.db, roles, projectFolder())
  expect(findings.filter(({ code }) => code === 'mfa-without-role')).toMatchObject([
    { found: 'admin', expected: 'one of editor' },
  ])
  await database.raw('drop table auth.mfa_challenges, auth.mfa_factors cascade')
  const none = await planStory(database.db, { users: { count: 2, mfa: 1 } }, projectFolder())
  expect(none.findings.map(({ code }) => code)).toContain('no-factors')
  await database.drop()
})
