import type { KitRuleDraft } from '../kit-rules.ts'
import { broken } from './broken.ts'

const ACCOUNTS = ['id', 'primary_owner_user_id']
const PAID = ['id', 'account_id', 'billing_customer_id']

type Name = (table: string) => string

/** Rows that an account of these users pays for. */
const paid = (name: Name, table: string): string =>
  `${name(table)} s join ${name('accounts')} a on a.id = s.account_id and a.primary_owner_user_id = any ($1::uuid[])`

const customer = (table: string): KitRuleDraft => ({
  code: 'customer-of-another-account',
  table,
  about: 'billing',
  needs: { accounts: ACCOUNTS, [table]: PAID, billing_customers: ['id', 'account_id'] },
  sql: (name) =>
    broken(
      's.id',
      `${paid(name, table)} join ${name('billing_customers')} b on b.id = s.billing_customer_id where b.account_id <> s.account_id`,
    ),
  wrong: `Rows of ${table} whose customer is another account`,
})

const provider = (table: string): KitRuleDraft => ({
  code: 'provider-of-another',
  table,
  about: 'billing',
  needs: {
    accounts: ACCOUNTS,
    [table]: [...PAID, 'billing_provider'],
    billing_customers: ['id', 'account_id', 'provider'],
  },
  sql: (name) =>
    broken(
      's.id',
      `${paid(name, table)} join ${name('billing_customers')} b on b.id = s.billing_customer_id where b.provider <> s.billing_provider`,
    ),
  wrong: `Rows of ${table} that go through another provider than their customer`,
})

/** What is paid for is paid by a customer of the same account, and a subscription says of itself what its status says. */
export const billingRules: readonly KitRuleDraft[] = [
  customer('subscriptions'),
  customer('orders'),
  provider('subscriptions'),
  provider('orders'),
  {
    code: 'period-reversed',
    table: 'subscriptions',
    about: 'billing',
    needs: { accounts: ACCOUNTS, subscriptions: [...PAID, 'period_starts_at', 'period_ends_at'] },
    sql: (name) => broken('s.id', `${paid(name, 'subscriptions')} where s.period_ends_at <= s.period_starts_at`),
    wrong: 'Subscriptions whose period ends before it begins',
  },
  {
    code: 'active-against-status',
    table: 'subscriptions',
    about: 'billing',
    needs: { accounts: ACCOUNTS, subscriptions: [...PAID, 'active', 'status'] },
    sql: (name) =>
      broken('s.id', `${paid(name, 'subscriptions')} where s.active <> (s.status::text in ('active', 'trialing'))`),
    wrong: 'Subscriptions whose active does not say what their status says',
  },
]
