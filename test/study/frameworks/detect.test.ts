import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadParser } from '../../../src/catalog/parser.ts'
import { readCatalog } from '../../../src/catalog/read-catalog.ts'
import { layBase } from '../../../src/database/base/lay-base.ts'
import type { FrameworkStudy } from '../../../src/model/framework-study.ts'
import { study } from '../../../src/study/study.ts'
import { STARTER } from '../../acceptance/people-schemas.ts'
import { BASEJUMP, MAKERKIT_LITE, MAKERKIT_V1_LITE } from '../../schemas/kits/smaller.ts'
import { TURBO_EPOCHS, turbo } from '../../schemas/kits/turbo.ts'
import { MAKERKIT_V1 } from '../../schemas/kits/v1.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'

const NOTHING = `do $$ declare name text; begin
  for name in select nspname from pg_namespace where nspname in ('kit', 'basejump') loop execute format('drop schema %I cascade', name); end loop;
  drop schema public cascade; create schema public;
end $$`

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase('pg17')
  await layBase(database.db)
})
afterAll(() => database.drop())

/** What a schema over Supabase's base is taken for. */
async function detected(...sql: readonly string[]): Promise<FrameworkStudy> {
  await database.raw(NOTHING)
  await database.raw(sql.join(';\n'))
  return study(await readCatalog(database.db), await loadParser()).framework
}

const APP = 'create table gear (id serial primary key, title text not null, owner uuid references auth.users)'

describe('kits as they came', () => {
  test.each(TURBO_EPOCHS.map((epoch) => [epoch, epoch === 'E6' ? 'v3' : 'v2'] as const))(
    'Turbo %s is %s',
    async (epoch, version) => {
      const found = await detected(turbo(epoch), APP)
      expect(found).toMatchObject({
        family: 'makerkit-turbo',
        version,
        epoch,
        against: [],
        altered: [],
        extendedEnums: [],
      })
      expect(found.tables.accounts).toBe('accounts')
      expect(found.notes).toHaveLength(epoch === 'E6' ? 1 : 0)
      expect(found.signUps).toEqual([
        {
          trigger: 'on_auth_user_created',
          function: 'kit.setup_new_user',
          table: 'accounts',
          columns: ['email', 'id', 'is_personal_account', 'name', 'picture_url', 'primary_owner_user_id'],
          metadata: ['avatar_url', 'name'],
        },
      ])
    },
  )

  test.each([
    ['makerkit-v1', 'v1', 'V1', MAKERKIT_V1],
    ['makerkit-lite', 'custom', 'Lite', MAKERKIT_LITE],
    ['basejump', null, null, BASEJUMP],
    ['supabase-starter', null, null, STARTER],
    ['custom', null, null, APP],
    ['none', null, null, ''],
  ])('%s', async (family, version, epoch, sql) => {
    expect(await detected(sql)).toMatchObject({ family, version, epoch, against: [], altered: [] })
  })

  test('makerkit-v1-lite', async () => {
    expect(await detected(MAKERKIT_V1_LITE)).toMatchObject({
      family: 'makerkit-v1-lite',
      version: 'custom',
      epoch: 'V1-Lite',
      against: [],
    })
  })

  test('the finer steps of the first kit', async () => {
    const { evidence } = await detected(MAKERKIT_V1)
    expect(evidence).toContain('the index unique_owner (0.10.25 or later)')
    const older = await detected(MAKERKIT_V1, 'drop index unique_owner')
    expect(older).toMatchObject({ version: 'v1', epoch: 'V1' })
    expect(older.evidence).not.toContain('the index unique_owner (0.10.25 or later)')
  })
})

describe('kits that were changed', () => {
  test.each<readonly [string, readonly string[], Partial<FrameworkStudy>]>([
    [
      'columns and labels were added',
      [
        `alter type app_permissions add value 'gear.manage'`,
        'alter table accounts add bio text',
        'alter table invitations drop column expires_at',
      ],
      {
        family: 'makerkit-turbo',
        version: 'v3',
        against: [],
        altered: [
          'accounts.bio was added',
          'invitations.expires_at is missing',
          'app_permissions has further labels: gear.manage',
        ],
        extendedEnums: [{ type: 'app_permissions', labels: ['gear.manage'] }],
      },
    ],
    [
      'the memberships were renamed',
      ['alter table accounts_memberships rename to team_members'],
      {
        family: 'makerkit-turbo',
        version: 'v3',
        epoch: 'E6',
        against: [],
        altered: ['the table accounts_memberships is called team_members'],
      },
    ],
    [
      'a table was dropped, and the protection of another one',
      ['drop table notifications', 'alter table accounts_memberships disable row level security'],
      {
        version: 'v3',
        altered: [
          'the table notifications is missing',
          'row-level security of accounts_memberships is off',
          'no trigger calls kit.update_notification_dismissed_status',
        ],
      },
    ],
    [
      'the function that makes accounts was renamed',
      ['alter function kit.setup_new_user rename to make_account'],
      { version: 'v3', against: [], altered: [] },
    ],
    [
      'a trigger of the kit was dropped',
      ['drop trigger only_team_accounts_check on invitations'],
      { version: 'v3', altered: ['no trigger calls kit.check_team_account'] },
    ],
    [
      'nothing makes accounts any more',
      ['drop trigger on_auth_user_created on auth.users'],
      {
        family: 'makerkit-turbo',
        version: 'custom',
        epoch: 'E6',
        against: ['a trigger on auth.users that makes personal accounts (kit.setup_new_user)'],
        altered: ['no trigger calls kit.setup_new_user'],
      },
    ],
    [
      'a marker column was dropped',
      ['drop trigger set_slug_from_account_name on accounts', 'alter table accounts drop column slug cascade'],
      {
        family: 'makerkit-turbo',
        version: 'custom',
        against: ['accounts with primary_owner_user_id, is_personal_account and slug'],
      },
    ],
    [
      'only the trigger was kept',
      [
        'drop table accounts, accounts_memberships, roles, role_permissions, invitations cascade',
        'create table accounts (id uuid primary key, title text)',
      ],
      { family: 'custom', version: 'custom' },
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await detected(turbo('E6'), ...changes)).toMatchObject(expected)
  })

  test('an epoch with an index and a policy dropped is still told, and what speaks against it', async () => {
    const found = await detected(
      turbo('E6'),
      'drop index idx_nonces_verify_lookup',
      'create policy create_org_account on accounts for insert to authenticated with check (true)',
    )
    expect(found).toMatchObject({
      version: 'v3',
      epoch: 'E6',
      against: ['the index idx_nonces_verify_lookup (2.19.3)', 'not so: no policy create_org_account'],
    })
  })

  test('a Lite kit with organizations of its own stays one', async () => {
    const own =
      'create table organizations (id uuid primary key, name text); create table memberships (user_id uuid, organization_id uuid, role text)'
    expect(await detected(MAKERKIT_LITE, own)).toMatchObject({ family: 'makerkit-lite', version: 'custom' })
    expect(await detected(own)).toMatchObject({ family: 'custom', version: null })
  })
})
