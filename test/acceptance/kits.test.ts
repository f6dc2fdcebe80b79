import { describe, expect, test } from 'vitest'
import { TURBO_EPOCHS, type TurboEpoch, turbo } from '../schemas/kits/turbo.ts'
import { contents } from '../support/contents.ts'
import type { TestDatabase } from '../support/database.ts'
import { cleanupStory, planStory, projectFolder, seedStory } from '../support/story.ts'
import { dropKits, withKit } from '../support/with-kit.ts'

dropKits()

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
})

describe('settings of makerkit', () => {
  /** Users and teams that a plan would make, and what it tells. */
  async function planned(there: TestDatabase, config: unknown) {
    const { tables, findings } = await planStory(there.db, config, projectFolder())
    const rows = (id: string): number => tables.find((table) => table.id === id)?.rows ?? 0
    const users = rows('auth.users')
    return {
      users,
      teams: Math.max(0, rows('accounts') - users),
      members: rows('accounts_memberships'),
      told: findings.map(({ code }) => code),
    }
  }

  test('testEmails, authFlow, accountSystem and rlsPreservation each change what is made', async () => {
    const there = await withKit(turbo('E6'))
    const plain = await planned(there, { rows: 8 })
    expect(plain).toMatchObject({ users: 8, teams: 2, members: 8 })
    const under = (makerkit: unknown, more: object = { rows: 8 }) => planned(there, { ...more, makerkit })

    expect(await under({ authFlow: 'custom' })).toMatchObject({ users: 0, teams: 0, members: 0 })
    expect(await under({ authFlow: 'custom' }, { users: 3, rows: 8 })).toMatchObject({ users: 3 })

    for (const accountSystem of ['simple', 'custom'])
      expect(await under({ accountSystem })).toMatchObject({ users: 8, teams: 0, members: 0 })
    expect(await under({ accountSystem: 'custom' }, { rows: 8, accounts: { team: 3 } })).toMatchObject({ teams: 3 })
    expect(await under({ accountSystem: 'custom', standardTestUsers: true }, {})).toMatchObject({
      teams: 1,
      members: 4,
    })
    expect(await under({ accountSystem: 'simple', standardTestUsers: true }, {})).toMatchObject({
      teams: 0,
      members: 0,
    })

    expect(plain.told).not.toContain('rls-preserved')
    const { told, ...made } = await under({ rlsPreservation: false })
    expect(told).toContain('rls-preserved')
    expect(made).toEqual({ users: plain.users, teams: plain.teams, members: plain.members })
  })

  test('testEmails alone: those users, the kit’s own among them as the kit has them; row-level security is as it was', async () => {
    const there = await withKit(turbo('E6'))
    const guards = () =>
      there.raw(`select json_agg(json_build_array(relname, relrowsecurity, relforcerowsecurity) order by relname)::text as tables,
        (select json_agg(to_json(p) order by tablename, policyname)::text from pg_policies p) as policies
        from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`)
    const before = await guards()
    const makerkit = { testEmails: ['Me@Example.com', 'owner@makerkit.dev'], rlsPreservation: false }
    const report = await seedStory(there.db, { makerkit }, projectFolder())
    expect(report).toMatchObject({ ok: true, users: { total: 2 }, accounts: { personal: 2, team: 0 } })
    expect(report.notes.map(({ code }) => code)).toContain('rls-preserved')
    await holds(there, [
      `select array_agg(email::text order by email) = '{me@example.com,owner@makerkit.dev}' from auth.users`,
      `select id = '5c064f1b-78ee-4e1c-ac3b-e99aa97c99bf' from auth.users where email = 'owner@makerkit.dev'`,
    ])
    expect(await guards()).toEqual(before)
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
