import { compare } from 'bcryptjs'
import { expect, test } from 'vitest'
import { configSchema } from '../../src/config/schema.ts'
import { layBase } from '../../src/database/base/lay-base.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { cleanupStory, planStory, projectFolder, seedStory, verifyStory } from '../support/story.ts'
import { STARTER } from './people-schemas.ts'

const CONFIG = {
  users: {
    count: 20,
    password: 'a password of ours',
    passwordCost: 4,
    roles: { admin: 1, editor: 0.25 },
    metadata: { onboarded: true },
    appMetadata: { plan: 'pro' },
    providers: { google: 3, github: 1 },
    unconfirmed: 2,
    banned: 1,
  },
  fixtures: { users: { alice: { email: 'alice@example.com' } } },
}

async function holds(database: TestDatabase, queries: readonly string[]): Promise<void> {
  for (const query of queries) expect(Object.values((await database.raw(query))[0] ?? {}), query).toEqual([true])
}

test('users of several kinds, and the same again', async () => {
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  await database.raw(STARTER)
  const root = projectFolder()
  const report = await seedStory(database.db, CONFIG, root)
  expect(report).toMatchObject({ ok: true, users: { created: 20 } })
  expect(report.signIns).toHaveLength(13)
  expect(report.signIns.filter(({ role }) => role === 'admin')).toHaveLength(1)
  await holds(database, [
    'select count(*) = 20 from profiles',
    `select count(*) = 4 and bool_and(u.encrypted_password is null and u.email_confirmed_at is not null and
       u.raw_app_meta_data -> 'providers' = jsonb_build_array(i.provider) and i.provider_id <> u.id::text and
       i.identity_data -> 'sub' = to_jsonb(i.provider_id) and i.email = u.email)
       from auth.users u join auth.identities i on i.user_id = u.id and i.provider = u.raw_app_meta_data ->> 'provider'
       where i.provider in ('google', 'github')`,
    `select count(*) filter (where provider = 'google') = 3 and count(*) = 20 from auth.identities`,
    `select count(*) = 2 and bool_and(confirmation_token = '' and raw_user_meta_data ->> 'email_verified' = 'false' and
       encrypted_password is not null and confirmed_at is null) from auth.users where email_confirmed_at is null`,
    `select bool_and((i.identity_data ->> 'email_verified')::boolean = (u.email_confirmed_at is not null))
       from auth.users u join auth.identities i on i.user_id = u.id`,
    'select count(*) = 1 and bool_and(email_confirmed_at is not null) from auth.users where banned_until > now()',
    `select count(*) = 1 from auth.users where raw_app_meta_data ->> 'role' = 'admin' and raw_app_meta_data ->> 'provider' = 'email'`,
    `select count(*) = 3 from auth.users where raw_app_meta_data ->> 'role' = 'editor'`,
    `select bool_and(raw_app_meta_data ->> 'plan' = 'pro' and (raw_user_meta_data ->> 'onboarded')::boolean) from auth.users`,
    `select count(*) = 1 from auth.users where email = 'alice@example.com' and banned_until is null and email_confirmed_at is not null`,
    'select count(distinct encrypted_password) = 1 from auth.users',
  ])
  const [row] = await database.raw<{ hash: string }>('select max(encrypted_password) as hash from auth.users')
  expect(row?.hash).toMatch(/^\$2a\$04\$/)
  expect(await compare(CONFIG.users.password, row?.hash ?? '')).toBe(true)
  const verified = await verifyStory(database.db, CONFIG, root)
  expect(verified.checks.find(({ name }) => name === 'sign-in')).toMatchObject({ result: 'passed' })
  const before = await contents(database)
  await seedStory(database.db, CONFIG, projectFolder())
  expect(await contents(database)).toEqual(before)
  await cleanupStory(database.db, CONFIG, projectFolder())
  await holds(database, ['select count(*) = 0 from auth.users'])
  const few = await planStory(database.db, { users: { count: 3, banned: 2, roles: { admin: 2 } } }, projectFolder())
  expect(few.findings.find(({ code }) => code === 'users-short')).toMatchObject({ found: '3' })
  await database.drop()
})

test('a given user with a telephone number and no address signs in by the number', async () => {
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  const root = projectFolder()
  const config = {
    users: { count: 5, passwordCost: 4, phone: 1, anonymous: 1, appMetadata: { plan: 'pro' } },
    fixtures: {
      users: {
        sam: { email: null, phone: '+1 5550123', user_metadata: { shoe: 44 } },
        tom: { email: null, phone: '15550124', role: 'admin' },
        kim: { phone: '15550125' },
      },
    },
  }
  expect(await seedStory(database.db, config, root)).toMatchObject({ ok: true, users: { created: 5 } })
  await holds(database, [
    `select count(*) = 3 and bool_and(u.email_confirmed_at is null and u.phone_confirmed_at = u.created_at and i.provider = 'phone' and
       i.provider_id = u.id::text and u.raw_app_meta_data -> 'providers' = '["phone"]' and i.email is null and
       i.identity_data ->> 'phone' = u.phone and i.identity_data ->> 'sub' = u.id::text and (i.identity_data ->> 'phone_verified')::boolean and
       u.raw_user_meta_data ->> 'phone' = u.phone and (u.raw_user_meta_data -> 'email') is null)
       from auth.users u join auth.identities i on i.user_id = u.id where u.email is null`,
    `select count(*) = 1 from auth.users where phone = '15550123' and raw_user_meta_data -> 'shoe' = '44' and raw_app_meta_data ->> 'plan' = 'pro'`,
    `select count(*) = 1 from auth.users where phone = '15550124' and raw_app_meta_data ->> 'role' = 'admin'`,
    `select bool_and(provider = 'email' and u.email = i.email) from auth.users u join auth.identities i on i.user_id = u.id where phone = '15550125'`,
    'select count(*) = 1 from auth.users u where is_anonymous and not exists (select from auth.identities where user_id = u.id)',
  ])
  const before = await contents(database)
  await seedStory(database.db, config, projectFolder())
  expect(await contents(database)).toEqual(before)
  await database.drop()
})

test.each([
  { password: 'ä'.repeat(37) },
  { passwordCost: 3 },
  { roles: { a: 0.7, b: 0.5 } },
  { providers: { email: 2 } },
  { providers: { google: 0.7 }, banned: 0.6 },
  { unconfirmed: 1.5 },
])('%j is refused', (users) => {
  expect(() => configSchema.parse({ users })).toThrow()
})

test('shares are kept as nearly as can be, also when more are added', async () => {
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  await database.raw(STARTER)
  const root = projectFolder()
  const users = { passwordCost: 4, roles: ['owner', 'member'], providers: { google: 0.5 }, unconfirmed: 0.25 }
  for (const count of [8, 16]) {
    expect(await seedStory(database.db, { users: { count, ...users } }, root)).toMatchObject({ ok: true })
    await holds(database, [
      `select count(*) = ${count / 2} from auth.identities where provider = 'google'`,
      `select count(*) = ${count / 4} from auth.users where email_confirmed_at is null`,
      `select count(*) = ${count / 2} from auth.users where raw_app_meta_data ->> 'role' = 'owner'`,
    ])
  }
  await database.drop()
})
