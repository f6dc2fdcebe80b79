import type { Framework } from '../framework.ts'

/** Basejump: personal and team accounts in a schema of its own, with two roles. */
export const basejump: Framework = {
  family: 'basejump',
  withoutVersions: true,
  tables: {
    'basejump.config':
      'enable_team_accounts enable_personal_account_billing enable_team_account_billing billing_provider',
    'basejump.accounts':
      'id primary_owner_user_id name slug personal_account updated_at created_at created_by updated_by private_metadata public_metadata',
    'basejump.account_user': 'user_id account_id account_role',
    'basejump.invitations':
      'id account_role account_id token invited_by_user_id account_name updated_at created_at invitation_type',
    'basejump.billing_customers': 'account_id id email active provider',
    'basejump.billing_subscriptions':
      'id account_id billing_customer_id status metadata price_id plan_name quantity cancel_at_period_end created current_period_start current_period_end ended_at cancel_at canceled_at trial_start trial_end provider',
  },
  since: {
    'basejump.config': null,
    'basejump.invitations': null,
    'basejump.billing_customers': null,
    'basejump.billing_subscriptions': null,
  },
  enums: { 'basejump.account_role': ['owner', 'member'], 'basejump.invitation_type': ['one_time', '24_hour'] },
  marks: [
    {
      name: 'accounts',
      phrase: 'basejump.accounts with primary_owner_user_id and personal_account',
      holds: (s) => s.has('basejump.accounts', 'primary_owner_user_id', 'personal_account'),
    },
    {
      name: 'members',
      phrase: 'basejump.account_user with account_role',
      holds: (s) => s.has('basejump.account_user', 'user_id', 'account_id', 'account_role'),
    },
    {
      name: 'sign-up',
      phrase: 'a trigger on auth.users that makes personal accounts',
      holds: (s) => s.signUps.some(({ table }) => table === s.table('basejump.accounts')?.id),
    },
  ],
  verdict: (held) => (held.size > 1 ? (held.has('accounts') ? 'whole' : 'broken') : null),
  epochs: [],
  steps: [],
}
