import type { KitRuleDraft } from '../kit-rules.ts'
import { broken } from './broken.ts'

const made = (table: string, what: string): KitRuleDraft => ({
  code: 'account-missing',
  table,
  about: what,
  needs: { [table]: ['id'] },
  sql: (name) =>
    broken('u.id', `unnest($1::uuid[]) u(id) where not exists (select from ${name(table)} p where p.id = u.id)`),
  wrong: `Users without a row in ${table}, which the trigger on auth.users makes`,
  next: 'See that the trigger on auth.users is enabled.',
})

/** Of both Lite kits: the one of now, and the one of MakerKit's first line. */
export const liteRules: Readonly<Record<'lite' | 'first', readonly KitRuleDraft[]>> = {
  lite: [made('accounts', 'accounts')],
  first: [
    made('users', 'rows of users'),
    {
      code: 'customer-of-another-user',
      table: 'customers_subscriptions',
      about: 'billing',
      needs: {
        subscriptions: ['id', 'user_id'],
        customers_subscriptions: ['id', 'user_id', 'subscription_id'],
      },
      sql: (name) =>
        broken(
          'c.id',
          `${name('customers_subscriptions')} c join ${name('subscriptions')} s on s.id = c.subscription_id
             where c.user_id <> s.user_id and c.user_id = any ($1::uuid[])`,
        ),
      wrong: 'Customers whose subscription is of another user',
    },
    {
      code: 'period-reversed',
      table: 'subscriptions',
      about: 'billing',
      needs: { subscriptions: ['id', 'user_id', 'period_starts_at', 'period_ends_at'] },
      sql: (name) =>
        broken(
          's.id',
          `${name('subscriptions')} s where s.user_id = any ($1::uuid[]) and s.period_ends_at <= s.period_starts_at`,
        ),
      wrong: 'Subscriptions whose period ends before it begins',
    },
  ],
}
