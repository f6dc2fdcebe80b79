import type { FixtureRows } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import type { StandardRows } from './framework.ts'

const TEAM = '5deaa894-2094-4da3-b4fd-1fada0809d1c'

const user = (id: string, email: string, role?: string): Record<string, Value> => ({
  id,
  email,
  raw_app_meta_data: { provider: 'email', providers: ['email'], ...(role === undefined ? {} : { role }) },
  raw_user_meta_data: { sub: id, email, email_verified: true, phone_verified: false },
})

const member = (handle: string, role: string): Record<string, Value> => ({
  user_id: { $ref: handle },
  account_id: TEAM,
  account_role: role,
})

const IDS = {
  test: '31a03e74-1639-45b6-bfa7-77447f1a4762',
  owner: '5c064f1b-78ee-4e1c-ac3b-e99aa97c99bf',
  member: '6b83d656-e4ab-48e3-a062-c0c54a427368',
  custom: 'b73eb03e-fb7a-424d-84ff-18e2791ce0b4',
  'super-admin': 'c5b930c9-0a76-412e-a836-4bc4849a3270',
}

/** Of the second factor of the kit's super-admin: known to its end-to-end tests, and so to everybody. */
export const TOTP_SECRET = 'NHOHJVGPO3R3LKVPRMNIYLCDMBHUM2SE'

/**
 * The test users of the Turbo kit's documentation and end-to-end tests, with their team. Ids and e-mail addresses are those that tests of applications know.
 * Tables that are not there are passed over by whoever reads this.
 */
const ROWS: FixtureRows = {
  'auth.users': {
    test: user(IDS.test, 'test@makerkit.dev', 'super-admin'),
    owner: user(IDS.owner, 'owner@makerkit.dev'),
    member: user(IDS.member, 'member@makerkit.dev'),
    custom: user(IDS.custom, 'custom@makerkit.dev'),
    'super-admin': user(IDS['super-admin'], 'super-admin@makerkit.dev', 'super-admin'),
  },
  'auth.mfa_factors': {
    'super-admin-phone': {
      id: '659e3b57-1128-4d26-8757-f714fd073fc4',
      user_id: { $ref: 'super-admin' },
      friendly_name: 'iPhone',
      factor_type: 'totp',
      status: 'verified',
      secret: TOTP_SECRET,
    },
  },
  roles: { 'custom-role': { name: 'custom-role', hierarchy_level: 4 } },
  accounts: {
    makerkit: {
      id: TEAM,
      primary_owner_user_id: { $ref: 'test' },
      name: 'Makerkit',
      slug: 'makerkit',
      email: null,
      is_personal_account: false,
    },
  },
  accounts_memberships: {
    'test-in-makerkit': member('test', 'owner'),
    'owner-in-makerkit': member('owner', 'owner'),
    'member-in-makerkit': member('member', 'member'),
    'custom-in-makerkit': member('custom', 'custom-role'),
  },
}

/** What each of them is, for people. */
const ROLES: Readonly<Record<string, string>> = {
  'test@makerkit.dev': 'super-admin, owns the team Makerkit',
  'owner@makerkit.dev': 'owner in the team Makerkit',
  'member@makerkit.dev': 'member of the team Makerkit',
  'custom@makerkit.dev': 'custom-role in the team Makerkit',
  'super-admin@makerkit.dev': 'super-admin with a second factor',
}

export const STANDARD_ROWS: StandardRows = {
  rows: ROWS,
  roles: ROLES,
  team: ['accounts', 'accounts_memberships', 'roles'],
  // Until 2.5.0 the kit knew no super admin with a second factor.
  unknownTo: { E1: ['super-admin'] },
}
