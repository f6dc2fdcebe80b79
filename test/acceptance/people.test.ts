import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compare } from 'bcryptjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import type { Report } from '../../src/model/reports/report.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, type ServerName, type TestDatabase } from '../support/database.ts'
import { rolledBack } from '../support/rolled-back.ts'
import { cleanupStory, planStory, projectFolder, resetStory, seedStory, verifyStory } from '../support/story.ts'
import { STARTER, TEAMS } from './people-schemas.ts'

const SERVERS: readonly ServerName[] = ['pg17', 'pglite']

async function withBase(server: ServerName, sql: string): Promise<TestDatabase> {
  const database = await freshDatabase(server)
  await layBase(database.db)
  await database.raw(sql)
  return database
}

/** Every query gives one true. */
async function holds(database: TestDatabase, queries: readonly string[]): Promise<void> {
  for (const query of queries) expect(Object.values((await database.raw(query))[0] ?? {}), query).toEqual([true])
}

const planned = ({ tables }: Report): Record<string, number> =>
  Object.fromEntries(tables.filter((table) => table.planned > 0).map((table) => [table.table, table.planned]))

/** What Supabase Auth needs to let somebody sign in. */
const LOGIN_READY = [
  `select bool_and(instance_id = '00000000-0000-0000-0000-000000000000' and aud = 'authenticated' and role = 'authenticated') from auth.users`,
  `select bool_and(confirmation_token = '' and recovery_token = '' and email_change_token_new = '' and email_change = '' and
     email_change_token_current = '' and phone_change = '' and phone_change_token = '' and reauthentication_token = '') from auth.users`,
  `select bool_and(email = lower(email) and email_confirmed_at is not null and phone is null and created_at is not null and
     updated_at is not null and not is_sso_user and not is_anonymous and deleted_at is null and banned_until is null) from auth.users`,
  `select bool_and(raw_app_meta_data @> '{"provider": "email", "providers": ["email"]}' and
     (raw_user_meta_data ->> 'email_verified')::boolean) from auth.users`,
  'select count(distinct encrypted_password) = 1 from auth.users',
  `select count(*) = (select count(*) from auth.users) from auth.identities i join auth.users u on u.id = i.user_id
     where i.provider = 'email' and i.provider_id = u.id::text and i.email = u.email and i.identity_data ->> 'sub' = u.id::text and
       i.last_sign_in_at is not null and i.created_at is not null and i.updated_at is not null`,
]

describe.each(SERVERS)('profiles by trigger on %s', (server) => {
  const CONFIG = { users: 10, posts: 50, accounts: { team: 5, personal: 10 } }
  let database: TestDatabase
  let report: Report
  const root = projectFolder()

  beforeAll(async () => {
    database = await withBase(server, STARTER)
    report = await seedStory(database.db, CONFIG, root)
  })
  afterAll(() => database.drop())

  test('users can sign in, and their profiles are enriched', async () => {
    expect(report).toMatchObject({
      ok: true,
      users: { created: 10, existing: 0, total: 10 },
      accounts: { personal: 0, team: 0 },
    })
    expect(planned(report)).toEqual({ 'auth.users': 10, 'auth.identities': 10, profiles: 10, posts: 50 })
    expect(report.notes.map(({ code }) => code)).toContain('no-accounts')
    await holds(database, [
      ...LOGIN_READY,
      `select bool_and(p.full_name = u.raw_user_meta_data ->> 'full_name' and p.avatar_url = u.raw_user_meta_data ->> 'avatar_url')
         from profiles p join auth.users u on u.id = p.id`,
      'select count(username) > 5 from profiles',
      'select count(*) = 50 and count(distinct user_id) > 4 from posts',
    ])
    const [row] = await database.raw<{ hash: string }>('select encrypted_password as hash from auth.users limit 1')
    expect(await compare('testingpassword', row?.hash ?? '')).toBe(true)
    expect(report.signIns).toHaveLength(10)
    const users = await database.raw<{ email: string }>('select email from auth.users')
    expect(report.signIns.map(({ email }) => email).sort()).toEqual(users.map(({ email }) => email).sort())
  })

  test('the same again changes nothing, with the journal and without', async () => {
    const before = await contents(database)
    await seedStory(database.db, CONFIG, root)
    expect(await contents(database)).toEqual(before)
    // Without the journal, and said in a file.
    const folder = projectFolder()
    writeFileSync(join(folder, 'supa-seed.config.json'), JSON.stringify(CONFIG))
    const again = await seedStory(database.db, undefined, folder)
    expect(again.ok).toBe(true)
    expect(await contents(database)).toEqual(before)
  })

  test('more users are added, and all of them removed', async () => {
    const more = await seedStory(database.db, { ...CONFIG, users: 14 }, root)
    expect(more).toMatchObject({ ok: true, users: { created: 4, existing: 10, total: 14 } })
    await holds(database, [...LOGIN_READY, 'select count(*) = 14 from profiles'])
    await cleanupStory(database.db, CONFIG, root)
    await holds(database, [
      'select (select count(*) from auth.users) + (select count(*) from auth.identities) + (select count(*) from profiles) = 0',
    ])
  })

  test('zero configuration makes users where the schema hangs on them, and a domain of their own is used', async () => {
    const folder = projectFolder()
    const config = { rows: 7, users: { password: 'another secret', emailDomain: 'app.test' } }
    const all = await seedStory(database.db, config, folder)
    expect(planned(all)).toMatchObject({ 'auth.users': 7, profiles: 7, posts: 7 })
    expect(all.signIns[0]?.password).toBe('another secret')
    await holds(database, [`select bool_and(email like '%@app.test') from auth.users`])
    const [row] = await database.raw<{ hash: string }>('select encrypted_password as hash from auth.users limit 1')
    expect(await compare('another secret', row?.hash ?? '')).toBe(true)
    await cleanupStory(database.db, config, folder)
  })
})

