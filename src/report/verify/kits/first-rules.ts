import type { KitRuleDraft } from '../kit-rules.ts'
import { broken } from './broken.ts'

const MEMBERS = ['id', 'user_id', 'organization_id', 'role']
const INVITES = [...MEMBERS, 'invited_email', 'code']

type Name = (table: string) => string

/** Memberships of organizations that these users belong to. */
const ours = (name: Name): string =>
  `${name('memberships')} m where m.organization_id in
     (select organization_id from ${name('memberships')} where user_id = any ($1::uuid[]))`

/** A row for each user, organizations with an owner, roles that are 0, 1 or 2, and invitations that can be taken. */
export const firstRules: readonly KitRuleDraft[] = [
  {
    code: 'profile-missing',
    table: 'users',
    about: 'rows of users',
    needs: { users: ['id'] },
    sql: (name) =>
      broken('u.id', `unnest($1::uuid[]) u(id) where not exists (select from ${name('users')} p where p.id = u.id)`),
    wrong: 'Users who sign in and have no row of their own in the application',
  },
  {
    code: 'organization-without-owner',
    table: 'memberships',
    about: 'owners',
    needs: { memberships: MEMBERS },
    sql: (name) =>
      broken(
        'm.organization_id',
        `(select distinct m.organization_id from ${ours(name)}) m where not exists (select from ${name('memberships')} o
           where o.organization_id = m.organization_id and o.role = 2 and o.user_id is not null)`,
      ),
    wrong: 'Organizations that nobody owns (a member with role 2)',
  },
  {
    code: 'unknown-role',
    table: 'memberships',
    about: 'roles',
    needs: { memberships: MEMBERS },
    sql: (name) => broken('m.id', `${ours(name)} and m.role not in (0, 1, 2)`),
    wrong: 'Memberships whose role is none (0 member, 1 admin, 2 owner)',
  },
  {
    code: 'invitation-incomplete',
    table: 'memberships',
    about: 'invitations',
    needs: { memberships: INVITES },
    sql: (name) =>
      broken(
        'm.id',
        `${ours(name)} and m.user_id is null and (m.code is null or m.invited_email is null or m.role = 2)`,
      ),
    wrong: 'Invitations without a code or an address, or of an owner',
  },
  {
    code: 'member-invited',
    table: 'memberships',
    about: 'invitations',
    needs: { memberships: INVITES },
    sql: (name) =>
      broken(
        'm.id',
        `${ours(name)} and (m.user_id is not null and m.code is not null
           or m.user_id is null and exists (select from ${name('memberships')} o join auth.users u on u.id = o.user_id
             where o.organization_id = m.organization_id and lower(u.email) = lower(m.invited_email)))`,
      ),
    wrong: 'Members who are invited still',
  },
  {
    code: 'period-reversed',
    table: 'subscriptions',
    about: 'billing',
    needs: {
      memberships: MEMBERS,
      organizations_subscriptions: ['organization_id', 'subscription_id'],
      subscriptions: ['id', 'period_starts_at', 'period_ends_at'],
    },
    sql: (name) =>
      broken(
        's.id',
        `${name('subscriptions')} s join ${name('organizations_subscriptions')} l on l.subscription_id = s.id
           where s.period_ends_at <= s.period_starts_at and l.organization_id in (select m.organization_id from ${ours(name)})`,
      ),
    wrong: 'Subscriptions whose period ends before it begins',
  },
]
