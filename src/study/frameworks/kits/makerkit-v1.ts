import type { Framework } from '../framework.ts'
import { STANDARD_ROWS_V1 } from '../standard-users-v1.ts'
import { V1_HABITS, V1_ROLES } from './makerkit-habits.ts'
import { mark, SUBSCRIPTION_STATUS } from './marks.ts'

/** MakerKit's first kit: organizations with numbers for roles, and no triggers at all. */
export const makerkitV1: Framework = {
  family: 'makerkit-v1',
  standard: STANDARD_ROWS_V1,
  tables: {
    users: 'id photo_url display_name onboarded created_at',
    organizations: 'id name logo_url created_at uuid',
    memberships: 'id user_id organization_id role invited_email code created_at',
    subscriptions:
      'id price_id status cancel_at_period_end currency interval interval_count created_at period_starts_at period_ends_at trial_starts_at trial_ends_at',
    organizations_subscriptions: 'organization_id subscription_id customer_id',
  },
  since: { 'organizations.uuid': null },
  enums: {
    subscription_status: SUBSCRIPTION_STATUS,
  },
  marks: [
    mark(
      'organizations',
      'organizations with a number for a key',
      (s) => s.has('organizations', 'id', 'name') && s.typeOf('organizations', 'id') === 'bigint',
    ),
    mark(
      'memberships',
      'memberships with a number for a role, invited_email and code',
      (s) =>
        s.has('memberships', 'user_id', 'organization_id', 'invited_email', 'code') &&
        s.typeOf('memberships', 'role') === 'integer',
    ),
    mark('users', 'users with onboarded', (s) => s.typeOf('users', 'onboarded') === 'boolean'),
    mark('billing', 'organizations_subscriptions', (s) =>
      s.has('organizations_subscriptions', 'organization_id', 'subscription_id'),
    ),
    mark(
      'no accounts',
      'neither accounts nor the schema kit',
      (s) => s.table('accounts') === undefined && !s.schema('kit'),
    ),
  ],
  verdict: (held) => {
    const own = [...held].filter((name) => name !== 'no accounts').length
    if (held.has('no accounts') && held.has('memberships') && own > 2) return 'whole'
    return own > 2 || (held.has('memberships') && own > 1) ? 'broken' : null
  },
  epochs: [{ name: 'V1', version: 'v1', brought: [], gone: [] }],
  steps: [
    mark('uuid', 'organizations.uuid (0.1.5 or later)', (s) => s.has('organizations', 'uuid')),
    mark('assert_service_role', 'the function assert_service_role (0.10.0 or later)', (s) =>
      s.function('assert_service_role'),
    ),
    mark(
      'unique_owner',
      'the index unique_owner (0.10.25 or later)',
      (s) => s.table('memberships')?.uniques.some(({ name }) => name === 'unique_owner') ?? false,
    ),
  ],
  habits: V1_HABITS,
  members: {
    table: 'memberships',
    study: { account: 'organization_id', user: 'user_id', role: 'role', first: V1_ROLES.owner, invited: 0.25 },
  },
  profiles: 'users',
}