describe.each(SERVERS)('personal and team accounts on %s', (server) => {
  const CONFIG = {
    users: 8,
    makerkit: { standardTestUsers: true },
    accounts: { team: 3 },
    tables: { notes: 20, invitations: 6 },
    phases: [
      { name: 'auth', tables: ['auth.users', 'accounts', 'accounts_memberships'] },
      { name: 'content', tables: ['notes', 'invitations'] },
    ],
  }
  const TRUE_OF_ACCOUNTS = [
    ...LOGIN_READY,
    `select count(*) = (select count(*) from auth.users) from accounts a join auth.users u on u.id = a.id
       where is_personal_account and primary_owner_user_id = u.id and a.email = u.email and picture_url is not null`,
    `select bool_and(email is null and slug <> '') from accounts where not is_personal_account`,
    `select bool_and(exists (select from accounts_memberships m where m.account_id = a.id and m.user_id = a.primary_owner_user_id and m.account_role = 'owner'))
       from accounts a where not is_personal_account`,
    `select count(*) = 0 from accounts_memberships m join accounts a on a.id = m.account_id where a.is_personal_account`,
    `select array_agg(u.email || ' ' || account_role order by u.email)::text =
       '{"custom@makerkit.dev custom-role","member@makerkit.dev member","owner@makerkit.dev owner","test@makerkit.dev owner"}'
       from accounts_memberships m join auth.users u on u.id = m.user_id where account_id = '5deaa894-2094-4da3-b4fd-1fada0809d1c'`,
    `select bool_and(m.account_role in ('owner', 'member', 'custom-role')) from accounts_memberships m where account_id <> '5deaa894-2094-4da3-b4fd-1fada0809d1c'`,
  ]
  let database: TestDatabase
  let report: Report
  const root = projectFolder()

  beforeAll(async () => {
    database = await withBase(server, TEAMS)
    report = await seedStory(database.db, CONFIG, root)
  })
  afterAll(() => database.drop())

  test('verify knows what the kit relies on, and says what is broken', async () => {
    const kitAfter = (sql: string) =>
      rolledBack(database.db, async (inside) => {
        await inside.execute(sql)
        const { checks, findings } = await verifyStory(inside, CONFIG, root)
        const check = checks.find(({ name }) => name === 'kit')
        return { ...check, codes: findings.filter(({ level }) => level === 'error').map(({ code }) => code) }
      })
    expect(await kitAfter('select 1')).toEqual({
      name: 'kit',
      result: 'passed',
      detail:
        'makerkit-turbo, 8 users: personal accounts, memberships, the role hierarchy, invitations as the kit wants them',
      codes: [],
    })
    const team = `'5deaa894-2094-4da3-b4fd-1fada0809d1c'`
    const owner = `(select id from auth.users where email = 'test@makerkit.dev')`
    const breakages = {
      'personal-account-missing': `update accounts set primary_owner_user_id = ${owner} , is_personal_account = false, slug = 'x'
        where email = 'member@makerkit.dev'`,
      'owner-not-member': `update accounts_memberships set user_id = (select id from auth.users where email = 'super-admin@makerkit.dev')
        where account_id = ${team} and user_id = ${owner}`,
      'member-of-personal-account': `insert into accounts_memberships (user_id, account_id, account_role)
        select ${owner}, id, 'member' from accounts where email = 'member@makerkit.dev'`,
      'owner-not-highest': `update accounts_memberships set account_role = 'member' where account_id = ${team} and user_id = ${owner}`,
    }
    for (const [code, sql] of Object.entries(breakages)) {
      const told = await kitAfter(sql)
      expect([code, told.result, told.codes]).toEqual([code, 'failed', expect.arrayContaining([code])])
    }
  })

  test('the five test users and their team, personal accounts by trigger, teams with their owner first', async () => {
    expect(report).toMatchObject({
      ok: true,
      users: { created: 8 },
      accounts: { personal: 8, team: 3 },
      compatibility: { makerkit: true },
      phases: { completed: 2, total: 2 },
      relationships: { verified: true },
    })
    expect(report.signIns.slice(0, 5).map(({ email }) => email)).toEqual(
      ['test', 'owner', 'member', 'custom', 'super-admin'].map((name) => `${name}@makerkit.dev`),
    )
    await holds(database, [
      ...TRUE_OF_ACCOUNTS,
      `select id = '31a03e74-1639-45b6-bfa7-77447f1a4762' and raw_app_meta_data ->> 'role' = 'super-admin' from auth.users where email = 'test@makerkit.dev'`,
      `select name = 'test' from accounts where email = 'test@makerkit.dev'`,
      `select count(*) = 3 and bool_or(slug = 'makerkit') from accounts where not is_personal_account`,
      `select count(*) = 1 from auth.mfa_factors where user_id = 'c5b930c9-0a76-412e-a836-4bc4849a3270' and status = 'verified'`,
      'select count(*) = 3 from roles',
      'select count(*) = 6 from invitations',
    ])
  })

  test('the same again changes nothing, with the journal and without', async () => {
    const before = await contents(database)
    await seedStory(database.db, CONFIG, root)
    expect(await contents(database)).toEqual(before)
    expect(await seedStory(database.db, CONFIG, projectFolder())).toMatchObject({ ok: true })
    expect(await contents(database)).toEqual(before)
  })

  test('more users and teams, and a reset of what was changed', async () => {
    const more = { ...CONFIG, users: 12, accounts: { team: 5 } }
    expect(await seedStory(database.db, more, root)).toMatchObject({ ok: true, accounts: { personal: 12, team: 5 } })
    await holds(database, [...TRUE_OF_ACCOUNTS, 'select count(*) = 5 from accounts where not is_personal_account'])
    const before = await contents(database)
    await database.raw(
      `update accounts set name = 'Changed' where slug = 'makerkit'; update accounts set picture_url = null; delete from notes`,
    )
    await resetStory(database.db, more, root)
    expect(await contents(database)).toEqual(before)
    await cleanupStory(database.db, more, root)
    await holds(database, [
      'select (select count(*) from auth.users) + (select count(*) from accounts) + (select count(*) from accounts_memberships) = 0',
      'select count(*) = 2 from roles',
    ])
  })

  test('test users that are there already are adopted and stay as they are', async () => {
    const user = `insert into auth.users (instance_id, id, aud, role, email, encrypted_password, raw_app_meta_data, raw_user_meta_data)
      values ('00000000-0000-0000-0000-000000000000', '5c064f1b-78ee-4e1c-ac3b-e99aa97c99bf', 'authenticated', 'authenticated', 'owner@makerkit.dev', 'their own', '{}', '{}')`
    await database.raw(user)
    const folder = projectFolder()
    const adopted = await seedStory(database.db, CONFIG, folder)
    expect(adopted).toMatchObject({ ok: true, users: { created: 8 } })
    expect(adopted.notes.map(({ id }) => id)).toContain('adopted:auth.users.owner')
    await holds(database, [
      `select encrypted_password = 'their own' from auth.users where email = 'owner@makerkit.dev'`,
      `select account_role = 'owner' from accounts_memberships where user_id = '5c064f1b-78ee-4e1c-ac3b-e99aa97c99bf' and account_id = '5deaa894-2094-4da3-b4fd-1fada0809d1c'`,
    ])
    await cleanupStory(database.db, CONFIG, folder)
    await holds(database, ['select count(*) = 1 from auth.users'])
    await seedStory(database.db, CONFIG, projectFolder())
    await cleanupStory(database.db, CONFIG, projectFolder())
    await holds(database, [`select count(*) = 1 and min(encrypted_password) = 'their own' from auth.users`])
  })
})

