import { afterEach, describe, expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import { TURBO_EPOCHS, type TurboEpoch, turbo } from '../schemas/kits/turbo.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { cleanupStory, projectFolder, seedStory } from '../support/story.ts'

let database: TestDatabase | undefined
afterEach(async () => {
  await database?.drop()
  database = undefined
})

async function withKit(...sql: readonly string[]): Promise<TestDatabase> {
  const made = await freshDatabase('pg17')
  database = made
  await layBase(made.db)
  await made.raw(sql.join(';\n'))
  return made
}

async function holds(there: TestDatabase, queries: readonly string[]): Promise<void> {
  for (const query of queries) expect(Object.values((await there.raw(query))[0] ?? {}), query).toEqual([true])
}

const TEAM = `'5deaa894-2094-4da3-b4fd-1fada0809d1c'`

describe('the preset makerkit-saas', () => {
  test.each(TURBO_EPOCHS.map((epoch): [TurboEpoch, number] => [epoch, epoch === 'E1' ? 4 : 5]))(
    'on an empty %s gives %i users and their team',
    async (epoch, users) => {
      const there = await withKit(turbo(epoch))
      const report = await seedStory(there.db, { extends: 'makerkit-saas' }, projectFolder())
      expect(report).toMatchObject({
        ok: true,
        users: { created: users, existing: 0, total: users },
        accounts: { personal: users, team: 1 },
        compatibility: { makerkit: true, version: epoch === 'E6' ? 'v3' : 'v2' },
        warnings: [],
      })
      await holds(there, [
        `select count(*) = ${users} from accounts where is_personal_account and id = primary_owner_user_id`,
        `select array_agg(u.email || ' ' || account_role order by u.email)::text =
         '{"custom@makerkit.dev custom-role","member@makerkit.dev member","owner@makerkit.dev owner","test@makerkit.dev owner"}'
         from accounts_memberships m join auth.users u on u.id = m.user_id where account_id = ${TEAM}`,
        'select count(*) = 4 from accounts_memberships',
        'select count(*) = 3 from roles',
        'select count(*) = 0 from invitations',
      ])
    },
  )

  test('on a kit whose memberships were renamed, with more of the user’s own', async () => {
    const there = await withKit(turbo('E6'), 'alter table accounts_memberships rename to team_members')
    const root = projectFolder()
    const config = {
      extends: 'makerkit-saas',
      makerkit: { testEmails: ['Me@example.com', 'test@makerkit.dev'] },
      users: 8,
      accounts: { team: 3 },
    }
    const report = await seedStory(there.db, config, root)
    expect(report).toMatchObject({ ok: true, users: { total: 8 }, accounts: { personal: 8, team: 3 } })
    await holds(there, [
      `select count(*) = 1 from auth.users where email = 'me@example.com'`,
      `select count(*) = 4 from team_members where account_id = ${TEAM}`,
      `select bool_and(exists (select from team_members m where m.account_id = a.id and m.user_id = a.primary_owner_user_id and account_role = 'owner'))
         from accounts a where not is_personal_account`,
    ])
    const before = await contents(there)
    await seedStory(there.db, config, root)
    expect(await contents(there)).toEqual(before)
  })

  test('without teams, and with nobody who was not asked for', async () => {
    const there = await withKit(turbo('E6'))
    const simple = { makerkit: { standardTestUsers: true, accountSystem: 'simple', rlsPreservation: false } }
    const report = await seedStory(there.db, simple, projectFolder())
    expect(report).toMatchObject({ ok: true, users: { total: 5 }, accounts: { personal: 5, team: 0 } })
    expect(report.notes.map(({ code }) => code)).toContain('rls-preserved')
    await database?.drop()
    const own = await withKit(turbo('E6'))
    const nobody = await seedStory(own.db, { rows: 5, makerkit: { authFlow: 'custom' } }, projectFolder())
    expect(nobody.users.total).toBe(0)
    await holds(own, ['select count(*) = 0 from auth.users'])
  })
})

/** Webhooks of the kit's own seed until 2.17, on a function that calls out. */
const WEBHOOKS = `
create or replace function supabase_functions.http_request() returns trigger language plpgsql as $$ begin perform pg_sleep(0); return new; end $$;
create trigger invitations_insert after insert on invitations for each row
  execute function supabase_functions.http_request('http://localhost:3000/api/db/webhook', 'POST', '{}', '{}', '5000');`

describe('everything of a kit', () => {
  const TRUE_OF_TEAMS = [
    `select count(*) > 0 and bool_and(slug <> '' and email is null) from accounts where not is_personal_account`,
    `select bool_and(exists (select from accounts_memberships m where m.account_id = a.id and m.user_id = a.primary_owner_user_id and account_role = 'owner'))
       from accounts a where not is_personal_account`,
    'select count(*) > 0 and bool_and(not a.is_personal_account) from invitations i join accounts a on a.id = i.account_id',
    'select bool_and(b.account_id = s.account_id) from subscriptions s join billing_customers b on b.id = s.billing_customer_id',
    'select bool_and(b.account_id = o.account_id) from orders o join billing_customers b on b.id = o.billing_customer_id',
    'select bool_and(period_starts_at < period_ends_at) from subscriptions',
    'select count(*) > 0 from subscription_items',
    'select count(*) > 0 from order_items',
    'select count(*) = 2 from roles',
    'select count(*) = 7 from role_permissions',
    'select count(*) = 1 from config',
  ]

  test.each<TurboEpoch>(['E3', 'E6'])('%s: without any configuration, twice, and away again', async (epoch) => {
    const there = await withKit(turbo(epoch))
    const root = projectFolder()
    const report = await seedStory(there.db, { rows: 10 }, root)
    expect(report).toMatchObject({ ok: true, warnings: [], errors: [], users: { total: 10 } })
    const set = report.notes.filter(({ code }) => code === 'times-set').map(({ place }) => place.table)
    expect(set.includes('accounts')).toBe(epoch === 'E6')
    await holds(there, [
      ...TRUE_OF_TEAMS,
      ...(epoch === 'E6'
        ? ['select bool_and(created_by is null and updated_by is null) from accounts_memberships']
        : []),
      'select count(*) = 10 from notifications',
    ])
    const before = await contents(there)
    // Without the journal, too.
    for (const folder of [root, projectFolder()]) {
      const again = await seedStory(there.db, { rows: 10 }, folder)
      expect(again.ok).toBe(true)
      expect(await contents(there)).toEqual(before)
    }
    await cleanupStory(there.db, { rows: 10 }, root)
    await holds(there, ['select count(*) = 0 from accounts', ...TRUE_OF_TEAMS.slice(-3)])
  })

  test('tables behind webhooks are left out unless they are allowed by their id', async () => {
    const there = await withKit(turbo('E3'), WEBHOOKS)
    const config = { rows: 6 }
    const left = await seedStory(there.db, config, projectFolder())
    const danger = left.warnings.find(({ level }) => level === 'danger')
    expect(danger).toMatchObject({ place: { table: 'invitations' }, found: '6 calls' })
    await holds(there, ['select count(*) = 0 from invitations', 'select count(*) > 0 from accounts'])
    const allowed = await seedStory(there.db, { ...config, allow: [danger?.id] }, projectFolder())
    expect(allowed.ok).toBe(true)
    await holds(there, ['select count(*) > 0 from invitations'])
  })
})
