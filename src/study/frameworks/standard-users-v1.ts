import type { FixtureRows } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import type { StandardRows } from './framework.ts'
import { V1_ROLES } from './kits/makerkit-habits.ts'

const INDIE_CORP = 6
const TEST = 7

const user = (id: string, email: string, role?: string): Record<string, Value> => ({
  id,
  email,
  ...(role === undefined ? {} : { raw_app_meta_data: { provider: 'email', providers: ['email'], role } }),
})

const member = (id: number, handle: string, organization: number, role: number): Record<string, Value> => ({
  id,
  user_id: { $ref: handle },
  organization_id: organization,
  role,
  invited_email: null,
  code: null,
})

/** Nobody has taken it. Addresses and codes are ours. */
const invited = (id: number, name: string, organization: number, role: number): Record<string, Value> => ({
  id,
  user_id: null,
  organization_id: organization,
  role,
  invited_email: `${name}@invited.example.com`,
  code: `test-invite-${name}`,
})

/**
 * The test users of the first kit with their two organizations. Ids and e-mail addresses are those that tests of applications know; who is a member of what
 * follows from what the addresses are for.
 */
const ROWS: FixtureRows = {
  'auth.users': {
    test: user('059b89cf-0417-4692-abdf-cb065496ea4c', 'test@makerkit.dev', 'super-admin'),
    'test-role-update': user('3dacd099-052e-461f-a17d-e62ed50a6c4e', 'test-role-update@makerkit.dev'),
    'remove-member': user('34fac252-fd02-4bb9-bdf2-3492aab4e211', 'remove-member@makerkit.dev'),
    'test-remove': user('337ad11f-42c1-4ab8-844d-961aa13d154b', 'test-remove@makerkit.dev'),
    'test-transfer-ownership': user('b2e506f1-0ff6-43de-8437-67a870564ab2', 'test-transfer-ownership@makerkit.dev'),
    test2: user('2b4a6624-7118-4551-8f0f-6b753e32e139', 'test2@makerkit.dev'),
    'test-update-password': user('e6058751-75dc-4831-b773-dd6e0c821963', 'test-update-password@makerkit.dev'),
  },
  organizations: {
    'indie-corp': { id: INDIE_CORP, name: 'IndieCorp' },
    'test-organization': { id: TEST, name: 'Test' },
  },
  memberships: {
    'test-in-indie-corp': member(7, 'test', INDIE_CORP, V1_ROLES.owner),
    'test-role-update-in-indie-corp': member(8, 'test-role-update', INDIE_CORP, V1_ROLES.member),
    'remove-member-in-indie-corp': member(9, 'remove-member', INDIE_CORP, V1_ROLES.member),
    'test-remove-in-indie-corp': member(10, 'test-remove', INDIE_CORP, V1_ROLES.member),
    'test-transfer-ownership-in-indie-corp': member(11, 'test-transfer-ownership', INDIE_CORP, V1_ROLES.admin),
    'test-update-password-in-indie-corp': member(12, 'test-update-password', INDIE_CORP, V1_ROLES.member),
    'test2-in-test': member(13, 'test2', TEST, V1_ROLES.owner),
    'invited-first': invited(14, 'first', INDIE_CORP, V1_ROLES.member),
    'invited-second': invited(15, 'second', INDIE_CORP, V1_ROLES.admin),
    'invited-third': invited(16, 'third', INDIE_CORP, V1_ROLES.member),
    'invited-fourth': invited(17, 'fourth', TEST, V1_ROLES.member),
  },
}

/** What each of them is, for people. */
const ROLES: Readonly<Record<string, string>> = {
  'test@makerkit.dev': 'super-admin, owns IndieCorp',
  'test-role-update@makerkit.dev': 'member of IndieCorp',
  'remove-member@makerkit.dev': 'member of IndieCorp',
  'test-remove@makerkit.dev': 'member of IndieCorp',
  'test-transfer-ownership@makerkit.dev': 'admin of IndieCorp',
  'test2@makerkit.dev': 'owns Test',
  'test-update-password@makerkit.dev': 'member of IndieCorp',
}

export const STANDARD_ROWS_V1: StandardRows = {
  rows: ROWS,
  roles: ROLES,
  team: ['organizations', 'memberships'],
  unknownTo: {},
}
