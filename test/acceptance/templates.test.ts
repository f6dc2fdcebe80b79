import { afterAll, beforeAll, expect, test } from 'vitest'
import { settle } from '../../src/config/settle.ts'
import { layBase } from '../../src/database/base/lay-base.ts'
import { turbo } from '../schemas/kits/turbo.ts'
import { refusal } from '../support/blog-with-assets.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { cleanupStory, planStory, projectFolder, seedStory } from '../support/story.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase('pg17')
  await layBase(database.db)
  await database.raw(turbo('E6'))
})
afterAll(() => database.drop())

/** A template for applications that were begun with MakerKit. */
const MAKERKIT_SAAS = {
  makerkit: { standardTestUsers: true, authUserCreation: 'supabase_auth', accountCreation: 'trigger_based' },
  defaultUsers: { count: 10, roles: ['owner', 'member'] },
  defaultAccounts: { personal: true, team: true },
}

const standard = { ok: true, warnings: [], users: { created: 5 }, accounts: { personal: 5, team: 1 } }

test.each<[string, object, object]>([
  ['the template itself', MAKERKIT_SAAS, standard],
  ['what extends it', { extends: 'makerkit-saas' }, standard],
  ['its own users', { extends: 'makerkit-saas', users: true }, { ok: true, warnings: [], users: { created: 10 } }],
  [
    'a customization of it',
    { extends: 'makerkit-saas', users: { passwordCost: 4 }, customizations: { users: { count: 14 } } },
    { ok: true, warnings: [], users: { created: 14 }, accounts: { personal: 14 } },
  ],
  [
    'no teams but the given one, whatever the template says',
    { extends: 'makerkit-saas', users: true, defaultAccounts: { team: false } },
    { ok: true, warnings: [], users: { created: 10 }, accounts: { personal: 10, team: 1 } },
  ],
])('%s', async (_, config, expected) => {
  const root = projectFolder()
  expect(await seedStory(database.db, config, root)).toMatchObject(expected)
  if ('users' in config && config.users === true) {
    const [row] = await database.raw(
      `select count(*)::int as n from auth.users where email not like '%@makerkit.dev' and raw_app_meta_data ->> 'role' in ('owner', 'member')`,
    )
    expect(row).toEqual({ n: 5 })
  }
  await cleanupStory(database.db, config, root)
})

test('locales are dealt out in equal shares', async () => {
  const root = projectFolder()
  const config = { users: { count: 8, passwordCost: 4, locale: ['en', 'de-AT'], anonymous: 1 } }
  await seedStory(database.db, config, root)
  const rows = await database.raw(
    `select raw_user_meta_data ->> 'locale' as locale, count(*)::int as n from auth.users group by 1 order by 1`,
  )
  expect(rows).toEqual([
    { locale: 'de-AT', n: 4 },
    { locale: 'en', n: 4 },
  ])
  await cleanupStory(database.db, config, root)
})

test('members who are made may have any role that there will be', async () => {
  const root = projectFolder()
  const config = { extends: 'makerkit-saas', users: { count: 30, passwordCost: 4 }, accounts: { team: 8 } }
  expect(await seedStory(database.db, config, root)).toMatchObject({ ok: true, warnings: [] })
  const roles = await database.raw(
    `select m.account_role as role, bool_and(m.user_id = a.primary_owner_user_id) as own from accounts_memberships m
       join accounts a on a.id = m.account_id where a.slug <> 'makerkit' group by 1 order by 1`,
  )
  expect(roles).toEqual([
    { role: 'custom-role', own: false },
    { role: 'member', own: false },
    { role: 'owner', own: true },
  ])
  const before = await contents(database)
  await seedStory(database.db, config, projectFolder())
  expect(await contents(database)).toEqual(before)
  await cleanupStory(database.db, config, root)
})

test('what cannot be meant is refused with what can', async () => {
  for (const [config, path, expected] of [
    [{ makerkit: { accountCreation: 'direct' } }, 'makerkit.accountCreation', '"trigger_based"'],
    [{ users: false }, 'users', 'true'],
    [{ customizations: 5 }, 'customizations', 'an object'],
    [{ customizations: { customizations: { users: 'many' } } }, 'users', 'a whole number'],
    [{ users: { locale: 'German' } }, 'users.locale', 'a language tag'],
  ] as const) {
    const error = await refusal(planStory(database.db, config, projectFolder()))
    expect(error).toMatchObject({
      code: 'config-invalid',
      place: { path },
      expected: expect.stringContaining(expected),
    })
  }
})

test('customizations change only what they name', () => {
  const input = {
    users: { count: 10, roles: ['admin'] },
    assetPools: { posts: { path: 'posts/*.md' }, gear: { path: 'gear/*.json' } },
    customizations: { users: { count: 50 }, assetPools: { gear: { path: 'mine/*.json' } } },
  }
  const config = settle([{ kind: 'file', name: 'config', input }], { today: 0, root: '.', file: null })
  expect(config.users).toMatchObject({ count: 50, roles: [{ name: 'admin' }] })
  expect(config.assetPools).toMatchObject({ posts: { path: ['posts/*.md'] }, gear: { path: ['mine/*.json'] } })
})

test('accounts that no trigger makes are told', async () => {
  await database.raw('drop trigger on_auth_user_created on auth.users')
  const { findings } = await planStory(database.db, MAKERKIT_SAAS, projectFolder())
  expect(findings.map(({ code }) => code)).toContain('accounts-without-trigger')
})
