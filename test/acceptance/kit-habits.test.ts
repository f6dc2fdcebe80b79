import { describe, expect, test } from 'vitest'
import { MAKERKIT_LITE, MAKERKIT_V1_LITE } from '../schemas/kits/smaller.ts'
import { TURBO_EPOCHS, type TurboEpoch, turbo } from '../schemas/kits/turbo.ts'
import { MAKERKIT_V1 } from '../schemas/kits/v1.ts'
import { contents } from '../support/contents.ts'
import type { TestDatabase } from '../support/database.ts'
import { rolledBack } from '../support/rolled-back.ts'
import { cleanupStory, planStory, projectFolder, seedStory, verifyStory } from '../support/story.ts'
import { dropKits, withKit } from '../support/with-kit.ts'

dropKits()

/** Names of the statements that are not true. */
async function untrue(there: TestDatabase, facts: Readonly<Record<string, string>>): Promise<string[]> {
  const all = Object.entries(facts).map(([name, sql]) => `select '${name}' as name, (${sql}) is true as holds`)
  const rows = await there.raw<{ name: string; holds: boolean }>(all.join(' union all '))
  return rows.filter(({ holds }) => !holds).map(({ name }) => name)
}

/** What `verify` says of the kit, and how it is told after each change. */
async function judge(there: TestDatabase, config: unknown, root: string, breakages: Readonly<Record<string, string>>) {
  const kitAfter = (sql: string) =>
    rolledBack(there.db, async (inside) => {
      await inside.execute(sql)
      const { checks, findings } = await verifyStory(inside, config, root)
      const codes = findings.filter(({ level }) => level === 'error').map(({ code }) => code)
      return { result: checks.find(({ name }) => name === 'kit')?.result, codes }
    })
  expect(await kitAfter('select 1')).toEqual({ result: 'passed', codes: [] })
  for (const [code, sql] of Object.entries(breakages)) {
    const told = await kitAfter(sql)
    expect([code, told.result, told.codes]).toEqual([code, 'failed', expect.arrayContaining([code])])
  }
}

const FULL_SUBSCRIPTIONS = {
  'periods end after they begin': 'select bool_and(period_starts_at < period_ends_at) from subscriptions',
  'those in force are in their period': `select coalesce(bool_and('2026-01-15T12:00Z' between period_starts_at and period_ends_at), true)
     from subscriptions where status not in ('canceled', 'incomplete_expired')`,
  'a trial is the period of who is on trial': `select bool_and(case when status = 'trialing'
     then trial_starts_at = period_starts_at and trial_ends_at = period_ends_at else trial_starts_at is null and trial_ends_at is null end) from subscriptions`,
}

