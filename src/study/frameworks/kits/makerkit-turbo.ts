import type { Epoch, Framework } from '../framework.ts'
import { STANDARD_ROWS } from '../standard-users.ts'
import { TURBO_HABITS } from './makerkit-habits.ts'
import { mark, SUBSCRIPTION_STATUS } from './marks.ts'

/** Until 2.23 the schema made the caller a member of the team that they insert; from then on a function of the service role does. */
const EPOCHS: readonly Epoch[] = [
  {
    name: 'E1',
    version: 'v2',
    brought: [
      mark('account_roles', 'the table account_roles', (s) => s.table('account_roles') !== undefined),
      mark('roles.account_id', 'roles.account_id', (s) => s.has('roles', 'account_id')),
      mark('create_account', 'the function create_account', (s) => s.function('create_account')),
    ],
    gone: [],
  },
  {
    name: 'E2',
    version: 'v2',
    brought: [
      mark('notifications', 'the table notifications', (s) => s.table('notifications') !== undefined),
      mark('create_team_account', 'the function create_team_account', (s) => s.function('create_team_account')),
    ],
    gone: [
      mark(
        'no account_roles',
        'roles of accounts are gone',
        (s) => s.table('account_roles') === undefined && !s.has('roles', 'account_id'),
      ),
    ],
  },
  {
    name: 'E3',
    version: 'v2',
    brought: [
      mark('nonces', 'the table nonces (2.4.0)', (s) => s.table('nonces') !== undefined),
      mark('is_super_admin', 'the function is_super_admin (2.5.0)', (s) => s.function('is_super_admin')),
      mark('is_mfa_compliant', 'the function is_mfa_compliant (2.5.0)', (s) => s.function('is_mfa_compliant')),
      mark('restrict_mfa', 'restrict_mfa policies on accounts (2.5.0)', (s) => s.policy('accounts', /^restrict_mfa/)),
    ],
    gone: [],
  },
  {
    name: 'E4',
    version: 'v2',
    brought: [
      mark(
        'set_timestamps',
        'the trigger accounts_set_timestamps (2.14.0)',
        (s) => s.trigger('accounts', 'accounts_set_timestamps') !== undefined,
      ),
      mark(
        'set_user_tracking',
        'the trigger accounts_set_user_tracking (2.14.0)',
        (s) => s.trigger('accounts', 'accounts_set_user_tracking') !== undefined,
      ),
    ],
    gone: [],
  },
  {
    name: 'E5',
    version: 'v2',
    brought: [
      mark(
        'idx_nonces',
        'the index idx_nonces_verify_lookup (2.19.3)',
        (s) => s.table('nonces')?.otherIndexes?.includes('idx_nonces_verify_lookup') ?? false,
      ),
    ],
    gone: [],
  },
  {
    name: 'E6a',
    version: 'v2',
    brought: [
      mark('invite by service', 'add_invitations_to_account with three parameters (2.23.0)', (s) =>
        s.function('add_invitations_to_account', 3),
      ),
    ],
    gone: [],
  },
  {
    name: 'E6',
    version: 'v3',
    brought: [
      mark('team by service', 'create_team_account with three parameters (2.23.2)', (s) =>
        s.function('create_team_account', 3),
      ),
    ],
    gone: [
      mark(
        'no caller',
        'no trigger adds the caller to a new team',
        (s) => s.trigger('accounts', 'kit.add_current_user_to_new_account') === undefined,
      ),
      mark('no create_org_account', 'no policy create_org_account', (s) => !s.policy('accounts', 'create_org_account')),
    ],
    note: '2.23.2, 2.24 and all of 3.x share one schema: the catalog cannot tell them apart.',
  },
]

/** MakerKit's Turbo kits (its version 2 and 3): accounts of both kinds in one table, memberships with a role, and a trigger that makes personal accounts. */
export const makerkitTurbo: Framework = {
  family: 'makerkit-turbo',
  standard: STANDARD_ROWS,
  tables: {
    config: 'enable_team_accounts enable_account_billing enable_team_account_billing billing_provider',
    accounts:
      'id primary_owner_user_id name slug email is_personal_account updated_at created_at created_by updated_by picture_url public_data',
    roles: 'name hierarchy_level account_id',
    accounts_memberships: 'user_id account_id account_role created_at updated_at created_by updated_by',
    role_permissions: 'id role permission',
    invitations: 'id email account_id invited_by role invite_token created_at updated_at expires_at',
    billing_customers: 'id account_id email provider customer_id',
    subscriptions:
      'id account_id billing_customer_id status active billing_provider cancel_at_period_end currency created_at updated_at period_starts_at period_ends_at trial_starts_at trial_ends_at',
    subscription_items:
      'id subscription_id product_id variant_id type price_amount quantity interval interval_count created_at updated_at',
    orders: 'id account_id billing_customer_id status billing_provider total_amount currency created_at updated_at',
    order_items: 'id order_id product_id variant_id price_amount quantity created_at updated_at',
    notifications: 'id account_id type body link channel dismissed expires_at created_at',
    nonces:
      'id client_token nonce purpose user_id expires_at created_at used_at revoked revoked_reason verification_attempts last_verification_at last_verification_ip last_verification_user_agent metadata scopes',
    account_roles: '',
  },
  since: {
    notifications: 'E2',
    nonces: 'E3',
    account_roles: null,
    'roles.account_id': null,
    'accounts.picture_url': null,
  },
  enums: {
    app_permissions: ['roles.manage', 'billing.manage', 'settings.manage', 'members.manage', 'invites.manage'],
    subscription_status: SUBSCRIPTION_STATUS,
    payment_status: ['pending', 'succeeded', 'failed'],
    billing_provider: ['stripe', 'lemon-squeezy', 'paddle'],
    subscription_item_type: ['flat', 'per_seat', 'metered'],
    notification_channel: ['in_app', 'email'],
    notification_type: ['info', 'warning', 'error'],
  },
  marks: [
    mark('accounts', 'accounts with primary_owner_user_id, is_personal_account and slug', (s) =>
      s.has('accounts', 'primary_owner_user_id', 'is_personal_account', 'slug'),
    ),
    mark('memberships', 'accounts_memberships with account_role', (s) => s.has('accounts_memberships', 'account_role')),
    mark('roles', 'roles with hierarchy_level, by name', (s) => s.has('roles', 'name', 'hierarchy_level')),
    mark(
      'sign-up',
      'a trigger on auth.users that makes personal accounts (kit.setup_new_user)',
      (s) =>
        s.trigger('auth.users', 'kit.setup_new_user') !== undefined ||
        s.signUps.some(
          ({ table, columns }) => table === s.table('accounts')?.id && columns.includes('is_personal_account'),
        ),
    ),
  ],
  verdict: (held) => {
    if (held.has('accounts') && held.has('sign-up')) return 'whole'
    return held.size > 1 && (held.has('accounts') || held.has('memberships')) ? 'broken' : null
  },
  epochs: EPOCHS,
  steps: [
    mark('delete_team_account', 'the policy delete_team_account (October 2024 or later)', (s) =>
      s.policy('accounts', 'delete_team_account'),
    ),
  ],
  habits: TURBO_HABITS,
}