describe('what is given and what is refused', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await withBase('pg17', STARTER)
  })
  afterAll(() => database.drop())

  const refused = async (config: unknown): Promise<string> => {
    try {
      await planStory(database.db, config, projectFolder())
      return 'planned'
    } catch (error) {
      return (error as { code: string }).code
    }
  }

  test('fixtures count, lead to one another, and sign in', async () => {
    const root = projectFolder()
    const config = {
      users: 4,
      tables: { posts: 12 },
      fixtures: {
        users: { alice: { email: 'alice@example.com' } },
        posts: {
          welcome: { user_id: { $ref: 'alice' }, title: 'Welcome', slug: 'welcome' },
          second: { title: 'Second' },
        },
      },
    }
    expect(planned(await seedStory(database.db, config, root))).toMatchObject({
      'auth.users': 4,
      profiles: 4,
      posts: 12,
    })
    await holds(database, [
      ...LOGIN_READY,
      `select u.email = 'alice@example.com' and p.body is not null from posts p join auth.users u on u.id = p.user_id where slug = 'welcome'`,
      `select count(*) = 1 from posts where title = 'Second'`,
    ])
    const before = await contents(database)
    await seedStory(database.db, config, root)
    expect(await contents(database)).toEqual(before)
    // A fixture that comes later is added; the others stay.
    const third = {
      ...config,
      fixtures: { ...config.fixtures, posts: { ...config.fixtures.posts, third: { title: 'Third' } } },
    }
    await seedStory(database.db, third, root)
    await holds(database, ['select count(*) = 13 from posts', `select count(*) = 1 from posts where title = 'Third'`])
    await cleanupStory(database.db, third, root)
    await holds(database, ['select count(*) = 0 from posts'])
  })

  test.each([
    ['unknown-handle', { fixtures: { posts: { a: { user_id: { $ref: 'nobody' } } } } }],
    ['unknown-column', { fixtures: { posts: { a: { nothing: 1 } } } }],
    ['unknown-table', { fixtures: { nothing: { a: { b: 1 } } } }],
    ['unknown-table', { phases: [{ name: 'one', tables: ['nothing'] }] }],
    [
      'table-twice',
      {
        phases: [
          { name: 'one', tables: ['posts'] },
          { name: 'two', tables: ['posts'] },
        ],
        users: 2,
      },
    ],
    [
      'phase-order',
      {
        users: 2,
        phases: [
          { name: 'content', tables: ['posts'] },
          { name: 'auth', tables: ['auth.users', 'profiles'] },
        ],
      },
    ],
  ])('%s', async (code, config) => {
    expect(await refused(config)).toBe(code)
  })

  test('identities come along with users, also where only these are asked for', async () => {
    const root = projectFolder()
    const report = await seedStory(database.db, { rows: 3, only: ['auth.users'] }, root)
    expect(planned(report)).toMatchObject({ 'auth.users': 3, 'auth.identities': 3 })
    await holds(database, LOGIN_READY)
    await cleanupStory(database.db, {}, root)
  })

  test('users mean a table of the app where nobody signs in', async () => {
    const plain = await freshDatabase('pg17', 'create table users (id serial primary key, email text not null unique)')
    expect(planned(await seedStory(plain.db, { users: 6 }, projectFolder()))).toEqual({ users: 6 })
    await plain.drop()
  })
})