describe('makerkit-v1', () => {
  const TRUE_OF_V1 = {
    'a row for each user': 'select count(*) = (select count(*) from auth.users) and bool_and(onboarded) from users',
    'one owner each': `select bool_and((select count(*) from memberships m where m.organization_id = o.id and role = 2 and user_id is not null) = 1) from organizations o`,
    'the owner first': `select bool_and((select role from memberships m where m.organization_id = o.id order by id limit 1) = 2) from organizations o`,
    'roles of the kit': 'select bool_and(role in (0, 1, 2)) and count(distinct role) = 3 from memberships',
    invitations: `select bool_and((user_id is null) = (code is not null) and (code is null) = (invited_email is null)) and count(code) between 1 and 20 from memberships`,
    'codes differ': 'select count(distinct code) = count(code) from memberships',
    'nobody is invited twice': `select not exists (select from memberships m join auth.users u on lower(u.email) = lower(m.invited_email))`,
    'organizations are customers': `select count(*) = 15 and count(distinct subscription_id) = 15 from organizations_subscriptions`,
  }

  test('without any configuration: users with rows of their own, organizations with an owner, members and invitations', async () => {
    const there = await withKit(
      MAKERKIT_V1,
      'create table tasks (id bigint generated always as identity primary key, organization_id bigint not null references organizations, assignee_id uuid not null references users, name text not null)',
    )
    const root = projectFolder()
    const config = { rows: 15 }
    const report = await seedStory(there.db, config, root)
    expect(report).toMatchObject({ ok: true, warnings: [], errors: [], accounts: { personal: 0, team: 15 } })
    expect(
      await untrue(there, {
        ...TRUE_OF_V1,
        ...FULL_SUBSCRIPTIONS,
        'tasks are given to members': `select bool_and(exists (select from memberships m where m.organization_id = t.organization_id and m.user_id = t.assignee_id)) from tasks t`,
      }),
    ).toEqual([])
    const member = '(select min(id) from memberships where role = 0 and user_id is not null)'
    const invitation = '(select min(id) from memberships where user_id is null)'
    await judge(there, config, root, {
      'profile-missing': `set session_replication_role = replica; delete from users where id = (select id from users limit 1); set session_replication_role = origin`,
      'organization-without-owner':
        'update memberships set role = 1 where organization_id = (select min(id) from organizations) and role = 2',
      'unknown-role': `update memberships set role = 7 where id = ${member}`,
      'invitation-incomplete': `update memberships set code = null where id = ${invitation}`,
      'member-invited': `update memberships set code = 'again' where id = ${member}`,
      'period-reversed': 'update subscriptions set period_ends_at = period_starts_at',
    })
    const before = await contents(there)
    // Without the journal.
    expect((await seedStory(there.db, config, projectFolder())).ok).toBe(true)
    expect(await contents(there)).toEqual(before)
    await cleanupStory(there.db, config, root)
    expect(
      await untrue(there, { empty: 'select count(*) = 0 from users', alone: 'select count(*) = 0 from organizations' }),
    ).toEqual([])
  })

  test('few users and many organizations: an owner comes before an invitation', async () => {
    const there = await withKit(MAKERKIT_V1)
    const nobody = await planStory(there.db, { rows: 3, makerkit: { authFlow: 'custom' } }, projectFolder())
    expect(nobody.left.map(({ table }) => table)).toContain('memberships')
    const root = projectFolder()
    const config = { rows: 1, tables: { organizations: 3 }, now: '2026-01-15' }
    expect((await seedStory(there.db, config, root)).ok).toBe(true)
    // Periods of subscriptions move with the time, and that is no other way to make them.
    expect(await seedStory(there.db, { ...config, now: '2026-03-15' }, root)).toMatchObject({ ok: true, warnings: [] })
    const { 'one owner each': one, 'a row for each user': row } = TRUE_OF_V1
    expect(await untrue(there, { one, row })).toEqual([])
  })

  test('its own seven users and two organizations, and more of everything', async () => {
    const there = await withKit(MAKERKIT_V1)
    const root = projectFolder()
    const preset = await seedStory(there.db, { extends: 'makerkit-saas' }, root)
    expect(preset).toMatchObject({ ok: true, warnings: [], users: { created: 7 }, accounts: { team: 2 } })
    expect(preset.signIns.map(({ email, role }) => `${email}: ${role}`)).toContain('test2@makerkit.dev: owns Test')
    const STANDARD = {
      organizations: `select count(*) = 2 from organizations where (id, name) in ((6, 'IndieCorp'), (7, 'Test'))`,
      owners: `select string_agg(organization_id || ' ' || email, ', ' order by organization_id) = '6 test@makerkit.dev, 7 test2@makerkit.dev'
        from memberships m join auth.users u on u.id = m.user_id where m.role = 2 and organization_id in (6, 7)`,
      memberships: 'select count(*) = 11 and count(user_id) = 7 from memberships where id between 7 and 17',
      rows: 'select count(*) = count(p.id) from auth.users u left join users p using (id)',
      'super admin': `select raw_app_meta_data ->> 'role' = 'super-admin' from auth.users where id = '059b89cf-0417-4692-abdf-cb065496ea4c'`,
    }
    expect(await untrue(there, { ...STANDARD, alone: 'select count(*) = 2 from organizations' })).toEqual([])
    const more = {
      extends: 'makerkit-saas',
      makerkit: { testEmails: ['me@example.com'] },
      users: 12,
      accounts: { team: 5 },
    }
    expect(await seedStory(there.db, more, root)).toMatchObject({
      ok: true,
      users: { total: 12 },
      accounts: { team: 5 },
    })
    expect(await untrue(there, { ...STANDARD, owned: TRUE_OF_V1['one owner each'] })).toEqual([])
    await judge(there, more, root, {})
  })
})

