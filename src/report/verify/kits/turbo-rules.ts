import type { KitRuleDraft } from '../kit-rules.ts'
import { broken } from './broken.ts'
import { billingRules } from './turbo-billing-rules.ts'

const ACCOUNTS = ['id', 'primary_owner_user_id', 'is_personal_account']
const MEMBERS = ['user_id', 'account_id', 'account_role']
const INVITATIONS = ['id', 'account_id', 'email', 'invited_by', 'role']

type Name = (table: string) => string

const team = (name: Name): string =>
  `${name('accounts')} a where not a.is_personal_account and a.primary_owner_user_id = any ($1::uuid[])`

const invitation = (name: Name): string => `${name('invitations')} i where i.invited_by = any ($1::uuid[])`

/** Personal accounts by trigger, teams with their owner as a member, in the role that stands highest, and invitations that a member could have sent. */
export const turboRules: readonly KitRuleDraft[] = [
  {
    code: 'personal-account-missing',
    table: 'accounts',
    about: 'personal accounts',
    needs: { accounts: ACCOUNTS },
    sql: (name) =>
      broken(
        'u.id',
        `unnest($1::uuid[]) u(id) where not exists (select from ${name('accounts')} a
           where a.id = u.id and a.primary_owner_user_id = u.id and a.is_personal_account)`,
      ),
    wrong: 'Users without a personal account, which the trigger on auth.users makes',
    next: 'See that the trigger on auth.users is enabled.',
  },
  {
    code: 'owner-not-member',
    table: 'accounts_memberships',
    about: 'memberships',
    needs: { accounts: ACCOUNTS, accounts_memberships: MEMBERS },
    sql: (name) =>
      broken(
        'a.id',
        `${team(name)} and not exists (select from ${name('accounts_memberships')} m
           where m.account_id = a.id and m.user_id = a.primary_owner_user_id)`,
      ),
    wrong: 'Team accounts whose owner is not a member',
  },
  {
    code: 'member-of-personal-account',
    table: 'accounts_memberships',
    about: 'memberships',
    needs: { accounts: ACCOUNTS, accounts_memberships: MEMBERS },
    sql: (name) =>
      broken(
        'a.id',
        `${name('accounts_memberships')} m join ${name('accounts')} a on a.id = m.account_id
           where a.is_personal_account and m.user_id = any ($1::uuid[])`,
      ),
    wrong: 'Memberships of personal accounts, which have no members',
  },
  {
    code: 'owner-not-highest',
    table: 'accounts_memberships',
    about: 'the role hierarchy',
    needs: { accounts: ACCOUNTS, accounts_memberships: MEMBERS, roles: ['name', 'hierarchy_level'] },
    sql: (name) =>
      broken(
        'a.id',
        `${team(name)} and exists (select from ${name('accounts_memberships')} m join ${name('roles')} r on r.name = m.account_role
           where m.account_id = a.id and m.user_id = a.primary_owner_user_id
             and r.hierarchy_level > (select min(hierarchy_level) from ${name('roles')}))`,
      ),
    wrong: 'Team accounts whose owner is not in the role that stands highest',
  },
  {
    code: 'inviter-not-allowed',
    table: 'invitations',
    about: 'invitations',
    needs: { invitations: INVITATIONS, accounts_memberships: MEMBERS, role_permissions: ['role', 'permission'] },
    sql: (name) =>
      broken(
        'i.id',
        `${invitation(name)} and not exists (select from ${name('accounts_memberships')} m
           join ${name('role_permissions')} p on p.role = m.account_role and p.permission::text = 'invites.manage'
           where m.account_id = i.account_id and m.user_id = i.invited_by)`,
      ),
    wrong: 'Invitations by somebody who is no member of the team, or may not invite anybody (invites.manage)',
  },
  {
    code: 'invited-above-inviter',
    table: 'invitations',
    about: 'invitations',
    needs: { invitations: INVITATIONS, accounts_memberships: MEMBERS, roles: ['name', 'hierarchy_level'] },
    sql: (name) =>
      broken(
        'i.id',
        `${name('invitations')} i
           join ${name('accounts_memberships')} m on m.account_id = i.account_id and m.user_id = i.invited_by
           join ${name('roles')} own on own.name = m.account_role join ${name('roles')} r on r.name = i.role
           where i.invited_by = any ($1::uuid[]) and r.hierarchy_level < own.hierarchy_level`,
      ),
    wrong: 'Invitations into a role above the one of who invites',
  },
  {
    code: 'member-invited',
    table: 'invitations',
    about: 'invitations',
    needs: { invitations: INVITATIONS, accounts_memberships: MEMBERS },
    sql: (name) =>
      broken(
        'i.id',
        `${invitation(name)} and exists (select from ${name('accounts_memberships')} m join auth.users u on u.id = m.user_id
           where m.account_id = i.account_id and lower(u.email) = lower(i.email))`,
      ),
    wrong: 'Invitations of somebody who is a member already',
  },
  {
    code: 'invitation-never-open',
    table: 'invitations',
    about: 'invitations',
    needs: { invitations: [...INVITATIONS, 'created_at', 'expires_at'] },
    sql: (name) => broken('i.id', `${invitation(name)} and i.expires_at <= i.created_at`),
    wrong: 'Invitations that expired before they were made',
  },
  ...billingRules,
]