const PEOPLE = `insert into auth.users (id, email, instance_id, aud, role)
  select id::uuid, email, '00000000-0000-0000-0000-000000000000', 'authenticated', 'authenticated'
  from (values (ID, 'test@makerkit.dev'), ('6f3d1a52-61d3-4f0a-9d0f-0f3a5a6f7a11', 'somebody@example.com')) as people(id, email)`

describe('test users beside people who are there already', () => {
  test.each([
    ['E6', turbo('E6'), "'31a03e74-1639-45b6-bfa7-77447f1a4762'", '', 4],
    [
      'V1',
      MAKERKIT_V1,
      "'059b89cf-0417-4692-abdf-cb065496ea4c'",
      'insert into users (id, onboarded) select id, true from auth.users',
      6,
    ],
  ] as const)('%s: they are adopted, and nothing is made for others', async (_, kit, id, after, created) => {
    const there = await withKit(kit, PEOPLE.replace('ID', id), after)
    const config = { extends: 'makerkit-saas' }
    const root = projectFolder()
    const first = await seedStory(there.db, config, root)
    expect(first).toMatchObject({ ok: true, warnings: [], users: { created, existing: 2 } })
    expect(first.notes.map(({ id }) => id)).toContain('adopted:auth.users.test')
    const before = await contents(there)
    expect(await seedStory(there.db, config, root)).toMatchObject({ ok: true, warnings: [], users: { created: 0 } })
    expect(await contents(there)).toEqual(before)
    expect(
      await untrue(there, {
        identities: `select count(*) = ${created} from auth.identities`,
        nobody: `select encrypted_password is null from auth.users where email = 'somebody@example.com'`,
      }),
    ).toEqual([])
    await judge(there, config, root, {})
  })
})

describe('the Lite kits', () => {
  test.each([
    [
      'makerkit-lite',
      MAKERKIT_LITE,
      {
        'an account for each user': 'select count(*) = (select count(*) from auth.users) from accounts',
        'of their own': 'select bool_and(created_by = id and updated_by = id) from accounts',
      },
      { 'account-missing': 'delete from accounts where id = (select id from accounts limit 1)' },
      5,
    ],
    [
      'makerkit-v1-lite',
      MAKERKIT_V1_LITE,
      {
        'a row for each user': 'select count(*) = (select count(*) from auth.users) from users',
        'customers are who subscribed': `select count(*) > 0 and bool_and(s.user_id = c.user_id) from customers_subscriptions c join subscriptions s on s.id = c.subscription_id`,
        ...FULL_SUBSCRIPTIONS,
      },
      {
        'customer-of-another-user': `update customers_subscriptions c set user_id = (select id from users where id <> c.user_id limit 1)`,
        'period-reversed': 'update subscriptions set period_ends_at = period_starts_at',
      },
      5,
    ],
  ] as const)('%s', async (family, sql, facts, breakages, users) => {
    const there = await withKit(sql)
    const root = projectFolder()
    const config = { rows: 12 }
    const report = await seedStory(there.db, config, root)
    expect(report).toMatchObject({ ok: true, warnings: [], errors: [], accounts: { team: 0 } })
    expect(await untrue(there, facts)).toEqual([])
    await judge(there, config, root, breakages)
    const own = await withKit(sql)
    const preset = await seedStory(own.db, { extends: 'makerkit-saas' }, projectFolder())
    expect(preset).toMatchObject({ ok: true, users: { created: users, total: users } })
    expect(preset.signIns.map(({ role }) => role).join()).not.toContain('Makerkit')
    const table = family === 'makerkit-lite' ? 'accounts' : 'users'
    expect(await untrue(own, { 'nobody else': `select count(*) = ${users} from ${table}` })).toEqual([])
  })
})

describe('makerkit-turbo', () => {
  const TRUE_OF_TURBO = {
    'the owner first': `select bool_and(exists (select from accounts_memberships m where m.account_id = a.id and m.user_id = a.primary_owner_user_id and account_role = 'owner'))
      from accounts a where not is_personal_account`,
    'nobody else made them': `select bool_and(coalesce(m.created_by, a.primary_owner_user_id) = a.primary_owner_user_id) from accounts_memberships m join accounts a on a.id = m.account_id`,
    'teams are invited to': `select count(*) > 0 and bool_and(not a.is_personal_account and i.invited_by = a.primary_owner_user_id) from invitations i join accounts a on a.id = i.account_id`,
    'a week to answer': `select bool_and(expires_at = created_at + interval '7 days' and role <> 'owner' and length(invite_token) > 15) from invitations`,
    'none of the users is invited':
      'select not exists (select from invitations i join auth.users u on lower(u.email) = lower(i.email))',
    'customers of their accounts': `select count(*) > 0 and bool_and(b.account_id = s.account_id and b.provider = s.billing_provider) from subscriptions s join billing_customers b on b.id = s.billing_customer_id`,
    'orders of their accounts': `select count(*) > 0 and bool_and(b.account_id = o.account_id and b.provider = o.billing_provider) from orders o join billing_customers b on b.id = o.billing_customer_id`,
    'orders come to their items': `select bool_and(total_amount = (select coalesce(sum(price_amount * quantity), 0) from order_items i where i.order_id = o.id)) from orders o`,
    'active is who pays': `select bool_and(active = (status in ('active', 'trialing'))) from subscriptions`,
    ...FULL_SUBSCRIPTIONS,
  }
  const BREAKAGES = {
    'inviter-not-allowed': `update invitations i set invited_by = (select id from auth.users u where not exists
      (select from accounts_memberships m where m.account_id = i.account_id and m.user_id = u.id) limit 1)`,
    'invited-above-inviter': `update invitations i set role = 'owner', invited_by = (select user_id from accounts_memberships m
      where m.account_id = i.account_id and account_role = 'member' limit 1)
      where exists (select from accounts_memberships m where m.account_id = i.account_id and account_role = 'member')`,
    'member-invited': `update invitations i set email = (select email from auth.users where id = i.invited_by) where id = (select min(id) from invitations)`,
    'invitation-never-open': `update invitations set expires_at = created_at - interval '1 day'`,
    'customer-of-another-account': `update subscriptions s set account_id = (select id from accounts where id <> s.account_id limit 1)`,
    'provider-of-another': `update orders set billing_provider = case billing_provider when 'stripe' then 'paddle' else 'stripe' end::billing_provider`,
    'period-reversed': 'update subscriptions set period_ends_at = period_starts_at',
    'active-against-status': 'update subscriptions set active = not active',
  }

  test.each<TurboEpoch>([...TURBO_EPOCHS])(
    '%s: everything that the kit keeps to, and verify that sees when it is not kept',
    async (epoch) => {
      const there = await withKit(turbo(epoch))
      const root = projectFolder()
      const config = { rows: 12 }
      const report = await seedStory(there.db, config, root)
      expect(report).toMatchObject({ ok: true, warnings: [], errors: [] })
      expect(await untrue(there, TRUE_OF_TURBO)).toEqual([])
      await judge(there, config, root, epoch === 'E1' || epoch === 'E6' ? BREAKAGES : {})
    },
  )
})
